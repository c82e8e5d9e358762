import { expect, it } from 'vitest';
import { judge } from './criterion.ts';

it.each([[undefined, false], [Number.NaN, false], [Number.POSITIVE_INFINITY, false], [89.9, false], [90, true], [200, true]])('a measure of %s against a least of 90: %s', (measured, ok) => {
  const result = judge('eye-distance', 'px', measured, { min: 90 });
  expect(result.ok).toBe(ok);
  if (measured === undefined || !Number.isFinite(measured)) expect(result.value).toBeNull();
});

it('holds both limits', () => {
  expect([-5.1, -5, 0, 5, 5.1].map((value) => judge('yaw', 'degrees', value, { min: -5, max: 5 }).ok)).toEqual([false, true, true, true, false]);
});
