import { describe, expect, test } from 'vitest';
import type { Result } from '../../result/result.ts';
import type { CodecError } from '../codec-error.ts';
import { peakSignalToNoiseDb } from '../image/gray-image.ts';
import { syntheticRidges } from '../image/synthetic-ridges.ts';
import { decodeBlock } from './entropy-decode.ts';
import { encodeTokens, tokenise } from './entropy-encode.ts';
import { decodeWsq } from './decode.ts';
import { encodeWsq } from './encode.ts';
import { EVEN_8_8 } from './filter-bank.ts';
import { buildDecodeLookup, buildEncodeTable, buildHuffmanTable } from './huffman.ts';

const value = <T>(result: Result<T, CodecError>): T => {
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.offsetBytes}: ${result.error.reason}`);
  return result.value;
};
const print = syntheticRidges({ widthPx: 416, heightPx: 560, seed: 7 });
const indexOfMarker = (file: Uint8Array, low: number): number => file.findIndex((byte, i) => byte === 0xff && file[i + 1] === low);

describe('encode then decode', () => {
  test.each([[0.75, 26], [2.25, 33]])('%s bit/pixel keeps the print', (bitsPerPixel, leastDb) => {
    const file = value(encodeWsq(print, { bitsPerPixel }));
    const back = value(decodeWsq(file));
    expect([back.widthPx, back.heightPx, back.ppi, back.blocks]).toEqual([416, 560, 500, 3]);
    expect(peakSignalToNoiseDb(print.pixels, back.pixels)).toBeGreaterThan(leastDb);
    expect((file.length * 8) / print.pixels.length).toBeLessThan(bitsPerPixel * 1.1);
  });

  test('vectors and plain loops agree on the file but for what rounding may do', () => {
    const fast = value(encodeWsq(print, { bitsPerPixel: 0.75 }));
    const plain = value(encodeWsq(print, { bitsPerPixel: 0.75, how: 'plain' }));
    expect(Math.abs(fast.length - plain.length)).toBeLessThan(plain.length / 1000);
    const a = value(decodeWsq(fast)).pixels;
    const b = value(decodeWsq(fast, 'plain')).pixels;
    expect(a.every((pixel, i) => Math.abs(pixel - b[i]!) <= 1)).toBe(true);
    expect(a.filter((pixel, i) => pixel !== b[i]).length).toBeLessThan(a.length / 1000);
  });

  test.each([[81, 81], [82, 97], [501, 333], [512, 256], [803, 751]])('any size: %i x %i', (widthPx, heightPx) => {
    const image = syntheticRidges({ widthPx, heightPx, seed: widthPx });
    const back = value(decodeWsq(value(encodeWsq(image, { bitsPerPixel: 2.25 }))));
    expect(peakSignalToNoiseDb(image.pixels, back.pixels)).toBeGreaterThan(26);
  });

  test('even filters are read by their own taps', () => {
    const file = value(encodeWsq(print, { bitsPerPixel: 2.25, filters: EVEN_8_8 }));
    const back = value(decodeWsq(file));
    expect(back.filters.lowLength).toBe(8);
    expect(peakSignalToNoiseDb(print.pixels, back.pixels)).toBeGreaterThan(30);
  });

  test('a flat image and noise survive', () => {
    const flat = { ...print, pixels: new Uint8Array(print.pixels.length).fill(200) };
    expect(value(decodeWsq(value(encodeWsq(flat, { bitsPerPixel: 0.75 })))).pixels.every((pixel) => pixel === 200)).toBe(true);
    const checks = { ...print, pixels: print.pixels.map((_, i) => ((i + Math.floor(i / 416)) % 2) * 255) };
    expect(value(decodeWsq(value(encodeWsq(checks, { bitsPerPixel: 2.25 })))).pixels).toHaveLength(416 * 560);
  });

  test('the comment is the one NIST tools read', () => {
    const file = value(encodeWsq({ ...print, ppi: 1000 }, { bitsPerPixel: 0.75 }));
    const back = value(decodeWsq(file));
    expect(back.ppi).toBe(1000);
    expect(back.comment).toMatchObject({ NIST_COM: '9', PIX_WIDTH: '416', PIX_HEIGHT: '560', PIX_DEPTH: '8', COMPRESSION: 'WSQ', WSQ_BITRATE: '0.750000' });
  });
});

describe('what other encoders write', () => {
  const file = value(encodeWsq(print, { bitsPerPixel: 0.75 }));
  const pixels = value(decodeWsq(file)).pixels;

  test('a restart interval, fill bytes and other comments change nothing', () => {
    const at = indexOfMarker(file, 0xa2);
    const extra = [0xff, 0xa7, 0, 4, 0, 99, 0xff, 0xa8, 0, 5, 0x41, 0x42, 0x43, 0xff, 0xff];
    const longer = Uint8Array.from([...file.subarray(0, at), ...extra, ...file.subarray(at)]);
    expect(value(decodeWsq(longer)).pixels).toEqual(pixels);
  });

  test('restart markers begin on a whole byte and are counted modulo 8', () => {
    const coefficients = Int16Array.from({ length: 4000 }, (_, i) => (i % 5 === 0 ? 0 : (i * 37) % 900 - 450));
    const table = buildHuffmanTable(tokenise(coefficients, 0, 4000).histogram.map((count) => count + 1));
    const parts = Array.from({ length: 10 }, (_, i) => encodeTokens(tokenise(coefficients, i * 400, i * 400 + 400), buildEncodeTable(table)));
    const bytes = Uint8Array.from([...parts.flatMap((part, i) => (i === 0 ? [...part] : [0xff, 0xb0 + ((i - 1) % 8), ...part])), 0xff, 0xa1]);
    const sink = { values: new Int16Array(4000), count: 0 };
    expect(decodeBlock(bytes, 0, buildDecodeLookup(table, 0), sink)).toBe(bytes.length - 2);
    expect(sink.values).toEqual(coefficients);
    const second = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xb1);
    bytes[second + 1] = 0xb5;
    expect(() => decodeBlock(bytes, 0, buildDecodeLookup(table, 0), { values: new Int16Array(4000), count: 0 })).toThrow('wsq.bad-entropy-data');
  });

  test('codes are at most 16 bits and none is all ones, however skewed the counts', () => {
    const counts = new Uint32Array(256);
    for (let i = 0; i < 40; i++) counts[i + 107] = Math.min(2 ** i, 2 ** 31);
    const table = buildHuffmanTable(counts);
    const codes = buildEncodeTable(table);
    expect(table.countByLength.reduce((sum, count) => sum + count, 0)).toBe(40);
    for (let symbol = 107; symbol < 147; symbol++) {
      expect(codes.lengths[symbol]).toBeGreaterThan(0);
      expect(codes.codes[symbol]).toBeLessThan(2 ** codes.lengths[symbol]! - 1);
    }
  });
});

describe('refusals', () => {
  const file = value(encodeWsq(print, { bitsPerPixel: 0.75 }));
  const codeOf = (bytes: Uint8Array): string => {
    const result = decodeWsq(bytes);
    return result.ok ? 'decoded' : result.error.code;
  };

  test('every cut is an error with an offset inside the file', () => {
    for (let length = 0; length < file.length; length += 97) {
      const result = decodeWsq(file.subarray(0, length));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.offsetBytes).toBeLessThanOrEqual(length);
    }
  });

  test('a size that lies', () => {
    const bytes = file.slice();
    const frame = indexOfMarker(bytes, 0xa2);
    bytes.set([0xff, 0xff, 0xff, 0xff], frame + 6);
    expect(codeOf(bytes)).toBe('wsq.bad-frame');
    bytes.set([0x02, 0x30, 0x01, 0xa1], frame + 6);
    expect(codeOf(bytes)).toBe('wsq.coefficient-count');
  });

  test('tables that are missing or impossible', () => {
    const without = (low: number): Uint8Array => {
      const at = indexOfMarker(file, low);
      const length = file[at + 2]! * 256 + file[at + 3]!;
      return Uint8Array.from([...file.subarray(0, at), ...file.subarray(at + 2 + length)]);
    };
    expect(codeOf(without(0xa4))).toBe('wsq.missing-table');
    expect(codeOf(without(0xa5))).toBe('wsq.missing-table');
    expect(codeOf(without(0xa6))).toBe('wsq.missing-table');
    const crowded = file.slice();
    crowded.fill(200, indexOfMarker(file, 0xa6) + 5, indexOfMarker(file, 0xa6) + 6);
    expect(codeOf(crowded)).toBe('wsq.bad-huffman-table');
    expect(codeOf(new TextEncoder().encode('not a print'))).toBe('wsq.bad-marker');
  });

  test('blocks and restarts without end are refused at once', () => {
    const end = file.length - 2;
    const blocks = Uint8Array.from({ length: 500_000 }, (_, i) => [0xff, 0xa3, 0, 3, 1][i % 5]!);
    expect(codeOf(Uint8Array.from([...file.subarray(0, end), ...blocks, 0xff, 0xa1]))).toBe('wsq.bad-block');
    const restarts = Uint8Array.from({ length: 500_000 }, (_, i) => (i % 2 === 0 ? 0xff : 0xb0 + (((i - 1) / 2) % 8)));
    expect(codeOf(Uint8Array.from([...file.subarray(0, end), ...restarts, 0xff, 0xa1]))).toBe('wsq.bad-entropy-data');
  });

  test('what cannot be encoded', () => {
    expect(encodeWsq(print, { bitsPerPixel: 0 })).toMatchObject({ ok: false, error: { code: 'wsq.bad-bit-rate' } });
    expect(encodeWsq(print, { bitsPerPixel: Number.NaN })).toMatchObject({ ok: false, error: { code: 'wsq.bad-bit-rate' } });
    const narrow = syntheticRidges({ widthPx: 80, heightPx: 112, seed: 1 });
    expect(encodeWsq(narrow, { bitsPerPixel: 1 })).toMatchObject({ ok: false, error: { code: 'wsq.unsupported-image' } });
    expect(encodeWsq({ ...print, widthPx: 415 }, { bitsPerPixel: 1 })).toMatchObject({ ok: false, error: { code: 'wsq.unsupported-image' } });
  });
});
