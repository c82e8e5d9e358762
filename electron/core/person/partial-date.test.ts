import { expect, it } from 'vitest';
import { isCompatibleDate, parsePartialDate, rangeOf } from './partial-date.ts';

it.each([
  ['15/03/1995', '1995-03-15'], ['5/3/1995', '1995-03-05'], ['15-3-1995', '1995-03-15'], ['15.03.1995', '1995-03-15'],
  ['15031995', '1995-03-15'], ['1995-03-15', '1995-03-15'], [' 1952 ', '1952'], ['29/02/2000', '2000-02-29'],
])('%s is %s', (typed, date) => {
  expect(parsePartialDate(typed)).toEqual({ ok: true, value: date });
});

it.each(['29/02/2001', '31/04/1990', '00/00/1952', '3/1995', '95', 'năm 1995', ''])('%j is no date', (typed) => {
  expect(parsePartialDate(typed)).toEqual({ ok: false, error: 'bad-date' });
});

it('trap 10: a date of birth may be a year only', () => {
  expect(rangeOf('1952')).toEqual({ first: '1952-01-01', last: '1952-12-31' });
  expect(isCompatibleDate('1952', '1952-07-04')).toBe(true);
  expect(isCompatibleDate('1952', '1953-01-01')).toBe(false);
  expect(isCompatibleDate('1952-07-04', '1952-07-05')).toBe(false);
});
