import { FINGERS, FINGERS_OF, SLAPS, type Finger } from '../dossier/capture-slots.ts';
import type { Form } from '../procedure/forms.ts';
import { formatPartialDate } from '../time/format.ts';
import type { CollectionFacts } from './form-facts.ts';
import { field, fields, heading, line, words, type FormSheet, type SheetBlock } from './form-sheet.ts';
import { GROUND_WORDS, KIND_WORDS, MISSING_WORDS, dong } from './form-words.ts';
import { applicant, head, officer, personField, personLine, placeAndDay, representativeBlocks, sheetOf } from './sheet-frame.ts';

/**
 * The record of what was collected: CC01 since 1/7/2024, CC02 before. The official list of boxes was not to be had; this
 * one is made from the items of law. Source: Luật Căn cước 26/2023/QH15, Articles 9 and 15; TT 60/2021/TT-BCA, Article 5.
 */
export const collectionRecord = (form: Form, facts: CollectionFacts): FormSheet => sheetOf(form, facts, {
  barcode: facts.number,
  portraitSha256: facts.portraitSha256,
  blocks: [
    fields(field('Loại', KIND_WORDS[facts.kind], { strong: true, share: 1 }), field('Lý do', facts.ground === null ? '' : GROUND_WORDS[facts.ground], { share: 2 })),
    ...identity(facts),
    ...representativeBlocks(facts.representative, 'II. Người đại diện hợp pháp', true),
    heading('III. Sinh trắc học'),
    ...(facts.reusesLast ? [reusedWords(facts)] : [printTable(facts), words(`Mống mắt: ${form.code === 'CC02' ? 'không thu nhận' : 'trạm chưa có thiết bị thu nhận'}`, { small: true })]),
    heading('IV. Giấy tờ, lệ phí'),
    ...papers(facts),
    ...fee(facts),
    words('Tôi đã kiểm tra và xác nhận các thông tin trên phiếu này là đúng.', { small: true }),
    { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [applicant(facts), officer(facts), head()] },
  ],
});

/** Nothing was taken: which card the picture above and the prints are of. */
const reusedWords = ({ lastCardIssuedOn }: CollectionFacts): SheetBlock => words(`Sử dụng lại ảnh khuôn mặt, vân tay, mống mắt đã thu nhận lần gần nhất${lastCardIssuedOn === '' ? '' : ` (thẻ cấp ngày ${formatPartialDate(lastCardIssuedOn)})`}; không thu nhận lại.`);

function identity({ person }: CollectionFacts): readonly SheetBlock[] {
  return [
    heading('I. Thông tin công dân'),
    personLine(person, 'fullName', '1', true),
    fields(personField(person, 'pid', { strong: true }, '2'), personField(person, 'oldIdNumber', {}, '3')),
    fields(personField(person, 'birthDate', { share: 4 }, '4'), personField(person, 'sex', { share: 3 }, '5')),
    fields(personField(person, 'ethnicity', { share: 2 }, '6'), personField(person, 'religion', { share: 2 }, '7'), personField(person, 'nationality', { share: 2 }, '8')),
    personLine(person, 'birthRegistration', '9'),
    personLine(person, 'homeTown', '10'),
    personLine(person, 'residence', '11'),
    personLine(person, 'currentAddress', '12'),
    fields(personField(person, 'fatherName', {}, '13'), personField(person, 'motherName', {}, '14')),
    personLine(person, 'spouseName', '15'),
    fields(personField(person, 'phone', { share: 2 }, '16'), personField(person, 'occupation', { share: 3 }, '17')),
    line('18. Đặc điểm nhân dạng', ''),
  ];
}

/** The state of each of the ten prints, hand by hand, as the position on the paper is meant to tell it. */
function printTable(facts: CollectionFacts): SheetBlock {
  const row = (hand: 'right' | 'left', title: string): readonly string[] => [title, ...FINGERS.filter((finger) => finger.startsWith(hand)).map((finger) => printState(facts, finger))];
  return { kind: 'table', heads: ['Bàn tay', 'Cái', 'Trỏ', 'Giữa', 'Áp út', 'Út'], shares: [1, 1, 1, 1, 1, 1], rows: [row('right', 'Phải'), row('left', 'Trái')] };
}

function printState({ slots, missing }: CollectionFacts, finger: Finger): string {
  const gone = missing.find((one) => one.finger === finger);
  if (gone !== undefined) return `khuyết: ${MISSING_WORDS[gone.reason]}${gone.permanent ? '' : ' (tạm thời)'}`;
  const flat = slots.some((slot) => SLAPS.some((slap) => slap === slot && FINGERS_OF[slap].includes(finger)));
  const single = slots.includes(finger);
  if (flat && single) return 'ấn phẳng, lăn';
  return flat ? 'ấn phẳng' : single ? 'từng ngón' : 'chưa thu';
}

function papers({ documents }: CollectionFacts): readonly SheetBlock[] {
  if (documents.length === 0) return [line('Giấy tờ đã xuất trình', 'không')];
  return [{ kind: 'table', heads: ['Giấy tờ đã xuất trình', 'Số', 'Ngày cấp', 'Số trang chụp'], shares: [4, 3, 2, 2], rows: documents.map(({ kind, number, issuedOn, pages }) => [kind, number, formatPartialDate(issuedOn), pages === 0 ? '' : String(pages)]) }];
}

const fee = ({ fee: paid }: CollectionFacts): readonly SheetBlock[] => (paid === null ? [] : [
  fields(field('Lệ phí', dong(paid.amountDong), { share: 2 }), field('Căn cứ', paid.explained, { share: 3 }), field('Biên lai số', paid.receiptNumber, { share: 2 })),
]);

