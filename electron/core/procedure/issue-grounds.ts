import type { IssueKind } from '../dossier/steps.ts';
import { derived, holdsOn, sourced, type Basis, type Period } from './fact.ts';

/** Papers that show a ground, among all kinds of paper (`papers.ts`). */
export type Paper = 'old-card' | 'civil-status-decision' | 'proof-of-sex' | 'nationality-decision' | 'number-decision';

/** Why a card is issued. `capture` is what the ground demands of a citizen old enough for biometrics. */
export type IssueGround = Period & {
  readonly id: GroundId;
  readonly kind: IssueKind;
  readonly capture: 'full' | 'reuse-last';
  /** Papers that show the ground; what stands in the population database need not be shown again. */
  readonly papers: readonly Paper[];
  readonly basis: Basis;
};

export const GROUND_IDS = [
  'never-had-card', 'from-old-card', 'milestone-age', 'name-or-birth-corrected', 'appearance-or-biometrics', 'sex-determined', 'error-on-card', 'boundary-change',
  'number-re-established', 'on-request', 'lost', 'damaged', 'nationality-regained',
] as const;
export type GroundId = (typeof GROUND_IDS)[number];

const NEW_FROM = '2024-07-01';
const OLD: Period = { from: '2021-01-01', to: '2024-06-30' };
const NEW: Period = { from: NEW_FROM };
const art24 = (point: string): Basis => sourced('law-2023', `Article 24(${point})`);
const LAW_2014 = derived('law-2014', 'Article 23');

/** Luật Căn cước 26/2023/QH15, Article 24, and what came before. */
export const ISSUE_GROUNDS: readonly IssueGround[] = [
  { id: 'never-had-card', kind: 'first-issue', ...OLD, capture: 'full', papers: [], basis: sourced('law-2014', 'Article 19') },
  { id: 'never-had-card', kind: 'first-issue', ...NEW, capture: 'full', papers: [], basis: sourced('law-2023', 'Article 23') },
  { id: 'from-old-card', kind: 'exchange', from: OLD.from, capture: 'full', papers: ['old-card'], basis: sourced('fees-2019', 'Article 4') },
  { id: 'milestone-age', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card'], basis: sourced('law-2014', 'Article 21') },
  { id: 'milestone-age', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card'], basis: art24('1a') },
  { id: 'name-or-birth-corrected', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card', 'civil-status-decision'], basis: LAW_2014 },
  { id: 'name-or-birth-corrected', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card', 'civil-status-decision'], basis: art24('1b') },
  { id: 'appearance-or-biometrics', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card'], basis: LAW_2014 },
  { id: 'appearance-or-biometrics', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card'], basis: art24('1c') },
  { id: 'sex-determined', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card', 'proof-of-sex'], basis: LAW_2014 },
  { id: 'sex-determined', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card', 'proof-of-sex'], basis: art24('1c') },
  { id: 'error-on-card', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card'], basis: LAW_2014 },
  { id: 'error-on-card', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card'], basis: art24('1d') },
  { id: 'boundary-change', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card'], basis: art24('1đ') },
  { id: 'number-re-established', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card', 'number-decision'], basis: art24('1e') },
  { id: 'on-request', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card'], basis: LAW_2014 },
  { id: 'on-request', kind: 'exchange', ...NEW, capture: 'full', papers: ['old-card'], basis: art24('1g') },
  { id: 'lost', kind: 'reissue', ...OLD, capture: 'full', papers: [], basis: sourced('fees-2019', 'Article 4') },
  { id: 'lost', kind: 'reissue', ...NEW, capture: 'reuse-last', papers: [], basis: art24('2a') },
  // Under the law of 2014 a damaged card was exchanged; since 1/7/2024 it is issued again.
  { id: 'damaged', kind: 'exchange', ...OLD, capture: 'full', papers: ['old-card'], basis: sourced('fees-2019', 'Article 4') },
  { id: 'damaged', kind: 'reissue', ...NEW, capture: 'reuse-last', papers: ['old-card'], basis: art24('2a') },
  { id: 'nationality-regained', kind: 'reissue', ...OLD, capture: 'full', papers: ['nationality-decision'], basis: sourced('fees-2019', 'Article 4') },
  { id: 'nationality-regained', kind: 'reissue', ...NEW, capture: 'full', papers: ['nationality-decision'], basis: art24('2b') },
];

export const groundsOn = (day: string): readonly IssueGround[] => ISSUE_GROUNDS.filter((ground) => holdsOn(ground, day));
export const groundsOfKind = (kind: IssueKind, day: string): readonly IssueGround[] => groundsOn(day).filter((ground) => ground.kind === kind);
export const findGround = (id: GroundId, day: string): IssueGround | undefined => groundsOn(day).find((ground) => ground.id === id);

/** Grounds that a citizen with an electronic identity may settle without coming. Source: NĐ 58/2026/NĐ-CP, from 15/3/2026. */
const ONLINE_GROUNDS: readonly GroundId[] = ['lost', 'damaged', 'boundary-change'];
const ONLINE_FROM = '2026-03-15';
export const isFullyOnline = (id: GroundId, day: string): boolean => day >= ONLINE_FROM && ONLINE_GROUNDS.includes(id);
