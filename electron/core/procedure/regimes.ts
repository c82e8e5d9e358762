import { derived, sourced, type Basis, type Period } from './fact.ts';

export type RegimeId = '2021' | '2024-07' | '2025-07' | '2026';

/**
 * A stretch of law. A dossier is pinned to the regime of its reception date, so that a dossier of 2021 shows the forms and
 * rules of 2021. Within a regime single facts may change on their own days: every datum carries its own period.
 */
export type Regime = Period & {
  readonly id: RegimeId;
  readonly cardName: 'căn cước công dân' | 'căn cước';
  /** Completed years from which a card is issued at all. */
  readonly minAgeYears: number;
  /** Completed years from which biometrics are taken. */
  readonly biometricsFromYears: number;
  /** Completed years from which a citizen applies without a representative. */
  readonly ownApplicationFromYears: number;
  readonly irisTaken: boolean;
  /** Completed years at which a card must be exchanged. */
  readonly milestoneYears: readonly number[];
  readonly basis: Basis;
};

const UNDER_2014_LAW = { cardName: 'căn cước công dân', minAgeYears: 14, biometricsFromYears: 14, ownApplicationFromYears: 14, irisTaken: false, milestoneYears: [25, 40, 60] } as const;
const UNDER_2023_LAW = { cardName: 'căn cước', minAgeYears: 0, biometricsFromYears: 6, ownApplicationFromYears: 14, irisTaken: true, milestoneYears: [14, 25, 40, 60] } as const;

export const REGIMES: readonly Regime[] = [
  { id: '2021', from: '2021-01-01', to: '2024-06-30', ...UNDER_2014_LAW, basis: sourced('law-2014', 'Articles 19 and 21') },
  { id: '2024-07', from: '2024-07-01', to: '2025-06-30', ...UNDER_2023_LAW, basis: sourced('law-2023', 'Articles 19, 21 and 23') },
  { id: '2025-07', from: '2025-07-01', to: '2025-12-31', ...UNDER_2023_LAW, basis: sourced('law-2023', 'Articles 19, 21 and 23') },
  { id: '2026', from: '2026-01-01', ...UNDER_2023_LAW, basis: derived('law-2023', 'Articles 19, 21 and 23') },
];

/** @param receptionDate `YYYY-MM-DD`; what lies before 2021 is treated by the oldest regime that the program knows. */
export const regimeOn = (receptionDate: string): Regime => REGIMES.findLast(({ from }) => receptionDate >= from) ?? OLDEST;
const OLDEST = REGIMES[0] as Regime;

/** The regime's name as a dossier is pinned to it. */
export const regimeOf = (receptionDate: string): RegimeId => regimeOn(receptionDate).id;
