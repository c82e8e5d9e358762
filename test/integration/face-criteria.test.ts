import { beforeAll, describe, expect, it } from 'vitest';
import { assessPortrait, type PortraitAssessment } from '../../electron/core/biometrics/face/assess-portrait.ts';
import type { FaceCriterion } from '../../electron/core/biometrics/face/criteria/criterion.ts';
import { FaceFinder } from '../../electron/core/biometrics/face/detect/face-finder.ts';
import { lookAtPortrait } from '../../electron/core/biometrics/face/look-at-portrait.ts';
import { templateOf } from '../../electron/core/biometrics/face/portrait-template.ts';
import { sitterOf } from '../../electron/core/device/sitter.ts';
import { citizensFrom } from '../../drivers/personas/citizens.ts';
import { adviseOn } from '../../electron/core/biometrics/face/portrait-advice.ts';
import { PORTRAIT_FAULTS, type PortraitFault } from '../../electron/core/device/portrait-faults.ts';
import { lookOf } from '../../drivers/personas/portrait-look.ts';
import { drawPortrait } from '../../drivers/personas/portrait.ts';
import { seededNoise } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { faceNetworks } from '../fixtures/face-networks.ts';

let finder: FaceFinder;
beforeAll(async () => { finder = new FaceFinder(await faceNetworks()); });

/** A live frame as the simulated camera shows it. */
function assessed(seed: number, fault?: PortraitFault): PortraitAssessment {
  const frame = drawPortrait({ seed, widthPx: 480, heightPx: 617, look: lookOf(fault) });
  finder.forget();
  return assessPortrait(frame, finder.find(frame), { template: 'adult', live: true });
}
const failedIn = ({ criteria }: PortraitAssessment): readonly FaceCriterion[] => criteria.filter(({ ok }) => !ok).map(({ criterion }) => criterion);

/** What must fail, and what the officer is told first. */
const WRONG: Readonly<Record<PortraitFault, readonly [FaceCriterion, string]>> = {
  'face-turned': ['yaw', 'turn-right'], 'face-down': ['pitch', 'raise-chin'], 'face-leaning': ['roll', 'hold-upright'],
  'eyes-closed': ['eyes-open', 'open-eyes'], 'eyes-aside': ['gaze', 'look-at-camera'], 'mouth-open': ['mouth-closed', 'close-mouth'],
  'background-patterned': ['background-even', 'plain-background'], 'background-dark': ['background-light', 'light-background'],
  'light-side': ['light-even', 'even-light'], 'light-dim': ['exposure', 'more-light'], 'light-glaring': ['exposure', 'less-light'],
  'glasses-reflecting': ['glare', 'glasses-off'], 'face-far': ['distance', 'come-closer'], 'face-beside': ['in-picture', 'move-in'], 'picture-blurred': ['sharpness', 'hold-still'],
};

describe('portraits of personas', () => {
  it.each([1, 2, 3, 4, 5, 6])('person %i is found and meets every criterion', (seed) => {
    const found = assessed(seed);
    expect(failedIn(found)).toEqual([]);
    expect(adviseOn(found.criteria)).toBe('hold');
  });

  it('citizens of either sex and every age meet every criterion of their template', () => {
    for (const { pid, birthDate, sex } of citizensFrom(1, 1_000).filter((_, n) => n < 5 || n % 125 === 0)) {
      const who = sitterOf({ pid, fullName: '', birthDate, sex: String(sex) }, '2026-11-29');
      const frame = drawPortrait({ seed: who.likeness, widthPx: 480, heightPx: 617, person: { ...who, occasion: 0 } });
      finder.forget();
      expect([pid, failedIn(assessPortrait(frame, finder.find(frame), { template: templateOf(who.ageYears), live: true }))]).toEqual([pid, []]);
    }
  });

  it.each(PORTRAIT_FAULTS)('%s is seen, and said first', (fault) => {
    const found = assessed(2, fault);
    const [criterion, advice] = WRONG[fault];
    expect(failedIn(found)).toContain(criterion);
    expect(adviseOn(found.criteria)).toBe(advice);
  });

  it('the same seed gives the same measures', () => {
    expect(assessed(3, 'face-turned').criteria).toEqual(assessed(3, 'face-turned').criteria);
  });

  it('an empty wall is nobody, and nothing else is measured of it', () => {
    const wall = { widthPx: 480, heightPx: 617, pixels: new Uint8Array(480 * 617 * 4).fill(224) };
    finder.forget();
    const found = assessPortrait(wall, finder.find(wall), { template: 'adult', live: true });
    expect(found).toMatchObject({ ok: false, eyes: undefined, criteria: [{ criterion: 'one-face', value: 0, ok: false }] });
    expect(adviseOn(found.criteria)).toBe('nobody');
  });

  it('follows the face from frame to frame', () => {
    const [still, aside] = [drawPortrait({ seed: 4, widthPx: 480, heightPx: 617 }), drawPortrait({ seed: 4, widthPx: 480, heightPx: 617, look: { ...lookOf(undefined), shift: 0.03 } })];
    finder.forget();
    const before = finder.find(still, 8)!;
    const after = finder.find(aside, 8)!;
    expect(after.right.centre.x - before.right.centre.x).toBeGreaterThan(9);
    expect(after.right.centre.x - before.right.centre.x).toBeLessThan(20);
  });
});

describe('pictures that are no portraits', () => {
  const filled = (widthPx: number, heightPx: number, at: (n: number) => number) => ({ widthPx, heightPx, pixels: Uint8Array.from({ length: widthPx * heightPx * 4 }, (_, n) => at(n)) });
  const noise = seededNoise(11);
  const face = drawPortrait({ seed: 5, widthPx: 480, heightPx: 617 });
  /** The face's own pixels, read as rows of another length. */
  const sheared = (widthPx: number, heightPx: number) => ({ widthPx, heightPx, pixels: Uint8Array.from(face.pixels.subarray(0, widthPx * heightPx * 4)) });
  it.each([
    ['noise', filled(320, 240, () => Math.floor(256 * noise()))], ['grey noise', filled(320, 240, (n) => (Math.imul(n >> 2, 2_654_435_761) >>> 24))],
    ['black', filled(480, 617, () => 0)], ['white', filled(480, 617, () => 255)], ['red', filled(480, 617, (n) => (n % 4 === 0 ? 255 : 0))],
    ['one pixel', filled(1, 1, () => 90)], ['a line', filled(4_000, 1, (n) => n % 256)], ['a column', filled(1, 4_000, (n) => n % 256)], ['a ribbon', sheared(3_000, 90)],
    ['a face with rows too short', sheared(479, 617)], ['a face with rows too long', sheared(960, 308)],
  ])('%s: every measure is a number or failed, and it is no good portrait', (_, picture) => {
    finder.forget();
    const looked = lookAtPortrait(finder, picture, { template: 'adult', live: false, searchEvery: 1 });
    expect(looked).toMatchObject({ ok: true, value: { ok: false } });
    if (looked.ok) expect(looked.value.criteria.every(({ value, ok }) => (value === null ? !ok : Number.isFinite(value)))).toBe(true);
  });
});
