import { limitsOf, type MeasureName } from './measures.ts';

export type TrendPoint = { readonly atMs: number; readonly value: number };
export type Trend = {
  /** Change per day; 0 where two points or a day are lacking. */
  readonly perDay: number;
  /** Days until a limit is crossed at this pace; `null` where none is in sight within a year. */
  readonly daysToLimit: number | null;
};

const DAY_MS = 86_400_000;
const IN_SIGHT_DAYS = 365;
/** Pairs grow with the square of the points. */
const MAX_POINTS = 120;

/** Where a measure is going: the middle one of all slopes between two points (Theil–Sen), so that one odd reading means nothing. */
export function trendOf(measure: MeasureName, points: readonly TrendPoint[]): Trend {
  const newest = points.slice(-MAX_POINTS);
  const last = newest.at(-1);
  if (last === undefined || last.atMs - newest[0]!.atMs < DAY_MS) return { perDay: 0, daysToLimit: null };
  const slopes = newest.flatMap((a, n) => newest.slice(n + 1).flatMap((b) => (b.atMs > a.atMs ? [((b.value - a.value) * DAY_MS) / (b.atMs - a.atMs)] : [])));
  const perDay = slopes.sort((a, b) => a - b)[slopes.length >> 1] ?? 0;
  const { min, max } = limitsOf(measure);
  const limit = perDay > 0 ? max : min;
  if (perDay === 0 || limit === undefined) return { perDay, daysToLimit: null };
  const days = Math.max(0, (limit - last.value) / perDay);
  return { perDay, daysToLimit: days <= IN_SIGHT_DAYS ? days : null };
}
