import { describe, expect, it } from 'vitest';
import type { BoxAnswer } from './detect/face-boxes.ts';
import { FaceFinder, type FaceNetworks } from './detect/face-finder.ts';
import { EYE_NUMBERS } from './detect/eye-reading.ts';
import { lookAtPortrait } from './look-at-portrait.ts';
import type { RgbaImage } from './rgba-image.ts';

const image: RgbaImage = { widthPx: 48, heightPx: 60, pixels: new Uint8Array(48 * 60 * 4).fill(128) };
const order = { template: 'adult', live: false, searchEvery: 1 } as const;
const POINTS = 468 * 3;
const numbers = (count: number, at = (n: number): number => (n * 7) % 60): Float32Array => Float32Array.from({ length: count }, (_, n) => at(n));

/** One box in the middle, as large as the picture. */
function boxes(change: Partial<BoxAnswer> = {}): BoxAnswer {
  const coarseScores = new Float32Array(384).fill(-20);
  const coarseBoxes = new Float32Array(384 * 16);
  coarseScores[216] = 5;
  coarseBoxes.set([0, 0, 200, 200, -40, 0, 40, 0], 216 * 16);
  return { fineScores: new Float32Array(512).fill(-20), fineBoxes: new Float32Array(512 * 16), coarseScores, coarseBoxes, ...change };
}

const networks: FaceNetworks = { boxes: () => boxes(), mesh: () => ({ points: numbers(POINTS), score: 1 }), eyes: () => numbers(2 * EYE_NUMBERS) };
const look = (changed: Partial<FaceNetworks> = {}, at: RgbaImage = image) => lookAtPortrait(new FaceFinder({ ...networks, ...changed }), at, order);

it('a picture and answers of the right size are measured', () => {
  expect(look()).toMatchObject({ ok: true, value: { criteria: { length: 20 } } });
});

describe('a picture that is not what it says', () => {
  const { pixels } = image;
  it.each<[string, RgbaImage]>([
    ['one row too few', { ...image, pixels: pixels.subarray(48 * 4) }],
    ['a byte too many', { ...image, pixels: new Uint8Array(pixels.length + 1) }],
    ['no width', { widthPx: 0, heightPx: 60, pixels: new Uint8Array(0) }],
    ['both sides negative', { widthPx: -48, heightPx: -60, pixels }],
    ['sides that are no numbers', { widthPx: Number.NaN, heightPx: 60, pixels }],
    ['an endless side', { widthPx: Number.POSITIVE_INFINITY, heightPx: 60, pixels }],
    ['half a pixel', { widthPx: 0.5, heightPx: 2, pixels: new Uint8Array(4) }],
    ['a size no memory holds', { widthPx: 2 ** 31, heightPx: 2 ** 31, pixels }],
  ])('%s', (_, lying) => {
    expect(look({}, lying)).toMatchObject({ ok: false, error: { code: 'face.bad-image' } });
  });
});

describe('a network that fails', () => {
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30];
  it.each<[string, Partial<FaceNetworks>]>([
    ...bad.flatMap((value): [string, Partial<FaceNetworks>][] => [
      [`score of a box ${value}`, { boxes: () => boxes({ fineScores: numbers(512, (n) => (n === 9 ? value : -20)) }) }],
      [`box ${value}`, { boxes: () => boxes({ coarseBoxes: numbers(384 * 16, () => value) }) }],
      [`score of the mesh ${value}`, { mesh: () => ({ points: numbers(POINTS), score: value }) }],
      [`one point ${value}`, { mesh: () => ({ points: numbers(POINTS, (n) => (n === 456 ? value : 90)), score: 1 }) }],
      [`eyes ${value}`, { eyes: () => numbers(2 * EYE_NUMBERS, () => value) }],
    ]),
    ['no boxes', { boxes: () => boxes({ coarseScores: new Float32Array(0), coarseBoxes: new Float32Array(0) }) }],
    ['scores without boxes', { boxes: () => boxes({ coarseBoxes: new Float32Array(16) }) }],
    ['no mesh', { mesh: () => ({ points: new Float32Array(0), score: 1 }) }],
    ['one eye', { eyes: () => numbers(EYE_NUMBERS) }],
  ])('%s', (_, changed) => {
    expect(look(changed)).toMatchObject({ ok: false, error: { code: 'face.bad-answer' } });
  });

  it('is not followed to the next picture', () => {
    let searches = 0;
    let fails = false;
    const finder = new FaceFinder({ ...networks, boxes: () => (searches++, boxes()), eyes: () => numbers(fails ? 1 : 2 * EYE_NUMBERS) });
    const live = { ...order, live: true, searchEvery: 8 };
    expect([lookAtPortrait(finder, image, live).ok, lookAtPortrait(finder, image, live).ok, searches]).toEqual([true, true, 1]);
    fails = true;
    expect(lookAtPortrait(finder, image, live).ok).toBe(false);
    fails = false;
    expect([lookAtPortrait(finder, image, live).ok, searches]).toEqual([true, 2]);
  });
});

it('corners of an eye a million px apart are measured as far as the chart reaches', () => {
  // Both eyes about one middle: the chart is drawn at its largest, and the corners lie far outside.
  const wide = numbers(2 * EYE_NUMBERS, (n) => (n % EYE_NUMBERS === 0 ? -9e5 : n % EYE_NUMBERS === 24 ? 9e5 : 32));
  const looked = look({ mesh: () => ({ points: numbers(POINTS, (n) => 96 + (n % 5)), score: 1 }), eyes: () => wide });
  expect(looked.ok).toBe(true);
  if (looked.ok) expect(looked.value.criteria.every(({ value }) => value === null || Number.isFinite(value))).toBe(true);
});

it('one row or one column is a picture too', () => {
  for (const [widthPx, heightPx] of [[1, 1], [1, 4_000], [4_000, 1]] as const) {
    const looked = look({}, { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx * 4).fill(200) });
    expect(looked).toMatchObject({ ok: true, value: { ok: false } });
  }
});
