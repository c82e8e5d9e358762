import { describe, expect, it } from 'vitest';
import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { FingerprintArtist } from './fingerprints.ts';
import { masterFinger } from './master-finger.ts';
import type { MasterFinger, SlapImpression, SlapRequest } from './prints.ts';
import { slap } from './slap.ts';

const grown = new Map(FINGERS.map((finger): readonly [Finger, MasterFinger] => [finger, masterFinger(3, finger)]));
const lay = (slot: 'right-four' | 'left-four' | 'thumbs', request: Partial<SlapRequest> = {}): SlapImpression =>
  slap(3, slot, { impressionSeed: 1, ...request }, (finger) => grown.get(finger)!);
const names = ({ fingers }: SlapImpression): readonly string[] => fingers.map(({ finger }) => finger);

/** Compared as bytes: a deep comparison of a million numbers takes seconds. */
const same = (a: Uint8Array | Int8Array, b: Uint8Array | Int8Array): boolean => Buffer.compare(Buffer.from(a.buffer), Buffer.from(b.buffer)) === 0;

describe('slap', () => {
  it.each([
    ['right-four', ['right-index', 'right-middle', 'right-ring', 'right-little']],
    ['left-four', ['left-little', 'left-ring', 'left-middle', 'left-index']],
    ['thumbs', ['left-thumb', 'right-thumb']],
  ] as const)('%s shows its fingers from left to right', (slot, expected) => {
    const whole = lay(slot);
    expect([whole.raster.widthPx, whole.raster.heightPx]).toEqual([1_600, 1_500]);
    expect(names(whole)).toEqual(expected);
    expect(whole.fingers.map(({ place }) => place)).toEqual(expected);
    const middles = whole.fingers.map(({ box }) => (box.left + box.right) / 2);
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
  });

  it.each([-15, -7, 0, 7, 15])('a hand turned by %i° stays on the glass, its fingers apart and as long as they are', (handAngleDeg) => {
    for (const impressionSeed of [1, 2]) {
      for (const slot of ['right-four', 'left-four'] as const) {
        const { fingers } = lay(slot, { impressionSeed, handAngleDeg });
        const boxes = fingers.map(({ box }) => box);
        expect(boxes.every((box) => box.left > 0 && box.top > 0 && box.right < 1_600 && box.bottom < 1_500)).toBe(true);
        if (handAngleDeg !== 0) continue;
        expect(Math.min(...boxes.slice(1).map((box, n) => box.left - boxes[n]!.right))).toBeGreaterThan(0);
        const topOf = (name: string): number => fingers.find(({ finger }) => finger.endsWith(name))!.box.top;
        expect(topOf('middle')).toBeLessThan(topOf('index'));
        expect(topOf('ring')).toBeLessThan(topOf('little'));
        expect(topOf('index')).toBeLessThan(topOf('little'));
      }
    }
  });

  it('a missing finger leaves its place empty and the others as they were', () => {
    const whole = lay('right-four');
    const without = lay('right-four', { missing: new Set(['right-ring']) });
    expect(names(without)).toEqual(['right-index', 'right-middle', 'right-little']);
    expect(without.fingers[1]).toEqual(whole.fingers[1]);
    const { box } = whole.fingers[2]!;
    let dark = 0;
    for (let y = box.top; y < box.bottom; y++) for (let x = box.left + 20; x < box.right - 20; x++) if (without.raster.pixels[y * 1_600 + x]! < 200) dark++;
    expect(dark).toBe(0);
  });

  it('a wrong hand shows the other fingers in the places of these', () => {
    const wrong = lay('right-four', { wrongHand: true });
    expect(wrong.fingers.map(({ place }) => place)).toEqual(['right-index', 'right-middle', 'right-ring', 'right-little']);
    expect(names(wrong)).toEqual(['left-little', 'left-ring', 'left-middle', 'left-index']);
    expect(names(lay('thumbs', { wrongHand: true }))).toEqual(['right-thumb', 'left-thumb']);
  });

  it('a finger shown twice is said, and a flaw stays with its finger', () => {
    const twice = lay('left-four', { instead: { 'left-ring': 'left-middle' }, flaws: { 'left-index': 'dry' } });
    expect(names(twice)).toEqual(['left-little', 'left-middle', 'left-middle', 'left-index']);
    expect(twice.fingers.map(({ flaw }) => flaw)).toEqual([undefined, undefined, undefined, 'dry']);
  });
});

describe('fingerprint artist of the simulated scanner', () => {
  it('draws every slot, a second attempt differently, and the first again the same', () => {
    const artist = new FingerprintArtist();
    const draw = (attempt: number): Uint8Array => artist.draw({ seed: 3, slot: 'thumbs', missing: new Set(), attempt }).pixels;
    const first = draw(1);
    expect(same(draw(2), first)).toBe(false);
    expect(same(draw(1), first)).toBe(true);
    const alone = artist.draw({ seed: 3, slot: 'right-thumb', missing: new Set(), attempt: 1 });
    expect([alone.widthPx, alone.heightPx]).toEqual([800, 750]);
  });
});
