import type { Form } from '../procedure/forms.ts';
import type { FormFacts } from './form-facts.ts';
import { field, fields, line, words, type FormSheet } from './form-sheet.ts';
import { applicant, officer, personField, personLine, placeAndDay, sheetOf } from './sheet-frame.ts';

/**
 * DC01, for a citizen who isn't in the population database: the seventeen items of 2015. The template of 2025 was not to be
 * had; its print uses the same items, without the household book, which ended with 2022. Source: TT 66/2015/TT-BCA, template DC01.
 */
export const populationCollection = (form: Form, facts: FormFacts): FormSheet => {
  const { person, representative } = facts;
  const blank = (label: string, share = 1): ReturnType<typeof field> => field(label, '', { share });
  const numbers = { share: 2 };
  return sheetOf(form, facts, {
    barcode: facts.number,
    blocks: [
      words('(Dùng cho công dân chưa có thông tin trong Cơ sở dữ liệu quốc gia về dân cư)', { small: true }),
      personLine(person, 'fullName', '1', true),
      fields(personField(person, 'birthDate', { share: 3 }, '2'), blank('3. Nhóm máu', 2)),
      fields(personField(person, 'sex', { share: 2 }, '4'), blank('5. Tình trạng hôn nhân', 3)),
      personLine(person, 'birthRegistration', '6'),
      personLine(person, 'homeTown', '7'),
      fields(personField(person, 'ethnicity', {}, '8'), personField(person, 'nationality', {}, '9'), personField(person, 'religion', {}, '10')),
      line('11. Số định danh cá nhân (hoặc số CMND)', person.pid === '' ? person.oldIdNumber : person.pid),
      personLine(person, 'residence', '12'),
      personLine(person, 'currentAddress', '13'),
      words('14. Họ, chữ đệm, tên, quốc tịch, số định danh (hoặc số CMND) của'),
      fields(field('– Cha', person.fatherName.toLocaleUpperCase('vi'), { share: 4 }), blank('Quốc tịch', 2), field('Số', '', numbers)),
      fields(field('– Mẹ', person.motherName.toLocaleUpperCase('vi'), { share: 4 }), blank('Quốc tịch', 2), field('Số', '', numbers)),
      fields(field('– Vợ (chồng)', person.spouseName.toLocaleUpperCase('vi'), { share: 4 }), blank('Quốc tịch', 2), field('Số', '', numbers)),
      fields(field('– Người đại diện hợp pháp', representative?.fullName.toLocaleUpperCase('vi') ?? '', { share: 6 }), field('Số', representative?.pid ?? '', numbers)),
      fields(blank('15. Chủ hộ', 4), blank('Quốc tịch', 2), field('Số', '', numbers)),
      line('16. Quan hệ với chủ hộ', ''),
      ...(facts.receivedOn < HOUSEHOLD_BOOK_ENDED ? [line('17. Số sổ hộ khẩu', '')] : []),
      { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [{ title: 'TRƯỞNG CÔNG AN XÃ', note: '(Ký, đóng dấu, ghi rõ họ tên)', name: '' }, officer(facts, 'CÁN BỘ THU THẬP'), { ...applicant(facts), title: 'NGƯỜI KHAI' }] },
    ],
  });
};

/** Paper household books hold no more from this day. Source: Luật Cư trú 68/2020/QH14, Article 38(3). */
const HOUSEHOLD_BOOK_ENDED = '2023-01-01';
