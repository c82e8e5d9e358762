import { sourced, unverified, type Basis } from '../../procedure/fact.ts';
import { isSameText } from '../text/tone-placement.ts';
import { listOf, type Coded, type CodeSystem } from './coded.ts';

export type CodeList = {
  readonly system: CodeSystem;
  readonly basis: Basis;
  readonly entries: readonly Coded[];
  /** Whether a text outside the list may be kept, without a code. */
  readonly open: boolean;
};

const list = (system: CodeSystem, basis: Basis, entries: string, open = false): CodeList => ({ system, basis, entries: listOf(system, entries), open });

/** Order and codes of QĐ 121-TCTK/PPCĐ of 1979; newer lists number 05 and 06 otherwise. */
const ETHNICITIES = `01 Kinh · 02 Tày · 03 Thái · 04 Hoa · 05 Khơ-me · 06 Mường · 07 Nùng · 08 Hmông · 09 Dao · 10 Gia-rai · 11 Ngái · 12 Ê-đê · 13 Ba-na ·
14 Xơ-đăng · 15 Sán Chay · 16 Cơ-ho · 17 Chăm · 18 Sán Dìu · 19 Hrê · 20 Mnông · 21 Ra-glai · 22 Xtiêng · 23 Bru-Vân Kiều · 24 Thổ · 25 Giáy · 26 Cơ-tu ·
27 Gié-Triêng · 28 Mạ · 29 Khơ-mú · 30 Co · 31 Ta-ôi · 32 Chơ-ro · 33 Kháng · 34 Xinh-mun · 35 Hà Nhì · 36 Chu-ru · 37 Lào · 38 La Chí · 39 La Ha ·
40 Phù Lá · 41 La Hủ · 42 Lự · 43 Lô Lô · 44 Chứt · 45 Mảng · 46 Pà Thẻn · 47 Cơ Lao · 48 Cống · 49 Bố Y · 50 Si La · 51 Pu Péo · 52 Brâu · 53 Ơ Đu ·
54 Rơ Măm · 55 người nước ngoài · 56 không rõ`;

/** Sensitive data: hidden unless a step needs it. Two more communities named by the census of 2019 have no known code, so the list is open. */
const RELIGIONS = `01 Phật giáo · 02 Công giáo · 03 Phật giáo Hòa Hảo · 04 Hồi giáo · 05 Cao Đài · 06 Minh sư đạo · 07 Minh lý đạo · 08 Tin lành ·
09 Tịnh độ cư sĩ Phật hội Việt Nam · 10 Đạo Tứ ấn hiếu nghĩa · 11 Bửu sơn Kỳ hương · 12 Ba Ha'i · 13 Bà La Môn · 14 Mặc Môn · 99 Không`;

export const CODE_LISTS: readonly CodeList[] = [
  list('qcvn109/sex', sourced('qcvn109'), '0 chưa có thông tin · 1 Nam · 2 Nữ'),
  list('qcvn109/marital-status', sourced('qcvn109'), '0 chưa có thông tin · 1 chưa kết hôn · 2 đang có vợ/chồng · 3 đã ly hôn hoặc góa'),
  list('qcvn109/blood-group', sourced('qcvn109'), '00 chưa có · 01 A · 02 B · 03 AB · 04 O'),
  list('tctk-121-1979/ethnicity', sourced('ethnic-list'), ETHNICITIES),
  list('tctk-1019-2008/religion', sourced('religion-list'), RELIGIONS, true),
  // No official list was found; the order is the project's.
  list('project/relation-to-head', unverified('none'),
    '01 chủ hộ · 02 vợ · 03 chồng · 04 con đẻ · 05 con nuôi · 06 bố · 07 mẹ · 08 ông · 09 bà · 10 anh · 11 chị · 12 em · 13 cháu · 14 con dâu · 15 con rể · 16 ở nhờ, ở thuê · 99 khác', true),
];

export const codeList = (system: CodeSystem): CodeList => CODE_LISTS.find((one) => one.system === system) as CodeList;

/** The entry of a code in a stated list; another list's code finds nothing. */
export const findCode = (system: CodeSystem, code: string): Coded | undefined => codeList(system).entries.find((entry) => entry.code === code);

/** The entry that a name means, tone placement, case and hyphens apart ("Ê Đê", "Khơ me"). */
export const findByName = (system: CodeSystem, name: string): Coded | undefined =>
  codeList(system).entries.find((entry) => isSameText(entry.name.replaceAll('-', ' '), name.replaceAll('-', ' ')));
