import { describe, expect, it } from 'vitest';
import type { Raster } from '../contract/driver.ts';
import { FingerprintArtist } from './fingerprints.ts';
import { drawFingertip } from './fingertip.ts';
import { randomFrom } from './persona-random.ts';
import { drawPortrait } from './portrait.ts';
import { growRidges } from './ridges.ts';
import { PAD, blankPad, inkSamples, signSamples } from './signature.ts';

const darkShare = ({ pixels, widthPx }: Raster, fromX: number, toX: number): number => {
  let dark = 0;
  for (let n = 0; n < pixels.length; n++) if (n % widthPx >= fromX && n % widthPx < toX && pixels[n]! < 128) dark++;
  return dark / (pixels.length * ((toX - fromX) / widthPx));
};

describe('synthetic fingerprints', () => {
  it('the same seed draws the same finger, another seed another', () => {
    expect(drawFingertip(5).pixels).toEqual(drawFingertip(5).pixels);
    expect(drawFingertip(5).pixels).not.toEqual(drawFingertip(6).pixels);
  });

  it.each([0, Math.PI / 4, Math.PI / 2])('ridges run along the flow of %f rad, one period apart', (angle) => {
    const size = 120;
    const period = 4.6;
    const { values } = growRidges({ width: size, height: size, flow: () => angle, period, inside: new Uint8Array(size * size).fill(1), random: randomFrom(9) });
    const crossingsAlong = (direction: number): number => {
      let crossings = 0;
      let low = false; // a swing counts from well below to well above zero: whole pixels jitter around it
      for (let t = -40; t <= 40; t += 0.25) {
        const now = values[Math.round(size / 2 + t * Math.sin(direction)) * size + Math.round(size / 2 + t * Math.cos(direction))]!;
        if (now < -0.3) low = true;
        else if (low && now > 0.3) {
          low = false;
          crossings++;
        }
      }
      return crossings;
    };
    const across = crossingsAlong(angle + Math.PI / 2);
    expect(80 / across).toBeGreaterThan(period * 0.85);
    expect(80 / across).toBeLessThan(period * 1.2);
    expect(crossingsAlong(angle)).toBeLessThan(across / 2);
  });

  it('a missing finger leaves its place empty', () => {
    const artist = new FingerprintArtist();
    const request = { seed: 3, slot: 'right-four', attempt: 1 } as const;
    const whole = artist.draw({ ...request, missing: new Set() });
    const without = artist.draw({ ...request, missing: new Set(['right-little']) });
    expect([whole.widthPx, whole.heightPx]).toEqual([1600, 1500]);
    expect(darkShare(whole, 1_250, 1_550)).toBeGreaterThan(0.03);
    expect(darkShare(without, 1_250, 1_550)).toBe(0);
    expect(darkShare(without, 0, 1_150)).toBeCloseTo(darkShare(whole, 0, 1_150), 2);
  });

  it('two attempts show the same fingers placed a little differently', () => {
    const artist = new FingerprintArtist();
    const [first, second] = [1, 2].map((attempt) => artist.draw({ seed: 3, slot: 'thumbs', missing: new Set(), attempt }));
    expect(first!.pixels).not.toEqual(second!.pixels);
    expect(darkShare(first!, 0, 1_600)).toBeCloseTo(darkShare(second!, 0, 1_600), 2);
  });
});

describe('synthetic portrait', () => {
  const draw = (seed: number, eyesClosed = false): Raster => drawPortrait({ seed, widthPx: 124, heightPx: 160, eyesClosed });
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
    const [whole, pieces] = [blankPad(300, 120), blankPad(300, 120)];
    inkSamples(whole, samples, 0, samples.length, PAD.widthPx);
    for (let n = 0; n < samples.length; n += 25) inkSamples(pieces, samples, n, Math.min(samples.length, n + 25), PAD.widthPx);
    expect(pieces.pixels).toEqual(whole.pixels);
  });
});
