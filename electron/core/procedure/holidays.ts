import { derived, unverified, type Basis } from './fact.ts';

/** A year's days off. What the law fixes is derived; Tết, days in lieu and exchanged Saturdays are decided yearly: unverified. */
export type HolidayYear = {
  readonly year: number;
  /** 1/1, 30/4, 1/5, 2/9 and the day beside it, Giỗ Tổ, Tết, and days in lieu. */
  readonly off: readonly string[];
  /** Saturdays worked in exchange for a day off. */
  readonly worked: readonly string[];
  readonly basis: Basis;
};

const year = (number: number, basis: Basis, days: string, worked = ''): HolidayYear =>
  ({ year: number, off: expand(number, days), worked: expand(number, worked), basis });
/** `02-10..02-16 04-21` → days of the year, ranges within one month. */
const expand = (number: number, days: string): readonly string[] => days.split(' ').filter((part) => part !== '').flatMap((part) => {
  const [first = '', last = first] = part.split('..');
  const count = Number(last.slice(3)) - Number(first.slice(3)) + 1;
  return Array.from({ length: count }, (_, at) => `${number}-${first.slice(0, 3)}${String(Number(first.slice(3)) + at).padStart(2, '0')}`);
});

const CALENDARS = unverified('labour-code', 'Bộ luật Lao động 45/2019/QH14, Article 112; public calendars');

/** The calendar that ships; a station may load another from the centre's catalogue. */
export const HOLIDAYS: readonly HolidayYear[] = [
  year(2021, CALENDARS, '01-01 02-10..02-16 04-21 04-30 05-01 05-03 09-02..09-03'),
  year(2022, CALENDARS, '01-01 01-03 01-31 02-01..02-04 04-10..04-11 04-30 05-01..05-03 09-01..09-02'),
  year(2023, CALENDARS, '01-01..01-02 01-20..01-26 04-29..04-30 05-01..05-03 09-01..09-02 09-04'),
  year(2024, CALENDARS, '01-01 02-08..02-14 04-18 04-29..04-30 05-01 09-02..09-03', '05-04'),
  year(2025, CALENDARS, '01-01 01-27..01-31 04-07 04-30 05-01..05-02 09-01..09-02', '04-26'),
  year(2026, CALENDARS, '01-01..01-02 02-16..02-20 04-26..04-27 04-30 05-01 08-31 09-01..09-02', '01-10 08-22'),
  year(2027, CALENDARS, '01-01 02-04..02-10 04-16 04-30 05-01 05-03 09-02..09-03'),
];

export type HolidayCalendar = {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
  /** Years that the calendar knows; a term that leaves them is counted with weekends only, and says so. */
  readonly years: ReadonlySet<number>;
};

export const calendarOf = (years: readonly HolidayYear[]): HolidayCalendar => ({
  off: new Set(years.flatMap(({ off }) => off)),
  worked: new Set(years.flatMap(({ worked }) => worked)),
  years: new Set(years.map((one) => one.year)),
});

export const BUILT_IN_CALENDAR: HolidayCalendar = calendarOf(HOLIDAYS);
/** The five days of Article 112 whose date needs no yearly decision. */
export const FIXED_DAYS = { days: ['01-01', '04-30', '05-01', '09-02'], basis: derived('labour-code', 'Article 112(1)') } as const;
