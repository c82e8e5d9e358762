import { expect, it } from 'vitest';
import { overlapOf } from '../../electron/core/biometrics/raster/crop.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import type { Finger, Slap } from '../../electron/core/dossier/capture-slots.ts';
import { slapOf } from './persona-prints.ts';

const NONE: ReadonlySet<Finger> = new Set();
const CASES = ([41, 42] as const).flatMap((seed) => (['right-four', 'left-four'] as const).flatMap((slot) =>
  ([-15, -6, 7, 15] as const).map((handAngleDeg) => ({ seed, slot, handAngleDeg }))));

it.each(CASES)('finds, names and boxes the fingers of $slot of person $seed turned by $handAngleDeg°', ({ seed, slot, handAngleDeg }) => {
  const { image, fingers } = slapOf(seed, slot, { impressionSeed: 5, handAngleDeg });
  const found = segmentSlap(image, { slot, missing: NONE });
  expect(found.count).toBe('as-expected');
  expect(found.fingers.map(({ finger }) => finger)).toEqual(fingers.map(({ place }) => place));
  const overlaps = found.fingers.map(({ box }, n) => {
    const { left, top, right, bottom } = fingers[n]!.box;
    return overlapOf(box, { leftPx: left, topPx: top, widthPx: right - left, heightPx: bottom - top });
  });
  expect(Math.min(...overlaps)).toBeGreaterThan(0.75);
  expect(found.hand.verdict).toBe(slot === 'right-four' ? 'right' : 'left');
  const turn = fingers.reduce((sum, { angleDeg }) => sum + angleDeg, 0) / fingers.length;
  expect(Math.abs(found.handAngleDeg - turn)).toBeLessThan(6);
});

it.each([['right-four', 'left'], ['left-four', 'right']] as const)('sees that the other hand lies where %s was asked for', (slot, other) => {
  const { image } = slapOf(41, slot, { impressionSeed: 9, wrongHand: true });
  expect(segmentSlap(image, { slot, missing: NONE }).hand.verdict).toBe(other);
});

it('finds both thumbs and says nothing of a hand', () => {
  const { image } = slapOf(42, 'thumbs', { impressionSeed: 1 });
  const found = segmentSlap(image, { slot: 'thumbs', missing: NONE });
  expect(found.fingers.map(({ finger }) => finger)).toEqual(['left-thumb', 'right-thumb']);
  expect(found.hand.verdict).toBe('undecided');
});

it.each([['right-four', 'right-middle'], ['left-four', 'left-little'], ['right-four', 'right-index']] as const)('reports a finger too few on %s and names nobody, unless %s is known to be missing', (slot: Slap, gone: Finger) => {
  const { image, fingers } = slapOf(42, slot, { impressionSeed: 3, missing: new Set([gone]) });
  const unknown = segmentSlap(image, { slot, missing: NONE });
  expect(unknown).toMatchObject({ count: 'too-few', expected: 4 });
  expect(unknown.fingers.every(({ finger }) => finger === undefined)).toBe(true);
  const known = segmentSlap(image, { slot, missing: new Set([gone]) });
  expect(known.count).toBe('as-expected');
  expect(known.fingers.map(({ finger }) => finger)).toEqual(fingers.map(({ place }) => place));
});

it('reports a finger too many', () => {
  const { image } = slapOf(41, 'right-four', { impressionSeed: 2 });
  expect(segmentSlap(image, { slot: 'right-four', missing: new Set(['right-ring']) })).toMatchObject({ count: 'too-many', expected: 3 });
});

it('is not put off by one dry, one wet or one small finger', () => {
  const { image } = slapOf(41, 'left-four', { impressionSeed: 4, flaws: { 'left-index': 'dry', 'left-middle': 'wet', 'left-ring': 'worn' } });
  expect(segmentSlap(image, { slot: 'left-four', missing: NONE }).count).toBe('as-expected');
});

it('is not put off by a scrap of another print above a finger', () => {
  const { image, fingers } = slapOf(42, 'right-four', { impressionSeed: 3, handAngleDeg: 0 });
  const little = fingers.at(-1)!.box;
  const scrap = { widthPx: 136, heightPx: 104 };
  const from = { leftPx: little.left + 40, topPx: little.top + 60 }, to = { leftPx: little.left + 20, topPx: 40 };
  expect(to.topPx + scrap.heightPx).toBeLessThan(little.top - 40);
  const pixels = Uint8Array.from(image.pixels);
  for (let row = 0; row < scrap.heightPx; row++) {
    const at = (from.topPx + row) * image.widthPx + from.leftPx;
    pixels.set(image.pixels.subarray(at, at + scrap.widthPx), (to.topPx + row) * image.widthPx + to.leftPx);
  }
  const found = segmentSlap({ ...image, pixels }, { slot: 'right-four', missing: NONE });
  expect(found.fingers.map(({ finger }) => finger)).toEqual(fingers.map(({ place }) => place));
});
