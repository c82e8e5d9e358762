import type { ReturnReason } from '../dossier/return-reasons.ts';
import type { IssueKind } from '../dossier/steps.ts';
import type { PartialDate, PersonField } from '../person/person.ts';
import { applicantFindings, type Representation } from './applicants.ts';
import { derived, finding, sourced, unverified, type Finding } from './fact.ts';
import type { FindingCode } from './finding-codes.ts';
import { formFor, type Form, type FormMeaning } from './forms.ts';
import { findGround, isFullyOnline, type GroundId } from './issue-grounds.ts';

/** How sure the counter is of whom it has before it. `offline`: cached or by hand, checked when the line is back. */
export type Identification = 'found' | 'absent' | 'offline';
export type Hold = 'none' | 'card-held' | 'card-withdrawn';

export type ReceptionInput = {
  readonly receivedOn: string;
  readonly identification: Identification;
  readonly birthDate: PartialDate;
  readonly kind: IssueKind;
  readonly ground: GroundId;
  /** Fields that the citizen says, and papers show, are wrong in the database. */
  readonly wrongFields: readonly PersonField[];
  /** An adjustment that was asked for and isn't decided yet. */
  readonly adjustmentOpen: boolean;
  readonly hasResidence: boolean;
  readonly everHadCard: boolean | undefined;
  readonly representation: Representation;
  readonly limitedCapacity: boolean;
  readonly hold: Hold;
};

/** The four ways on from a search. Source: Luật Căn cước 26/2023/QH15, Article 23; NĐ 70/2024/NĐ-CP, Article 21; QĐ 5710/QĐ-BCA-C06. */
export type Outcome = 'go-on' | 'adjust-first' | 'create-first' | 'refuse';

export type Reception = {
  readonly outcome: Outcome;
  readonly reasons: readonly ReturnReason[];
  /** What is printed for it, in the version of the day. */
  readonly forms: readonly Form[];
  readonly findings: readonly Finding[];
};

const STEP_B3 = sourced('law-2023', 'Article 23; NĐ 70/2024/NĐ-CP, Article 21');

/** Decides the way on. Refusal goes before the rest: a citizen isn't sent to have data adjusted for a card they can't have. */
export function receive(input: ReceptionInput): Reception {
  const { findings: aboutApplicant } = applicantFindings(input);
  const findings = [...aboutApplicant, ...holdFindings(input.hold), ...kindFindings(input), ...dataFindings(input)];
  const refusals = findings.filter(({ severity, code }) => severity === 'block' && REFUSING[code] !== undefined);
  if (refusals.length > 0) {
    const reasons = [...new Set(refusals.flatMap(({ code }) => REFUSING[code] ?? []))];
    return { outcome: 'refuse', reasons, forms: formsFor(['refusal'], input.receivedOn), findings };
  }
  if (input.identification === 'absent') return { outcome: 'create-first', reasons: ['R01'], forms: formsFor(['population-collection'], input.receivedOn), findings };
  if (!input.hasResidence) return { outcome: 'adjust-first', reasons: ['R04'], forms: formsFor(['residence-change'], input.receivedOn), findings };
  if (isAdjustmentNeeded(input)) {
    return { outcome: 'adjust-first', reasons: ['R02'], forms: formsFor([adjustmentForm(input.receivedOn)], input.receivedOn), findings };
  }
  return { outcome: 'go-on', reasons: [], forms: formsFor(['collection-record', 'appointment-slip'], input.receivedOn), findings };
}

/** Trap: a card dossier is never opened on wrong data, nor while an adjustment is open. */
export const mayOpenDossier = (reception: Reception): boolean => reception.outcome === 'go-on';

const isAdjustmentNeeded = (input: ReceptionInput): boolean => input.wrongFields.length > 0 || input.adjustmentOpen;

/** Before 1/7/2024 a DC02 was the adjustment itself; since then it is the request for one. */
const adjustmentForm = (day: string): FormMeaning => (formFor('population-adjustment', day) === undefined ? 'procedure-request' : 'population-adjustment');

const formsFor = (meanings: readonly FormMeaning[], day: string): readonly Form[] => meanings.flatMap((meaning) => formFor(meaning, day) ?? []);

/** Blocks that end in a written refusal, with the reason it states. */
const REFUSING: Readonly<Partial<Record<FindingCode, ReturnReason>>> = {
  'applicant.too-young': 'R06', 'applicant.representative-missing': 'R05', 'applicant.proof-missing': 'R05', 'reception.card-held': 'R06', 'reception.card-withdrawn': 'R06',
};

function holdFindings(hold: Hold): readonly Finding[] {
  if (hold === 'card-held') return [finding('reception.card-held', 'block', sourced('law-2023', 'Article 29'))];
  return hold === 'card-withdrawn' ? [finding('reception.card-withdrawn', 'block', sourced('law-2023', 'Article 29'))] : [];
}

/** A kind or ground that doesn't fit is told, not forbidden: the officer may know more than the database. */
function kindFindings(input: ReceptionInput): readonly Finding[] {
  const ground = findGround(input.ground, input.receivedOn);
  if (ground === undefined) return [finding('reception.ground-unknown', 'warning', derived('law-2023', 'Article 24'), { ground: input.ground })];
  return [
    ...(ground.kind === input.kind ? [] : [finding('reception.kind-differs', 'warning', ground.basis, { expected: ground.kind })]),
    ...(input.everHadCard === true && input.kind === 'first-issue' ? [finding('reception.had-card', 'warning', ground.basis)] : []),
    ...(input.everHadCard === false && input.kind !== 'first-issue' ? [finding('reception.no-former-card', 'warning', ground.basis)] : []),
    ...(isFullyOnline(input.ground, input.receivedOn) ? [finding('reception.online-possible', 'info', sourced('nd58-2026'))] : []),
  ];
}

function dataFindings(input: ReceptionInput): readonly Finding[] {
  return [
    ...(input.identification === 'offline' ? [finding('reception.unconfirmed', 'warning', unverified('none'))] : []),
    ...(input.wrongFields.length > 0 ? [finding('reception.data-wrong', 'warning', STEP_B3, { fields: input.wrongFields.join(' ') })] : []),
    ...(input.adjustmentOpen ? [finding('reception.adjustment-open', 'warning', STEP_B3)] : []),
    ...(input.hasResidence ? [] : [finding('reception.no-residence', 'warning', sourced('tt17-2024', 'Article 4'))]),
  ];
}
