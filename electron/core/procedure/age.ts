import { rangeOf } from '../person/partial-date.ts';
import type { PartialDate } from '../person/person.ts';

/**
 * The day on which somebody born on `birthDay` completes `years`. Born on 29 February, in a year without one: 28 February.
 * The law doesn't say (unverified); 28 February is the last day of the month, as Bộ luật Dân sự Article 148 ends a term of months.
 * Unit: days are `YYYY-MM-DD`.
 */
export function birthdayAt(birthDay: string, years: number): string {
  const year = Number(birthDay.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = birthDay.slice(4);
  return `${String(year).padStart(4, '0')}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`;
}

/** Completed years on a day; the birthday itself counts as completed. Negative before birth. */
export function completedYears(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return birthdayAt(birthDay, years) <= day ? years : years - 1;
}

/** Least and most completed years that a partial date of birth allows; both equal where the day is known. */
export function ageRange(birth: PartialDate, day: string): { readonly least: number; readonly most: number } {
  const { first, last } = rangeOf(birth);
  return { least: completedYears(last, day), most: completedYears(first, day) };
}
