import { describe, expect, it } from 'vitest';
import { seededNoise, syntheticRidges } from '../image/synthetic-ridges.ts';
import { extractTemplate } from '../minutiae/print-template.ts';
import { matchPrints } from '../matching/match-prints.ts';
import { segmentSlap } from '../segmentation/segment-slap.ts';
import { assessPrint } from './print-quality.ts';

const flat = (widthPx: number, heightPx: number, grey: number, ppi = 500) => ({ widthPx, heightPx, ppi, pixels: new Uint8Array(widthPx * heightPx).fill(grey) });

describe('a measure that failed', () => {
  it.each([
    ['an empty glass', flat(400, 500, 240), 'no-contact'],
    ['a black image', flat(400, 500, 0), 'no-contact'],
    ['an image of nothing', flat(0, 0, 0), 'image-too-small'],
    ['a scrap', flat(60, 400, 200), 'image-too-small'],
    ['a photograph at 72 ppi', flat(400, 500, 200, 72), 'resolution'],
    ['no resolution at all', flat(400, 500, 200, Number.NaN), 'resolution'],
  ] as const)('%s has no score', (_what, image, cause) => {
    expect(assessPrint(image)).toEqual({ kind: 'failed', cause });
  });
});

it('scores clear ridges above the same ridges under noise', () => {
  const clear = syntheticRidges({ widthPx: 400, heightPx: 500, seed: 3 });
  const random = seededNoise(5);
  const noisy = { ...clear, pixels: clear.pixels.map((grey) => Math.max(0, Math.min(255, grey + (random() - 0.5) * 260))) };
  const [good, bad] = [assessPrint(clear), assessPrint(noisy)];
  expect(good.kind === 'measured' && bad.kind === 'measured' && good.score > bad.score + 20).toBe(true);
});

it.each([1, 2, 3, 4])('takes any noise without failing: analysis of random pixels %i ends in values', (seed) => {
  const random = seededNoise(seed);
  const image = { widthPx: 130 + seed * 37, heightPx: 120 + seed * 51, ppi: 500, pixels: new Uint8Array((130 + seed * 37) * (120 + seed * 51)).map(() => 256 * random()) };
  const quality = assessPrint(image);
  expect(quality.kind === 'failed' || (quality.score >= 0 && quality.score <= 100)).toBe(true);
  const template = extractTemplate(image);
  expect(matchPrints(template, template).score).toBeGreaterThanOrEqual(0);
  expect(segmentSlap(image, { slot: 'right-four', missing: new Set() }).expected).toBe(4);
});

it.each([[0, 0], [1, 1], [7, 3], [16, 400]])('finds nothing in an image of %i × %i', (widthPx, heightPx) => {
  expect(extractTemplate(flat(widthPx, heightPx, 128)).minutiae).toEqual([]);
  expect(segmentSlap(flat(widthPx, heightPx, 128), { slot: 'thumbs', missing: new Set() })).toMatchObject({ count: 'too-few', fingers: [] });
});
