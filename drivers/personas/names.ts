import { between, type Random } from './persona-random.ts';

export type PersonName = { readonly surname: string; readonly middle: string; readonly given: string };
export type Sex = 1 | 2;

/** Shares of family names in percent, as commonly cited after Lê Trung Hoa, Họ và tên người Việt Nam (2005); the rest is spread over rarer ones. */
const SURNAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38.4], ['Trần', 11], ['Lê', 9.5], ['Phạm', 7.1], ['Hoàng', 3], ['Huỳnh', 2.1], ['Phan', 4.5], ['Vũ', 2.4], ['Võ', 1.5], ['Đặng', 2.1],
  ['Bùi', 2], ['Đỗ', 1.4], ['Hồ', 1.3], ['Ngô', 1.3], ['Dương', 1], ['Lý', 0.5], ['Đinh', 0.8], ['Trịnh', 0.7], ['Mai', 0.6], ['Đào', 0.6],
  ['Lương', 0.5], ['Tạ', 0.4], ['Chu', 0.3], ['Kiều', 0.2], ['Quách', 0.2], ['Tôn Thất', 0.05],
];
const MIDDLE: Readonly<Record<Sex, readonly string[]>> = {
  1: ['Văn', 'Văn', 'Văn', 'Đức', 'Minh', 'Quang', 'Hữu', 'Công', 'Đình', 'Quốc', 'Xuân', 'Thanh', 'Ngọc', 'Gia', 'Hoàng', 'Trọng', ''],
  2: ['Thị', 'Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Thanh', 'Phương', 'Minh', 'Khánh', 'Bảo', 'Thùy', 'Thị Thu', 'Thị Hồng', 'Thị Mỹ', ''],
};
const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  1: ['Anh', 'Bình', 'Cường', 'Dũng', 'Dương', 'Đạt', 'Hải', 'Hiếu', 'Hòa', 'Hùng', 'Huy', 'Khang', 'Khoa', 'Kiên', 'Lâm', 'Long', 'Minh', 'Nam', 'Nghĩa', 'Phong', 'Phúc', 'Quân', 'Sơn', 'Thắng', 'Thành', 'Toàn', 'Trung', 'Tuấn', 'Việt', 'Vinh'],
  2: ['An', 'Anh', 'Bích', 'Chi', 'Dung', 'Duyên', 'Giang', 'Hà', 'Hằng', 'Hạnh', 'Hiền', 'Hoa', 'Hương', 'Huyền', 'Lan', 'Linh', 'Loan', 'Mai', 'My', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phượng', 'Quỳnh', 'Thảo', 'Thủy', 'Trang', 'Uyên', 'Yến'],
};

/** Code and name of QĐ 121-TCTK/PPCĐ, share in percent after the 2019 census, and the family names usual there; `undefined` = as the Kinh. */
export type Ethnicity = { readonly code: string; readonly name: string; readonly share: number; readonly surnames?: readonly string[] };
export const ETHNICITIES: readonly Ethnicity[] = [
  { code: '01', name: 'Kinh', share: 85.3 },
  { code: '02', name: 'Tày', share: 1.9, surnames: ['Nông', 'Hoàng', 'Hà', 'Bế', 'Lương'] },
  { code: '03', name: 'Thái', share: 1.9, surnames: ['Lò', 'Cầm', 'Quàng', 'Tòng', 'Hà'] },
  { code: '06', name: 'Mường', share: 1.5, surnames: ['Bùi', 'Đinh', 'Quách', 'Bạch', 'Hà'] },
  { code: '08', name: 'Hmông', share: 1.4, surnames: ['Vàng', 'Giàng', 'Sùng', 'Thào', 'Mùa', 'Lý'] },
  { code: '05', name: 'Khơ-me', share: 1.4, surnames: ['Thạch', 'Sơn', 'Kim', 'Danh', 'Châu'] },
  { code: '07', name: 'Nùng', share: 1.1, surnames: ['Nông', 'Lương', 'Hoàng', 'Lý'] },
  { code: '09', name: 'Dao', share: 0.9, surnames: ['Triệu', 'Bàn', 'Đặng', 'Phùng'] },
  { code: '04', name: 'Hoa', share: 0.8, surnames: ['Trần', 'Lâm', 'Quan', 'Tăng', 'Mã'] },
  { code: '10', name: 'Gia-rai', share: 0.6, surnames: ['Siu', 'Rơ Châm', 'Kpă', 'Rmah'] },
  { code: '12', name: 'Ê-đê', share: 0.5, surnames: ['Niê', 'Mlô', 'Ayun', 'Êban'] },
  { code: '13', name: 'Ba-na', share: 0.4, surnames: [] },
];
/** One word is the whole name: no family name, no middle name. */
const SINGLE_WORD_NAMES = ['Hlơi', 'Bơnh', 'Djưng', 'Yôh', 'Nhâm', 'Pyưi', 'Grênh', 'Thưm', 'Khưnh', 'Blưk'];

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(between(random, 0, list.length))]!;

export function pickWeighted<T>(random: Random, list: readonly T[], weightOf: (item: T) => number): T {
  let left = random() * list.reduce((sum, item) => sum + weightOf(item), 0);
  for (const item of list) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  return list.at(-1)!;
}

/** A name in the usual spelling, NFC. `surname` is the family's, where the person has one of it. */
export function nameOf(random: Random, sex: Sex, ethnicity: Ethnicity, surname?: string): PersonName {
  if (ethnicity.surnames?.length === 0) return { surname: '', middle: '', given: pick(random, SINGLE_WORD_NAMES) };
  const family = surname ?? (ethnicity.surnames === undefined ? pickWeighted(random, SURNAMES, ([, share]) => share)[0] : pick(random, ethnicity.surnames));
  return { surname: family, middle: pick(random, MIDDLE[sex]), given: pick(random, GIVEN[sex]) };
}

/** As it stands in the population database and on the card: upper case, single spaces, NFC. */
export const upperName = (name: PersonName): string =>
  [name.surname, name.middle, name.given].filter((part) => part !== '').join(' ').toLocaleUpperCase('vi').normalize('NFC');
