import { derived, holdsOn, sourced, unverified, type Basis, type Period } from './fact.ts';

export type FormCode = 'CC01' | 'CC02' | 'CC03' | 'CC04' | 'CC05' | 'DC01' | 'DC02' | 'DC03' | 'CT01' | 'TK01';

/**
 * A form is named by its code, the circular that sets it and the day from which it holds: CC01, CC02 and DC02 changed their
 * meaning on 1/7/2024. `layout` tells whether the template at hand is the official one.
 */
export type Form = Period & {
  readonly code: FormCode;
  readonly circular: string;
  /** Vietnamese title; `''` = not established. */
  readonly title: string;
  readonly meaning: FormMeaning;
  readonly printedBy: 'citizen' | 'software';
  readonly layout: 'official-items' | 'practice';
  readonly basis: Basis;
};

export type FormMeaning =
  | 'application' | 'collection-record' | 'appointment-slip' | 'refusal' | 'number-confirmation' | 'population-collection' | 'population-adjustment' | 'procedure-request'
  | 'residence-change' | 'e-id-application' | 'unknown';

const form = (code: FormCode, circular: string, period: Period, title: string, meaning: FormMeaning, more: Pick<Form, 'printedBy' | 'layout' | 'basis'>): Form =>
  ({ code, circular, ...period, title, meaning, ...more });
const OLD: Period = { from: '2021-01-01', to: '2024-06-30' };
const NEW: Period = { from: '2024-07-01' };
const [TT66, TT17, TT53] = ['TT 66/2015/TT-BCA', 'TT 17/2024/TT-BCA', 'TT 53/2025/TT-BCA'];
const software = (layout: Form['layout'], basis: Basis) => ({ printedBy: 'software', layout, basis }) as const;
const citizen = (layout: Form['layout'], basis: Basis) => ({ printedBy: 'citizen', layout, basis }) as const;
const oldForm = sourced('law-2014', TT66);
const newForm = sourced('tt17-2024', 'Article 10(2)');

export const FORMS: readonly Form[] = [
  form('CC01', TT66, OLD, 'Tờ khai căn cước công dân', 'application', citizen('official-items', oldForm)),
  form('CC01', TT17, NEW, 'Phiếu thu nhận thông tin căn cước', 'collection-record', software('practice', newForm)),
  form('CC02', TT66, OLD, 'Phiếu thu nhận thông tin căn cước công dân', 'collection-record', software('practice', oldForm)),
  form('CC02', TT17, NEW, 'Giấy hẹn trả kết quả', 'appointment-slip', software('practice', newForm)),
  form('CC03', TT66, OLD, '', 'unknown', software('practice', unverified('law-2014', TT66))),
  form('CC03', TT17, { from: '2024-07-01', to: '2025-06-30' }, 'Thông báo về việc từ chối giải quyết', 'refusal', software('practice', newForm)),
  form('CC03', TT53, { from: '2025-07-01' }, 'Thông báo về việc từ chối giải quyết', 'refusal', software('practice', sourced('tt53-2025'))),
  form('CC04', TT17, NEW, 'Giấy xác nhận số chứng minh nhân dân 09 số, số định danh cá nhân', 'number-confirmation', software('practice', newForm)),
  form('CC05', TT17, NEW, '', 'unknown', software('practice', unverified('tt17-2024'))),
  form('DC01', TT66, OLD, 'Phiếu thu thập thông tin dân cư', 'population-collection', citizen('official-items', oldForm)),
  form('DC01', TT17, { from: '2024-07-01', to: '2025-06-30' }, 'Phiếu thu thập thông tin dân cư', 'population-collection', citizen('practice', sourced('tt17-2024'))),
  form('DC01', TT53, { from: '2025-07-01' }, 'Phiếu thu thập thông tin dân cư', 'population-collection', citizen('practice', sourced('tt53-2025'))),
  form('DC02', TT66, OLD, 'Phiếu cập nhật, chỉnh sửa thông tin dân cư', 'population-adjustment', citizen('official-items', oldForm)),
  form('DC02', TT17, NEW, 'Phiếu đề nghị giải quyết thủ tục về căn cước', 'procedure-request', citizen('official-items', sourced('tt17-2024'))),
  form('DC03', TT17, NEW, '', 'unknown', software('practice', unverified('tt17-2024', 'Article 10(2)'))),
  form('CT01', 'TT 56/2021/TT-BCA', { from: '2021-07-01', to: '2026-06-30' }, 'Tờ khai thay đổi thông tin cư trú', 'residence-change', citizen('practice', derived('catalogue'))),
  form('CT01', 'TT 116/2026/TT-BCA', { from: '2026-07-01' }, 'Tờ khai thay đổi thông tin cư trú', 'residence-change', citizen('practice', sourced('catalogue'))),
  form('TK01', 'NĐ 69/2024/NĐ-CP', { from: '2024-07-01', to: '2026-09-27' }, 'Phiếu đề nghị cấp tài khoản định danh điện tử', 'e-id-application', citizen('practice', sourced('law-2023'))),
  form('TK01', 'NĐ 320/2026/NĐ-CP', { from: '2026-09-28' }, 'Phiếu đề nghị cấp tài khoản định danh điện tử', 'e-id-application', citizen('practice', unverified('catalogue'))),
];

/** The form of a code on the day a dossier was received; `undefined` where that code didn't exist. */
export const formOn = (code: FormCode, day: string): Form | undefined => FORMS.find((one) => one.code === code && holdsOn(one, day));
/** The form that does a job on a day, whatever it was called. */
export const formFor = (meaning: FormMeaning, day: string): Form | undefined => FORMS.find((one) => one.meaning === meaning && holdsOn(one, day));

/** Items of the DC01 of 2015, in order. Source: TT 66/2015/TT-BCA, template DC01. */
export const DC01_2015_ITEMS = [
  'fullName', 'birthDate', 'bloodGroup', 'sex', 'maritalStatus', 'birthRegistration', 'homeTown', 'ethnicity', 'nationality', 'religion', 'pid', 'residence', 'currentAddress',
  'relatives', 'headOfHousehold', 'relationToHead', 'householdBook',
] as const;

/** Items of the CC01 of 2015 (tờ khai), in order. Source: TT 66/2015/TT-BCA, template CC01. */
export const CC01_2015_ITEMS = [
  'fullName', 'otherName', 'birthDate', 'sex', 'idNumber', 'ethnicity', 'religion', 'nationality', 'maritalStatus', 'bloodGroup', 'birthRegistration', 'homeTown', 'residence',
  'currentAddress', 'occupation', 'education', 'father', 'mother', 'spouse', 'representative', 'headOfHousehold', 'request',
] as const;
