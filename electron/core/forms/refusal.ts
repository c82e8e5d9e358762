import type { Form } from '../procedure/forms.ts';
import { REASON_RULES } from '../procedure/reasons.ts';
import type { ReturnReason } from '../dossier/return-reasons.ts';
import type { NextAction } from '../procedure/reasons.ts';
import type { RefusalFacts } from './form-facts.ts';
import { fields, heading, line, words, type FormSheet } from './form-sheet.ts';
import { KIND_WORDS, REFUSAL_WORDS } from './form-words.ts';
import { head, officer, personField, personLine, placeAndDay, representativeBlocks, sheetOf } from './sheet-frame.ts';

const NEXT_WORDS: Readonly<Partial<Record<NextAction, string>>> = {
  'collect-population-data': 'làm thủ tục thu thập thông tin dân cư', 'adjust-population-data': 'làm thủ tục điều chỉnh thông tin dân cư', 'reconcile-papers': 'thống nhất giấy tờ tại cơ quan hộ tịch',
  'register-residence': 'đăng ký cư trú', 'bring-representative': 'đến cùng người đại diện hợp pháp, mang theo giấy tờ chứng minh', 'explain-and-refuse': 'đến lại khi đủ điều kiện',
};

/** CC03: the refusal is given in writing with its reason. Source: Luật Căn cước 26/2023/QH15, Article 23(4); TT 53/2025/TT-BCA. */
export const refusal = (form: Form, facts: RefusalFacts): FormSheet => sheetOf(form, facts, {
  subtitle: 'thủ tục về căn cước',
  barcode: facts.number,
  blocks: [
    words(`Kính gửi: ${addressee(facts)}`, { strong: true }),
    ...(facts.representative === null ? [] : [personLine(facts.person, 'fullName', '', true)]),
    fields(personField(facts.person, 'birthDate', { share: 3 }), personField(facts.person, 'sex', { share: 2 })),
    personLine(facts.person, 'pid'),
    personLine(facts.person, 'residence'),
    ...representativeBlocks(facts.representative, 'Người đại diện hợp pháp'),
    words(`${facts.station} đã tiếp nhận đề nghị ${facts.kind === null ? 'cấp' : KIND_WORDS[facts.kind].toLocaleLowerCase('vi')} thẻ căn cước của Ông/Bà và thông báo chưa giải quyết được vì lý do sau:`),
    heading('Lý do từ chối'),
    ...facts.reasons.map((reason) => words(`– ${REFUSAL_WORDS[reason] ?? reason}`, { strong: true })),
    ...(facts.explained === '' ? [] : [line('Nội dung cụ thể', facts.explained)]),
    heading('Việc Ông/Bà cần làm'),
    ...facts.reasons.map((reason) => words(`– ${nextWords(reason)}.`)),
    words('Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo quy định của pháp luật về khiếu nại.', { small: true }),
    { kind: 'signatures', place: placeAndDay(facts.receivedOn), columns: [{ title: 'NGƯỜI NHẬN THÔNG BÁO', note: '(Ký, ghi rõ họ tên)', name: '' }, officer(facts, 'CÁN BỘ TIẾP NHẬN'), head()] },
  ],
});

/** A child's refusal goes to who speaks for them. */
function addressee({ person, representative }: RefusalFacts): string {
  const name = (representative?.fullName ?? person.fullName).toLocaleUpperCase('vi');
  return representative === null ? `Ông/Bà ${name}` : `Ông/Bà ${name}, người đại diện hợp pháp của công dân`;
}

function nextWords(reason: ReturnReason): string {
  const next = NEXT_WORDS[REASON_RULES[reason].next] ?? 'liên hệ nơi tiếp nhận để được hướng dẫn';
  return `Ông/Bà ${next}`;
}
