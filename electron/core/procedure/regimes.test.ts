import { expect, it } from 'vitest';
import { inForceOn } from './legal-timeline.ts';
import { REGIMES, regimeOf, regimeOn } from './regimes.ts';

it.each([
  ['2019-05-05', '2021'], ['2021-02-25', '2021'], ['2024-06-30', '2021'], ['2024-07-01', '2024-07'], ['2025-06-30', '2024-07'],
  ['2025-07-01', '2025-07'], ['2025-12-31', '2025-07'], ['2026-01-01', '2026'], ['2031-01-01', '2026'],
])('a dossier received on %s is pinned to %s', (day, id) => {
  expect(regimeOf(day)).toBe(id);
});

it('leaves no gap and no overlap between regimes', () => {
  const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  expect(REGIMES.slice(1).map(({ from }) => from)).toEqual(REGIMES.slice(0, -1).map(({ to }) => next(to ?? '')));
});

it('takes iris and cards under 14 from 1/7/2024 only', () => {
  expect([regimeOn('2024-06-30').irisTaken, regimeOn('2024-06-30').minAgeYears]).toEqual([false, 14]);
  expect([regimeOn('2024-07-01').irisTaken, regimeOn('2024-07-01').minAgeYears]).toEqual([true, 0]);
});

it('knows which law governs a day', () => {
  expect(inForceOn('2023-05-01').map(({ id }) => id)).toEqual(['law-2014', 'chip-card']);
  expect(inForceOn('2026-03-14').map(({ id }) => id)).not.toContain('online-reissue');
  expect(inForceOn('2026-03-15').map(({ id }) => id)).toContain('online-reissue');
});
