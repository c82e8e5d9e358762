import { describe, expect, it } from 'vitest';
import type { Raster } from '../contract/driver.ts';
import { GOOD_LOOK } from './portrait-look.ts';
import { drawPortrait } from './portrait.ts';
import { blankSheet, inkSamples } from '../../electron/core/biometrics/signature/ink.ts';
import { PAD, signSamples } from './signature.ts';

describe('synthetic portrait', () => {
  const draw = (seed: number, eyesClosed = false): Raster => drawPortrait({ seed, widthPx: 124, heightPx: 160, look: { ...GOOD_LOOK, eyes: eyesClosed ? 'closed' : 'open' } });
  it('is opaque, the same for a seed, another for another, and blinks', () => {
    const face = draw(1);
    expect(face.pixels.every((value, n) => n % 4 !== 3 || value === 255)).toBe(true);
    expect(draw(1).pixels).toEqual(face.pixels);
    expect(draw(2).pixels).not.toEqual(face.pixels);
    expect(draw(1, true).pixels).not.toEqual(face.pixels);
  });
  it('stands before a light wall', () => {
    const { pixels } = draw(1);
    expect(Math.min(...pixels.subarray(0, 120 * 4))).toBeGreaterThan(200);
  });
});

describe('synthetic signature', () => {
  it('moves forward in time, stays on the pad, lifts the pen at the end of each stroke', () => {
    for (const seed of [1, 2, 3, 40, 500]) {
      const samples = signSamples(seed, 1);
      expect(samples.every((sample, n) => n === 0 || sample.tMs > samples[n - 1]!.tMs)).toBe(true);
      expect(samples.every(({ x, y, pressure }) => x >= 0 && x < PAD.widthPx && y >= 0 && y < PAD.heightPx && pressure >= 0 && pressure <= 1_023)).toBe(true);
      expect(samples.filter((sample) => sample.pressure === 0)).toHaveLength(3);
      expect(samples.at(-1)!.pressure).toBe(0);
    }
  });
  it('drawn in pieces or at once, it is the same picture', () => {
    const samples = signSamples(7, 1);
    const [whole, pieces] = [blankSheet(300, 120), blankSheet(300, 120)];
    inkSamples(whole, samples, { from: 0, to: samples.length }, PAD);
    for (let n = 0; n < samples.length; n += 25) inkSamples(pieces, samples, { from: n, to: Math.min(samples.length, n + 25) }, PAD);
    expect(pieces.pixels).toEqual(whole.pixels);
  });
});
