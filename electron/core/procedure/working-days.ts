const DAY_MS = 86_400_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * The day `count` working days after `day`; Saturdays, Sundays and `holidays` don't count, Saturdays in `worked` do.
 * Unit: days are `YYYY-MM-DD`. Source: Bộ luật Dân sự 91/2015/QH13, Articles 147 and 148 (the first day is not counted;
 * a term that would end on a day off ends on the next working day). The calendar of public holidays comes as data.
 */
export function addWorkingDays(day: string, count: number, holidays: ReadonlySet<string> = NONE, worked: ReadonlySet<string> = NONE): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = count; left > 0;) {
    at += DAY_MS;
    if (isWorkingDay(at, holidays, worked)) left -= 1;
  }
  return isoDay(at);
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

function isWorkingDay(at: number, holidays: ReadonlySet<string>, worked: ReadonlySet<string>): boolean {
  const day = isoDay(at);
  if (worked.has(day)) return true;
  const weekday = new Date(at).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day `count` calendar days after `day`; one that falls on a day off moves to the next working day. Source: the same Article 148(5). */
export function addCalendarDays(day: string, count: number, holidays: ReadonlySet<string> = NONE, worked: ReadonlySet<string> = NONE): string {
  let at = Date.parse(`${day}T00:00:00Z`) + count * DAY_MS;
  while (!isWorkingDay(at, holidays, worked)) at += DAY_MS;
  return isoDay(at);
}
