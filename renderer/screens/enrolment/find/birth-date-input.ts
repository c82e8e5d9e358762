/**
 * A date of birth as officers type it: `28/02/2001`, `28.2.2001`, `28-2-2001`, `28022001` or only `2001`.
 * @returns `YYYY-MM-DD`, or `YYYY` where only the year is known; `undefined` when it is no date of the calendar
 */
export function parseBirthDate(text: string): string | undefined {
  const typed = text.trim();
  if (/^\d{4}$/.test(typed)) return isPlausibleYear(Number(typed)) ? typed : undefined;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  return parts === null ? undefined : calendarDate(Number(parts[3]), Number(parts[2]), Number(parts[1]));
}

/** The oldest living citizens were born after 1900. */
const isPlausibleYear = (year: number): boolean => year >= 1900 && year <= new Date().getFullYear();

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && isPlausibleYear(year) ? date.toISOString().slice(0, 10) : undefined;
}
