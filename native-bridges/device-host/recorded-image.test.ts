import { encode as encodePng } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { decodeRecorded, formatNamed } from './recorded-image.ts';

const decodeFile = (bytes: Uint8Array, file: string, channels: 1 | 4) => decodeRecorded({ file, format: formatNamed(file), widthPx: 0, heightPx: 0, bytes }, channels);
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof AppError ? [error.code, error.detail] : error;
  }
};

describe('recorded images', () => {
  const rgb = Uint8Array.of(255, 0, 0, 0, 255, 0);
  it('PNG colour becomes grey for a print and RGBA for a portrait', () => {
    const png = encodePng({ width: 2, height: 1, data: rgb, channels: 3, depth: 8 });
    expect([...decodeFile(png, 'thumbs.png', 1).pixels]).toEqual([76, 150]);
    expect([...decodeFile(png, 'portrait.png', 4).pixels]).toEqual([255, 0, 0, 255, 0, 255, 0, 255]);
  });
  it('16-bit grey keeps its upper byte', () => {
    const png = encodePng({ width: 2, height: 1, data: Uint16Array.of(0x1234, 0xfedc), channels: 1, depth: 16 });
    expect([...decodeFile(png, 'thumbs.png', 1).pixels]).toEqual([0x12, 0xfe]);
  });
  it('WSQ becomes a grey print, a damaged one a code', () => {
    const wsq = encodeWsq(syntheticRidges({ widthPx: 96, heightPx: 112, seed: 1 }), { bitsPerPixel: 0.75 });
    if (!wsq.ok) throw new Error(wsq.error.code);
    expect(decodeFile(wsq.value, 'right-index.wsq', 1)).toMatchObject({ widthPx: 96, heightPx: 112, channels: 1 });
    expect(codeOf(() => decodeFile(wsq.value.subarray(0, 300), 'right-index.wsq', 1))).toEqual(['device.recorded-input-bad', { file: 'right-index.wsq', why: 'unreadable' }]);
  });
  it('JPEG becomes RGBA', () => {
    const jpeg = encodeJpeg({ width: 16, height: 8, data: new Uint8Array(16 * 8 * 4).fill(128) }, 90).data;
    expect(decodeFile(jpeg, 'portrait.jpg', 4)).toMatchObject({ widthPx: 16, heightPx: 8, channels: 4 });
  });
  it('a PNG that claims to be enormous is refused by its header', () => {
    const png = encodePng({ width: 2, height: 1, data: rgb, channels: 3, depth: 8 });
    new DataView(png.buffer, png.byteOffset).setUint32(16, 2_000_000_000);
    expect(codeOf(() => decodeFile(png, 'thumbs.png', 1))).toEqual(['device.recorded-input-bad', { file: 'thumbs.png', why: 'unreadable' }]);
  });
  it('any bytes end in pixels or in a code that names only the file', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.pgm', 'a.png', 'a.wsq', 'a.jpg'), (bytes, file) => {
      const outcome = codeOf(() => decodeFile(bytes, file, 1));
      return Array.isArray(outcome) ? outcome[0] === 'device.recorded-input-bad' : !(outcome instanceof Error);
    }), { numRuns: 500 });
  });
});
