import fc from 'fast-check';
import { decode, encode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { encodeJpeg } from '../../electron/core/jpeg/encode-jpeg.ts';
import { AC_BRIGHTNESS, AC_COLOUR, codesOf } from '../../electron/core/jpeg/huffman.ts';

type Picture = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> };

/** Smooth colour with a hard edge through it, as print on coloured paper has. */
function picture(widthPx: number, heightPx: number): Picture {
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at += 4) {
      const ink = x % 24 < 6 && y % 20 < 14 ? 0.2 : 1;
      pixels.set([ink * (180 + (60 * x) / widthPx), ink * (200 - (50 * y) / heightPx), ink * 170, 255], at);
    }
  }
  return { widthPx, heightPx, pixels };
}
const ours = ({ widthPx, heightPx, pixels }: Picture, quality = 80): Uint8Array => encodeJpeg({ widthPx, heightPx, words: new Uint32Array(pixels.buffer) }, { quality, ppi: 200 });
/** Mean squared error of brightness, decibels below white. */
function signalDb(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 4) sum += (0.299 * (a[at]! - b[at]!) + 0.587 * (a[at + 1]! - b[at + 1]!) + 0.114 * (a[at + 2]! - b[at + 2]!)) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / (a.length / 4)));
}

describe('a JPEG of our own', () => {
  it('is read by another decoder as the picture it was, as well as a common encoder makes it', () => {
    const source = picture(190, 141);
    const theirs = encode({ width: 190, height: 141, data: source.pixels }, 80).data;
    const [mine, other] = [ours(source), theirs].map((file) => signalDb(decode(file, { useTArray: true }).data, source.pixels)) as [number, number];
    expect(mine).toBeGreaterThan(33);
    expect(mine).toBeGreaterThan(other - 0.5);
    expect(ours(source).length).toBeLessThan(theirs.length);
  });

  it('keeps the colour of a stamp', () => {
    const red = { widthPx: 64, heightPx: 64, pixels: Uint8Array.from({ length: 64 * 64 * 4 }, (_, n) => [190, 30, 40, 255][n % 4]!) };
    const back = decode(ours(red), { useTArray: true }).data;
    for (const [channel, level] of [190, 30, 40].entries()) expect(Math.abs(back[4 * 33 * 32 + channel]! - level)).toBeLessThan(4);
  });

  it('has the size it says, whatever the size, and pixels beyond the edge leave no mark', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (wide, high) => {
      const white = { widthPx: wide, heightPx: high, pixels: new Uint8Array(wide * high * 4).fill(255) };
      const back = decode(ours(white), { useTArray: true });
      return back.width === wide && back.height === high && back.data.every((level) => level >= 254);
    }), { numRuns: 40 });
  });

  it('survives noise at every quality', () => {
    const noise = Uint8Array.from({ length: 48 * 48 * 4 }, (_, n) => (n % 4 === 3 ? 255 : (Math.imul(n, 2_654_435_761) >>> 24)));
    const quality = [1, 25, 50, 80, 95, 100].map((one) => signalDb(decode(ours({ widthPx: 48, heightPx: 48, pixels: noise }, one), { useTArray: true }).data, noise));
    expect(quality).toEqual(quality.toSorted((a, b) => a - b));
    expect(quality.at(-1)).toBeGreaterThan(25);
  });

  it('says how many pixels an inch it has', () => {
    expect([...ours(picture(16, 16)).subarray(6, 18)]).toEqual([...Buffer.from('JFIF\0'), 1, 2, 1, 0, 200, 0, 200]);
  });
});

it.each([['brightness', AC_BRIGHTNESS], ['colour', AC_COLOUR]] as const)('the codes for %s are as many as the standard has, and none begins another', (_of, table) => {
  expect(table.values).toHaveLength(162);
  const { code, length } = codesOf(table);
  const written = table.values.map((value) => code[value]!.toString(2).padStart(length[value]!, '0')).toSorted();
  for (const [n, one] of written.entries()) expect(n > 0 && one.startsWith(written[n - 1]!)).toBe(false);
});
