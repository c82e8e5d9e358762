import { formFor, type Form, type FormMeaning } from '../procedure/forms.ts';
import type { Person, PersonField } from '../person/person.ts';
import { FIELD_WORDS, fieldValue, longDay } from './form-words.ts';
import type { FormFacts, FormJob, RepresentativeFacts } from './form-facts.ts';
import { field, fields, heading, type FormSheet, type SheetBlock, type SheetField, type SheetSigner } from './form-sheet.ts';

/** What a circular has a form for; the day sheet is the station's own paper. */
export type LegalJob = Exclude<FormJob, 'fee-day'>;

/** Before 1/7/2024 a DC02 was the adjustment itself and the card was asked for by a CC01; since then both are boxes of the DC02. */
const MEANINGS: Readonly<Record<LegalJob, readonly FormMeaning[]>> = {
  'collection-record': ['collection-record'],
  'card-request': ['application', 'procedure-request'],
  'population-collection': ['population-collection'],
  'adjustment-request': ['population-adjustment', 'procedure-request'],
  refusal: ['refusal'],
};

/** The form that does a job on the day of reception; `undefined` where no form of that day did. */
export const formOfJob = (job: LegalJob, day: string): Form | undefined => MEANINGS[job].map((meaning) => formFor(meaning, day)).find((form) => form !== undefined);

/** How far the print is the official form: items read from the template, or only a practice layout. */
export const templateNote = ({ code, circular, layout }: Form): string => (layout === 'official-items'
  ? `Các mục theo mẫu ${code} (${circular}); cách trình bày mô phỏng`
  : `Mẫu mô phỏng – chưa phải mẫu ${code} chính thức (${circular})`);

type Body = Pick<FormSheet, 'blocks'> & Partial<Pick<FormSheet, 'subtitle' | 'barcode' | 'portraitSha256'>>;

export const sheetOf = (form: Form, { station, number }: FormFacts, body: Body): FormSheet => ({
  code: form.code, circular: form.circular, title: form.title.toLocaleUpperCase('vi'), subtitle: '', templateNote: templateNote(form), agency: station, number, barcode: '', ...body,
});

export const personField = (person: Person, name: PersonField, style: Pick<SheetField, 'share' | 'strong'> = {}, number = ''): SheetField =>
  field(number === '' ? FIELD_WORDS[name] : `${number}. ${FIELD_WORDS[name]}`, fieldValue(name, person[name]), style);
export const personLine = (person: Person, name: PersonField, number = '', strong = false): SheetBlock => fields(personField(person, name, strong ? { strong } : {}, number));

/** The representative's part of a form; nothing where the citizen speaks for themselves, unless the form always shows it. */
export function representativeBlocks(representative: RepresentativeFacts | null, title: string, always = false): readonly SheetBlock[] {
  if (representative === null && !always) return [];
  const { fullName, pid, relation, proof } = representative ?? { fullName: '', pid: '', relation: '', proof: '' };
  return [
    heading(title),
    fields(field('Họ, chữ đệm và tên', fullName.toLocaleUpperCase('vi'), { share: 3 }), field('Số định danh cá nhân', pid, { share: 2 })),
    fields(field('Quan hệ với công dân', relation), field('Giấy tờ chứng minh', proof)),
  ];
}

export const placeAndDay = (receivedOn: string): string => longDay(receivedOn).replace(/^n/, 'N');

/** Who signs for the citizen: the representative where there is one. */
export const applicant = ({ person, representative }: FormFacts): SheetSigner => (representative === null
  ? { title: 'CÔNG DÂN', note: '(Ký, ghi rõ họ tên)', name: person.fullName.toLocaleUpperCase('vi') }
  : { title: 'NGƯỜI ĐẠI DIỆN HỢP PHÁP', note: '(Ký, ghi rõ họ tên)', name: representative.fullName.toLocaleUpperCase('vi') });
export const officer = ({ officerName }: FormFacts, title = 'CÁN BỘ THU NHẬN'): SheetSigner => ({ title, note: '(Ký, ghi rõ họ tên)', name: officerName });
export const head = (): SheetSigner => ({ title: 'THỦ TRƯỞNG ĐƠN VỊ', note: '(Ký, đóng dấu, ghi rõ họ tên)', name: '' });
