import { expect, it } from 'vitest';
import { assessPrint, assessSegment, type PrintQuality } from '../../electron/core/biometrics/quality/print-quality.ts';
import type { Finger } from '../../electron/core/dossier/capture-slots.ts';
import { segmentSlap } from '../../electron/core/biometrics/segmentation/segment-slap.ts';
import { printOf, slapOf } from './persona-prints.ts';

const FINGERS: readonly Finger[] = ['right-index', 'left-thumb', 'right-little'];

type Flaw = Parameters<typeof printOf>[2]['flaw'];
const measured = new Map<string, PrintQuality>();

function assess(finger: Finger, flaw?: Flaw) {
  const key = `${finger} ${flaw}`;
  const quality = measured.get(key) ?? assessPrint(printOf(61, finger, { seed: 4, kind: 'plain', flaw }));
  measured.set(key, quality);
  if (quality.kind !== 'measured') throw new Error(`not measured: ${quality.cause}`);
  return quality;
}

it.each(FINGERS)('finds nothing wrong with a good %s', (finger) => {
  const { score, reasons } = assess(finger);
  expect(score).toBeGreaterThan(45);
  expect(reasons).toEqual([]);
});

it.each(FINGERS.flatMap((finger) => ([
  ['dry', 'dry', 25], ['wet', 'wet', 40], ['motion', 'motion', 25], ['smear', 'smudged', 25], ['residue', 'residue', 25], ['worn', 'worn', 25], ['scar', 'scarred', 15],
] as const).map(([flaw, reason, lower]) => [finger, flaw, reason, lower] as const)))('tells of %s drawn with the flaw %s that it is %s, and scores it at least %d lower', (finger, flaw, reason, lower) => {
  const { score, reasons } = assess(finger, flaw);
  expect(reasons).toContain(reason);
  expect(score).toBeLessThanOrEqual(assess(finger).score - lower);
});

/** Of eight people. Where the earlier print happens to lie along the new one, its residue spoils less. */
it.each([['dry', 8], ['wet', 8], ['worn', 8], ['motion', 8], ['smear', 8], ['residue', 7]] as const)('keeps the index finger below the threshold when %s: %d of 8', (flaw, below) => {
  const scores = [61, 62, 63, 64, 65, 66, 67, 68].map((person) => {
    const quality = assessPrint(printOf(person, 'right-index', { seed: 4, kind: 'plain', flaw }));
    return quality.kind === 'measured' ? quality.score : 0;
  });
  expect(scores.filter((score) => score < 30).length).toBeGreaterThanOrEqual(below);
});

it.each(['right-index', 'right-little'] as const)('calls a small contact of the %s too small', (finger) => {
  const { score, reasons } = assess(finger, 'small-contact');
  expect(reasons).toContain('too-small');
  expect(score).toBeLessThan(30);
});

it('sees a finger that lies half outside the glass', () => {
  const whole = printOf(61, 'right-index', { seed: 4, kind: 'plain' });
  const pixels = new Uint8Array(whole.pixels.length).fill(245);
  const shift = whole.widthPx >> 1;
  for (let y = 0; y < whole.heightPx; y++) pixels.set(whole.pixels.subarray(y * whole.widthPx, y * whole.widthPx + whole.widthPx - shift), y * whole.widthPx + shift);
  const quality = assessPrint({ ...whole, pixels });
  expect(quality).toMatchObject({ kind: 'measured', reasons: expect.arrayContaining(['off-centre']) });
});

it('judges each finger of a slap by itself', () => {
  const { image } = slapOf(61, 'right-four', { impressionSeed: 2, flaws: { 'right-middle': 'dry', 'right-ring': 'wet' } });
  const { fingers } = segmentSlap(image, { slot: 'right-four', missing: new Set() });
  const found = fingers.map(({ box }) => assessSegment(image, box)).map((quality) => (quality.kind === 'measured' ? quality.reasons : quality.cause));
  expect(found).toEqual([[], ['dry'], ['wet'], []]);
});
