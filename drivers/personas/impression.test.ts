import { describe, expect, it } from 'vitest';
import type { Raster } from '../contract/driver.ts';
import { impression } from './impression.ts';
import { masterFinger } from './master-finger.ts';
import { FLAWS, type Flaw, type Impression } from './prints.ts';

const master = masterFinger(21, 'right-index');
const drawn = new Map<string, Impression>();
const draw = (seed: number, flaw?: Flaw, kind: 'plain' | 'rolled' = 'plain'): Impression => impression(master, { seed, kind, flaw });
/** Drawn once for all tests. */
function touch(...request: Parameters<typeof draw>): Impression {
  const key = request.join(' ');
  const one = drawn.get(key) ?? draw(...request);
  drawn.set(key, one);
  return one;
}

/** Compared as bytes: a deep comparison of a million numbers takes seconds. */
const same = (a: Uint8Array | Int8Array, b: Uint8Array | Int8Array): boolean => Buffer.compare(Buffer.from(a.buffer), Buffer.from(b.buffer)) === 0;

/** Share of the box that is darker than half. */
function darkness({ raster, truth }: Impression): number {
  const { left, top, right, bottom } = truth.box;
  let dark = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (raster.pixels[y * raster.widthPx + x]! < 150) dark++;
  return dark / ((right - left) * (bottom - top));
}

/** Mean step between neighbours inside the box: ridges that are there and sharp. */
function relief({ raster, truth }: Impression): number {
  const { left, top, right, bottom } = truth.box;
  let sum = 0;
  let count = 0;
  for (let y = top + 40; y < bottom - 40; y++) {
    for (let x = left + 40; x < right - 40; x++, count++) sum += Math.abs(raster.pixels[y * raster.widthPx + x + 2]! - raster.pixels[y * raster.widthPx + x]!);
  }
  return sum / count;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const over = (measure: (one: Impression) => number, flaw?: Flaw): number => mean([1, 2, 3].map((seed) => measure(touch(seed, flaw))));

describe('impression', () => {
  it('is the same for the same request and another for every touch', () => {
    expect(same(draw(1).raster.pixels, touch(1).raster.pixels)).toBe(true);
    expect(draw(1).truth).toEqual(touch(1).truth);
    expect(same(touch(2).raster.pixels, touch(1).raster.pixels)).toBe(false);
    expect(new Set([1, 2, 3, 4, 5].map((seed) => touch(seed).truth.angleDeg)).size).toBe(5);
  });

  it('plain is 500 × 600, rolled 800 × 750 and shows more of the finger', () => {
    const [plain, rolled] = [touch(1), touch(1, undefined, 'rolled')];
    const size = ({ raster }: Impression): readonly number[] => [raster.widthPx, raster.heightPx, raster.channels, raster.pixels.length];
    expect(size(plain)).toEqual([500, 600, 1, 300_000]);
    expect(size(rolled)).toEqual([800, 750, 1, 600_000]);
    expect(rolled.truth.box.right - rolled.truth.box.left).toBeGreaterThan((plain.truth.box.right - plain.truth.box.left) * 1.25);
    expect(rolled.truth.minutiae.length).toBeGreaterThan(plain.truth.minutiae.length);
  });

  it('keeps the finger off the edges and the glass clean around it', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { raster, truth } = touch(seed);
      const { left, top, right, bottom } = truth.box;
      expect(Math.min(left, top, raster.widthPx - right, raster.heightPx - bottom)).toBeGreaterThan(10);
      expect(right - left).toBeGreaterThan(260);
      expect(bottom - top).toBeGreaterThan(360);
      expect(raster.pixels.every((value, n) => {
        const [x, y] = [n % raster.widthPx, Math.floor(n / raster.widthPx)];
        const outside = x < left - 8 || x > right + 8 || y < top - 8 || y > bottom + 8;
        return !outside || value > 225;
      })).toBe(true);
    }
  });

  it('says where its minutiae lie: each on skin, and moved alike between two touches', () => {
    const [first, second] = [touch(1), touch(2)];
    const { box } = first.truth;
    expect(first.truth.minutiae.length).toBeGreaterThan(20);
    expect(first.truth.minutiae.every(({ x, y }) => x > box.left - 6 && x < box.right + 6 && y > box.top - 6 && y < box.bottom + 6)).toBe(true);
    const turned = ((second.truth.angleDeg - first.truth.angleDeg) * Math.PI) / 180;
    // Distances between minutiae hold from touch to touch but for the skin's stretch.
    const spread = ({ truth }: Impression): number => {
      const [x, y] = [mean(truth.minutiae.map((one) => one.x)), mean(truth.minutiae.map((one) => one.y))];
      return mean(truth.minutiae.map((one) => Math.hypot(one.x - x, one.y - y)));
    };
    expect(Math.abs(turned)).toBeLessThan(0.6);
    expect(spread(second) / spread(first)).toBeGreaterThan(0.85);
    expect(spread(second) / spread(first)).toBeLessThan(1.18);
  });
});

describe('flaws', () => {
  it.each(FLAWS)('%s is said in the truth and changes the picture', (flaw) => {
    const flawed = touch(1, flaw);
    expect(flawed.truth.flaw).toBe(flaw);
    expect(same(flawed.raster.pixels, touch(1).raster.pixels)).toBe(false);
    expect(same(draw(1, flaw).raster.pixels, flawed.raster.pixels)).toBe(true);
  });
  it('dry is light, wet is dark', () => {
    expect(over(darkness, 'dry')).toBeLessThan(over(darkness) * 0.75);
    expect(over(darkness, 'wet')).toBeGreaterThan(over(darkness) * 1.35);
  });
  it.each(['worn', 'motion', 'smear', 'wet'] as const)('%s takes the ridges away', (flaw) => {
    expect(over(relief, flaw)).toBeLessThan(over(relief) * 0.8);
  });
  it('small contact is small', () => {
    const area = ({ truth: { box } }: Impression): number => (box.right - box.left) * (box.bottom - box.top);
    expect(over(area, 'small-contact')).toBeLessThan(over(area) * 0.5);
  });
  it('a scar is in the same place of the finger at every touch', () => {
    /** Light share on the scar's pixels of one touch, looked up at the other touch of the same pose. */
    const changed = (seed: number): number => {
      const [plain, scarred] = [touch(seed).raster.pixels, touch(seed, 'scar').raster.pixels];
      let count = 0;
      for (let n = 0; n < plain.length; n++) if (plain[n]! < 130 && scarred[n]! > 190) count++;
      return count;
    };
    for (const seed of [1, 2, 3]) expect(changed(seed)).toBeGreaterThan(250);
  });
  it('residue leaves ink outside the finger', () => {
    const strayInk = ({ raster, truth }: Impression): number => {
      let stray = 0;
      raster.pixels.forEach((value: number, n: number) => {
        const x = n % (raster satisfies Raster).widthPx;
        if (value < 215 && (x < truth.box.left - 6 || x > truth.box.right + 6)) stray++;
      });
      return stray;
    };
    expect(over(strayInk)).toBe(0);
    expect(over(strayInk, 'residue')).toBeGreaterThan(500);
  });
});
