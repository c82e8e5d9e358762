import { describe, expect, it } from 'vitest';
import { LiveBox } from '../../../electron/contract/analysis.ts';
import { DEFAULT_POLICY } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { FINGERS_OF, type Finger } from '../../../electron/core/dossier/capture-slots.ts';
import { FingerprintArtist, type PrintRequest } from '../../../drivers/personas/fingerprints.ts';
import type { Flaw } from '../../../drivers/personas/prints.ts';
import { fittedTo } from '../raster-scale.ts';
import { lookLive, type LiveLook } from './look-live.ts';

const artist = new FingerprintArtist();

function look(scene: Partial<PrintRequest> = {}): LiveLook {
  const still = artist.draw({ seed: 4_012, slot: 'right-four', missing: new Set(), attempt: 1, ...scene });
  const raster = fittedTo(still, 640);
  const seen = lookLive({ raster, ppi: (500 * raster.widthPx) / still.widthPx, slot: 'right-four', missing: [], settings: DEFAULT_POLICY });
  expect(seen.boxes.every((box) => LiveBox.safeParse(box).success)).toBe(true);
  return seen;
}
const all = (flaw: Flaw): Partial<Record<Finger, Flaw>> => Object.fromEntries(FINGERS_OF['right-four'].map((finger) => [finger, flaw]));

describe('a live frame of 640 px', () => {
  it('shows four named fingers inside the frame, good ones as good, and nothing to say', () => {
    const { boxes, hint } = look();
    expect(boxes.map(({ finger, ok }) => [finger, ok])).toEqual(FINGERS_OF['right-four'].map((finger) => [finger, true]));
    expect(boxes.every(({ box }) => box.xPx >= 0 && box.xPx + box.widthPx <= 640 && box.yPx + box.heightPx <= 600)).toBe(true);
    expect(hint).toBeUndefined();
  });

  it.each([
    ['wet fingers', { flaws: all('wet') }, 'dry-finger'],
    ['dry fingers', { flaws: all('dry') }, 'moisten-or-press'],
    ['a greasy glass', { flaws: all('residue') }, 'clean-finger-and-glass'],
    ['a small contact', { flaws: all('small-contact') }, 'lay-finger-flat'],
    ['the other hand', { wrongHand: true }, 'other-hand'],
    ['a lifted finger', { missing: new Set<Finger>(['right-ring']) }, 'too-few-fingers'],
  ] as const)('%s: what to do about it', (_what, scene, hint) => {
    expect(look(scene).hint).toBe(hint);
  });

  it('an empty glass has no boxes and leaves the words to the device', () => {
    const raster = { widthPx: 640, heightPx: 600, channels: 1 as const, pixels: new Uint8Array(640 * 600).fill(250) };
    expect(lookLive({ raster, ppi: 200, slot: 'thumbs', missing: [], settings: DEFAULT_POLICY })).toEqual({ boxes: [], hint: undefined });
  });
});
