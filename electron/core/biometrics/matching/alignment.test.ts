import { expect, it } from 'vitest';
import type { Minutia } from '../minutiae/find-minutiae.ts';
import { aligned, alignmentOf, fitAlignment, shiftBetween, turnBetween } from './alignment.ts';

const minutia = (x: number, y: number, angleRad: number): Minutia => ({ x, y, angleRad, kind: 'ending', quality: 1 });
const TURN = 0.3;
const some = [minutia(10, 20, 0.1), minutia(120, 40, 2), minutia(60, 150, 4), minutia(200, 210, 5.5)];
const moved = some.map(({ x, y, angleRad }) => minutia(Math.cos(TURN) * x - Math.sin(TURN) * y + 30, Math.sin(TURN) * x + Math.cos(TURN) * y - 12, angleRad + TURN));
const pairs = some.map((_, n) => ({ a: n, b: n, weight: 1 + n }));

it('finds turn and shift from one pair and from many', () => {
  for (const found of [alignmentOf(some[2]!, moved[2]!), fitAlignment(pairs, some, moved)]) {
    expect(found.turnRad).toBeCloseTo(TURN);
    expect(found.shiftX).toBeCloseTo(30, 3);
    expect(found.shiftY).toBeCloseTo(-12, 3);
  }
});

it('lays the minutiae of one print onto the other', () => {
  const laid = aligned(some, fitAlignment(pairs, some, moved));
  moved.forEach(({ x, y }, n) => {
    expect(laid[3 * n]).toBeCloseTo(x, 2);
    expect(laid[3 * n + 1]).toBeCloseTo(y, 2);
  });
});

it('measures how far two ways of laying differ', () => {
  const one = { turnRad: 3.1, shiftX: 0, shiftY: 0 };
  expect(turnBetween(one, { ...one, turnRad: -3.1 })).toBeCloseTo(2 * Math.PI - 6.2);
  expect(shiftBetween(one, { ...one, shiftX: 3, shiftY: 4 }, some)).toBeCloseTo(5);
});
