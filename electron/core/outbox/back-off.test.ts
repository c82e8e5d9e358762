import { expect, it } from 'vitest';
import { MAX_TRIES, nextDelay } from './back-off.ts';

it('doubles the ceiling from 5 s and stops at 15 min', () => {
  expect([1, 2, 3, 8, 19].map((tries) => nextDelay(tries, 0.999_999_9))).toEqual([5_000, 10_000, 20_000, 640_000, 900_000]);
});

it('spreads stations over the whole span', () => {
  expect(nextDelay(3, 0)).toBe(0);
  expect(nextDelay(3, 0.5)).toBe(10_000);
});

it('waits at least as long as the server asks', () => {
  expect(nextDelay(1, 0.1, 30_000)).toBe(30_000);
});

it('parks after twenty tries', () => {
  expect(nextDelay(MAX_TRIES, 0.5)).toBe('park');
});
