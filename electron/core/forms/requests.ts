import { DC02_BOXES, dc02ForAdjustment, dc02ForCard, type Dc02Box } from '../procedure/dc02.ts';
import type { IssueKind } from '../dossier/steps.ts';
import type { Form } from '../procedure/forms.ts';
import { formatPartialDate } from '../time/format.ts';
import type { AdjustmentFacts, CardRequestFacts, FormFacts, WrongField } from './form-facts.ts';
import { field, fields, heading, line, words, type FormSheet, type SheetBlock } from './form-sheet.ts';
import { FIELD_WORDS, GROUND_WORDS, KIND_WORDS, fieldValue } from './form-words.ts';
import { applicant, officer, personField, personLine, placeAndDay, representativeBlocks, sheetOf } from './sheet-frame.ts';

/** The nine boxes' words. Source: TT 17/2024/TT-BCA, template DC02, part III. */
const BOX_WORDS: Readonly<Record<Dc02Box, string>> = {
  card: 'Cấp/cấp đổi/cấp lại thẻ căn cước', 'confirm-old-number': 'Xác nhận số định danh cá nhân với số chứng minh nhân dân 09 số', 'confirm-cancelled-pid': 'Xác nhận số định danh cá nhân với số định danh cá nhân đã hủy',
  're-establish-pid': 'Hủy, xác lập lại số định danh cá nhân', 'extract-population': 'Khai thác thông tin trong Cơ sở dữ liệu quốc gia về dân cư', 'extract-identity': 'Khai thác thông tin trong Cơ sở dữ liệu căn cước',
  'adjust-population': 'Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư', integrate: 'Tích hợp thông tin vào thẻ căn cước', 'update-identity': 'Thu thập, cập nhật thông tin vào Cơ sở dữ liệu căn cước',
};

/** The DC02 of 2024: one request form for nine procedures; which of them is told by the boxes. */
function procedureRequest(form: Form, facts: FormFacts, asked: { readonly boxes: ReadonlySet<Dc02Box>; readonly kind: IssueKind | undefined; readonly request: readonly SheetBlock[] }): FormSheet {
  const label = (box: Dc02Box, at: number): string => `${at + 1}. ${box === 'card' && asked.kind !== undefined ? `${KIND_WORDS[asked.kind]} thẻ căn cước` : BOX_WORDS[box]}`;
  return sheetOf(form, facts, {
    barcode: facts.number,
    blocks: [
      words(`Kính gửi: ${facts.station}`, { strong: true }),
      heading('I. Thông tin người đề nghị'),
      personLine(facts.person, 'fullName', '', true),
      fields(personField(facts.person, 'birthDate', { share: 3 }), personField(facts.person, 'sex', { share: 2 })),
      personLine(facts.person, 'pid'),
      line('Nơi cư trú', facts.person.residence === '' ? facts.person.currentAddress : facts.person.residence),
      ...representativeBlocks(facts.representative, 'II. Thông tin người đại diện (nếu có)', true),
      heading('III. Nội dung đề nghị'),
      { kind: 'boxes', columns: 1, boxes: DC02_BOXES.map((box, at) => ({ label: label(box, at), ticked: asked.boxes.has(box) })) },
      ...asked.request,
      line('11. Địa chỉ nhận kết quả', facts.station),
      heading('Ý kiến của chủ thể thông tin'),
      words('Tôi đồng ý để cơ quan công an xử lý dữ liệu cá nhân của tôi cho nội dung đề nghị nêu trên.', { small: true }),
      { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [{ ...officer(facts, 'CÁN BỘ TIẾP NHẬN') }, { ...applicant(facts), title: 'NGƯỜI ĐỀ NGHỊ' }] },
    ],
  });
}

export const cardRequest = (form: Form, facts: CardRequestFacts): FormSheet => procedureRequest(form, facts, {
  ...dc02ForCard(facts.kind), request: [line('10. Nội dung đề nghị cụ thể', `${KIND_WORDS[facts.kind]} thẻ căn cước${facts.ground === null ? '' : `: ${GROUND_WORDS[facts.ground]}`}`)],
});

export const adjustmentRequest = (form: Form, facts: AdjustmentFacts): FormSheet => procedureRequest(form, facts, {
  ...dc02ForAdjustment(),
  request: [words('10. Nội dung đề nghị cụ thể: điều chỉnh các thông tin sau'), wrongTable(facts.wrong), ...(facts.note === '' ? [] : [line('Giấy tờ chứng minh', facts.note)]), line('Hạn giải quyết', formatPartialDate(facts.dueOn))],
});

const wrongTable = (wrong: readonly WrongField[]): SheetBlock => ({
  kind: 'table', heads: ['Thông tin', 'Trong Cơ sở dữ liệu', 'Đề nghị điều chỉnh thành'], shares: [3, 4, 4],
  rows: wrong.map((one) => [FIELD_WORDS[one.field], one.database === '' ? '(trống)' : fieldValue(one.field, one.database), fieldValue(one.field, one.right)]),
});

/** The DC02 of 2015: the adjustment itself, filled in by the citizen. */
export const formerAdjustment = (form: Form, facts: AdjustmentFacts): FormSheet => sheetOf(form, facts, {
  blocks: [
    fields(personField(facts.person, 'fullName', { share: 3, strong: true }), personField(facts.person, 'sex', { share: 1 })),
    fields(personField(facts.person, 'pid'), personField(facts.person, 'birthDate')),
    personLine(facts.person, 'residence'),
    heading('Thông tin đề nghị cập nhật, chỉnh sửa'),
    wrongTable(facts.wrong),
    line('Giấy tờ, tài liệu chứng minh', facts.note),
    ...representativeBlocks(facts.representative, 'Người đại diện hợp pháp'),
    { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [{ title: 'TRƯỞNG CÔNG AN XÃ', note: '(Ký, đóng dấu, ghi rõ họ tên)', name: '' }, officer(facts, 'CÁN BỘ TIẾP NHẬN'), { ...applicant(facts), title: 'NGƯỜI KHAI' }] },
  ],
});

/** The CC01 of 2015: the citizen's own application, 22 items, prefilled so that nothing known is asked again. */
export const formerApplication = (form: Form, facts: CardRequestFacts): FormSheet => {
  const { person } = facts;
  const blank = (label: string): ReturnType<typeof field> => field(label, '');
  return sheetOf(form, facts, {
    blocks: [
      personLine(person, 'fullName', '1', true),
      line('2. Họ, chữ đệm và tên gọi khác', ''),
      fields(personField(person, 'birthDate', {}, '3'), personField(person, 'sex', {}, '4')),
      fields(field('5. Số CMND/CCCD', person.pid === '' ? person.oldIdNumber : person.pid)),
      fields(personField(person, 'ethnicity', {}, '6'), personField(person, 'religion', {}, '7'), personField(person, 'nationality', {}, '8')),
      fields(blank('9. Tình trạng hôn nhân'), blank('10. Nhóm máu')),
      personLine(person, 'birthRegistration', '11'),
      personLine(person, 'homeTown', '12'),
      personLine(person, 'residence', '13'),
      personLine(person, 'currentAddress', '14'),
      fields(personField(person, 'occupation', {}, '15'), blank('16. Trình độ học vấn')),
      personLine(person, 'fatherName', '17'),
      personLine(person, 'motherName', '18'),
      personLine(person, 'spouseName', '19'),
      fields(field('20. Người đại diện hợp pháp', facts.representative?.fullName.toLocaleUpperCase('vi') ?? '', { share: 3 }), field('Số CMND/CCCD', facts.representative?.pid ?? '', { share: 2 })),
      fields(blank('21. Chủ hộ'), blank('Quan hệ với chủ hộ')),
      line('22. Yêu cầu của công dân', `${KIND_WORDS[facts.kind]} thẻ căn cước công dân`),
      fields(blank('Chuyển phát đến tận tay (có/không)'), personField(person, 'phone')),
      { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [{ ...applicant(facts), title: 'NGƯỜI KHAI' }] },
      heading('Kết quả xác minh (cơ quan công an ghi)'),
      { kind: 'lines', count: 3 },
    ],
  });
};
