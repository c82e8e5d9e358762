import type { IssueKind } from '../dossier/steps.ts';
import { finding, holdsOn, sourced, unverified, type Basis, type Finding, type Period } from './fact.ts';
import type { HolidayCalendar } from './holidays.ts';
import { addCalendarDays, addWorkingDays } from './working-days.ts';

export type Term =
  | 'card-first-issue' | 'card-exchange' | 'card-reissue' | 'adjust-population-data' | 'hand-over-to-classification' | 'transmit' | 're-establish-pid'
  | 'confirm-numbers-known' | 'confirm-numbers-unknown' | 'add-dna-or-voice' | 'database-extract' | 'identity-certificate' | 'e-id-with-card' | 'e-id-alone';

/** Where the counter lies; only the law of 2014 made a difference. */
export type Region = 'city' | 'mountain-border-island' | 'elsewhere';

export type TermRule = Period & { readonly term: Term; readonly region?: Region; readonly days: number; readonly unit: 'working' | 'calendar'; readonly basis: Basis };

const OLD = { from: '2021-01-01', to: '2024-06-30' };
const NEW = { from: '2024-07-01' };
const rule = (term: Term, days: number, period: Period, basis: Basis, more: Partial<TermRule> = {}): TermRule => ({ term, days, unit: 'working', ...period, basis, ...more });
const ART25 = sourced('deadlines-2014', 'Article 25');
const ART26 = sourced('law-2023', 'Article 26');

export const TERMS: readonly TermRule[] = [
  rule('card-first-issue', 7, OLD, ART25, { region: 'city' }), rule('card-exchange', 7, OLD, ART25, { region: 'city' }), rule('card-reissue', 15, OLD, ART25, { region: 'city' }),
  ...(['card-first-issue', 'card-exchange', 'card-reissue'] as const).flatMap((term) => [
    rule(term, 20, OLD, ART25, { region: 'mountain-border-island' }), rule(term, 15, OLD, ART25, { region: 'elsewhere' }), rule(term, 7, NEW, ART26),
  ]),
  rule('hand-over-to-classification', 0, OLD, sourced('tt60-2021', 'Article 5')),
  rule('transmit', 2, OLD, sourced('tt60-stages')),
  // The stage's length under TT 18/2024 was not found; the old one is kept.
  rule('transmit', 2, NEW, unverified('tt60-stages')),
  rule('adjust-population-data', 2, NEW, sourced('law-2023', 'NĐ 70/2024/NĐ-CP, Article 6')),
  rule('re-establish-pid', 15, NEW, sourced('qd5710-2025')),
  rule('confirm-numbers-known', 3, NEW, sourced('qd5710-2025')), rule('confirm-numbers-unknown', 7, NEW, sourced('qd5710-2025')),
  rule('add-dna-or-voice', 7, NEW, sourced('qd5710-2025')), rule('database-extract', 3, NEW, sourced('qd5710-2025')),
  rule('identity-certificate', 15, NEW, sourced('law-2023'), { unit: 'calendar' }),
  rule('e-id-with-card', 7, NEW, sourced('law-2023', 'NĐ 69/2024/NĐ-CP')), rule('e-id-alone', 3, NEW, sourced('law-2023', 'NĐ 69/2024/NĐ-CP')),
];

export const cardTerm = (kind: IssueKind): Term => `card-${kind}`;

export type Deadline = { readonly dueOn: string; readonly rule: TermRule; readonly findings: readonly Finding[] };
export type DeadlineInput = { readonly term: Term; readonly receivedOn: string; readonly region: Region; readonly calendar: HolidayCalendar };

/** The last day by which something is due, counted from a complete dossier; `undefined` where no term is known for that day. */
export function deadlineOf({ term, receivedOn, region, calendar }: DeadlineInput): Deadline | undefined {
  const rule = TERMS.find((one) => one.term === term && holdsOn(one, receivedOn) && (one.region ?? region) === region);
  if (rule === undefined) return undefined;
  const add = rule.unit === 'working' ? addWorkingDays : addCalendarDays;
  const dueOn = add(receivedOn, rule.days, calendar.off, calendar.worked);
  const isCovered = calendar.years.has(Number(receivedOn.slice(0, 4))) && calendar.years.has(Number(dueOn.slice(0, 4)));
  return {
    dueOn, rule,
    findings: [
      ...(isCovered ? [] : [finding('deadline.calendar-missing', 'warning', unverified('labour-code'))]),
      ...(rule.basis.mark === 'unverified' ? [finding('deadline.unverified', 'warning', rule.basis)] : []),
    ],
  };
}
