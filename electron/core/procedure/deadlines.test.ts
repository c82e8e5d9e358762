import { describe, expect, it } from 'vitest';
import { cardTerm, deadlineOf, type Region, type Term } from './deadlines.ts';
import { BUILT_IN_CALENDAR, FIXED_DAYS, HOLIDAYS, calendarOf } from './holidays.ts';
import { addCalendarDays, addWorkingDays } from './working-days.ts';

const due = (term: Term, receivedOn: string, region: Region = 'elsewhere') => deadlineOf({ term, receivedOn, region, calendar: BUILT_IN_CALENDAR });

describe('trap 7: seven working days since 1/7/2024, by region before', () => {
  it.each([
    ['card-exchange', 'city', 7], ['card-first-issue', 'city', 7], ['card-reissue', 'city', 15], ['card-reissue', 'mountain-border-island', 20],
    ['card-exchange', 'mountain-border-island', 20], ['card-exchange', 'elsewhere', 15],
  ] as const)('%s, %s', (term, region, days) => {
    expect(due(term, '2023-03-01', region)?.rule.days).toBe(days);
    expect(due(term, '2024-07-01', region)?.rule.days).toBe(7);
  });

  it.each([
    ['2026-09-07', '2026-09-16'], // Monday, one weekend
    ['2026-02-12', '2026-03-02'], // Tết, 16 to 20 February
    ['2026-08-27', '2026-09-10'], // Quốc khánh: 31/8, 1/9 and 2/9 off
    ['2026-08-17', '2026-08-25'], // the Saturday 22/8 is worked
    ['2026-04-24', '2026-05-08'], // Giỗ Tổ in lieu on 27/4, then 30/4 and 1/5
  ])('a card received on %s is due on %s', (receivedOn, dueOn) => {
    expect(due(cardTerm('exchange'), receivedOn)?.dueOn).toBe(dueOn);
  });
});

it('adjusts population data within two working days', () => {
  expect(due('adjust-population-data', '2026-09-04')).toMatchObject({ dueOn: '2026-09-08', findings: [] });
});

it('warns where a term or the calendar is unverified or missing', () => {
  expect(due('transmit', '2026-09-07')?.findings.map(({ code, severity }) => [code, severity])).toEqual([['deadline.unverified', 'warning']]);
  expect(due('card-exchange', '2029-09-03')?.findings.map(({ code }) => code)).toEqual(['deadline.calendar-missing']);
  expect(due('adjust-population-data', '2022-03-01')).toBeUndefined();
});

it('ends a term of calendar days on a working day', () => {
  expect(due('identity-certificate', '2026-09-04')?.dueOn).toBe('2026-09-21'); // 19/9 is a Saturday
  expect(addCalendarDays('2026-09-04', 3)).toBe('2026-09-07');
});

describe('the calendar as data', () => {
  it.each(HOLIDAYS)('$year holds real days of its own year, the fixed ones among them', ({ year, off, worked }) => {
    for (const day of [...off, ...worked]) expect(new Date(`${day}T00:00:00Z`).toISOString()).toMatch(new RegExp(`^${year}-${day.slice(5)}`));
    expect(new Set(off).size).toBe(off.length);
    expect(off).toEqual(expect.arrayContaining(FIXED_DAYS.days.filter((day) => !isWeekend(`${year}-${day}`)).map((day) => `${year}-${day}`)));
    expect(worked.filter((day) => !isWeekend(day))).toEqual([]);
  });

  it('is replaced without a change of code', () => {
    const other = calendarOf([{ year: 2026, off: ['2026-09-08'], worked: ['2026-09-12'], basis: { mark: 'sourced', source: 'none' } }]);
    expect(deadlineOf({ term: 'card-exchange', receivedOn: '2026-09-07', region: 'city', calendar: other })?.dueOn).toBe('2026-09-16');
    expect(addWorkingDays('2026-09-07', 1, other.off, other.worked)).toBe('2026-09-09');
  });
});

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
