import { expect, it } from 'vitest';
import { placeTrend, TREND_SIZE } from './place-trend.ts';

it('keeps every point and every near limit inside the picture, larger values higher', () => {
  const { places, maxY, minY } = placeTrend([1, 3, 2], undefined, 4);
  expect(places.every(({ x, y }) => x >= 0 && x <= TREND_SIZE.width && y >= 0 && y <= TREND_SIZE.height)).toBe(true);
  expect(places[1]!.y).toBeLessThan(places[0]!.y);
  expect(maxY!).toBeLessThan(places[1]!.y);
  expect(minY).toBeUndefined();
});

it('leaves a far limit out instead of flattening the line', () => {
  expect(placeTrend([0.1, 0.12], undefined, 200).maxY).toBeUndefined();
});

it('draws one point in the middle, and nothing of nothing', () => {
  expect(placeTrend([5], 1, 9).places).toHaveLength(1);
  expect(placeTrend([], 1, 9)).toEqual({ places: [], minY: undefined, maxY: undefined });
});
