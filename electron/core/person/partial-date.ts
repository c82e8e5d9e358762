import { err, ok, type Result } from '../result/result.ts';
import { isPartialDate } from './field-rules.ts';
import type { PartialDate } from './person.ts';

/** First and last day that a partial date can mean, both `YYYY-MM-DD`. */
export type DayRange = { readonly first: string; readonly last: string };

/** A day is itself; a bare year is anything from 1 January to 31 December. */
export const rangeOf = (date: PartialDate): DayRange =>
  date.length === 4 ? { first: `${date}-01-01`, last: `${date}-12-31` } : { first: date, last: date };

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));
export const isYearOnly = (date: PartialDate): boolean => date.length === 4;

/**
 * A date as an officer types it or a form writes it: `15/03/1995`, `15-3-1995`, `15.03.1995`, `15031995`, `1995`, or `1995-03-15`.
 * A month without a day isn't taken: whether the register knows it is unverified.
 */
export function parsePartialDate(text: string): Result<PartialDate, 'bad-date'> {
  const typed = text.trim();
  const apart = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const date = apart === null ? typed : `${apart[3]}-${apart[2]?.padStart(2, '0')}-${apart[1]?.padStart(2, '0')}`;
  return isPartialDate(date) ? ok(date) : err('bad-date');
}

/** Whether what the citizen says can be what the database holds: a year agrees with any day in it. */
export function isCompatibleDate(left: PartialDate, right: PartialDate): boolean {
  const [a, b] = [rangeOf(left), rangeOf(right)];
  return a.first <= b.last && b.first <= a.last;
}
