import type { Result } from '../../result/result.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import type { GrayImage } from './gray-image.ts';

/** More than a whole hand at 1000 ppi: past this the header lies. */
const MAX_PIXELS = 64_000_000;
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/**
 * Reads a binary portable graymap ("P5", maximum 255).
 * PGM carries no resolution: `ppi` is the caller's word for it.
 * Errors: `pgm.bad-header`, `pgm.truncated`. Source: netpbm, pgm(5).
 */
export function readPgm(bytes: Uint8Array, ppi: number): Result<GrayImage, CodecError> {
  return attempt(() => {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x35) throw new CodecFault('pgm.bad-header', 0, 'not a P5 graymap');
    const cursor = { offset: 2 };
    const widthPx = readNumber(bytes, cursor);
    const heightPx = readNumber(bytes, cursor);
    const maximum = readNumber(bytes, cursor);
    if (maximum !== 255 || widthPx < 1 || heightPx < 1 || widthPx * heightPx > MAX_PIXELS) {
      throw new CodecFault('pgm.bad-header', cursor.offset, 'size or depth not supported');
    }
    const start = cursor.offset + 1; // exactly one white space before the pixels
    const pixels = bytes.slice(start, start + widthPx * heightPx);
    if (pixels.length < widthPx * heightPx) throw new CodecFault('pgm.truncated', bytes.length, 'pixels missing');
    return { widthPx, heightPx, pixels, ppi };
  });
}

function readNumber(bytes: Uint8Array, cursor: { offset: number }): number {
  while (isSpace(bytes[cursor.offset]) || bytes[cursor.offset] === 0x23) {
    if (bytes[cursor.offset] === 0x23) while (cursor.offset < bytes.length && bytes[cursor.offset] !== 0x0a) cursor.offset++;
    else cursor.offset++;
  }
  const start = cursor.offset;
  let value = 0;
  for (;;) {
    const digit = (bytes[cursor.offset] ?? 0) - 0x30;
    if (digit < 0 || digit > 9 || cursor.offset - start > 8) break;
    value = value * 10 + digit;
    cursor.offset++;
  }
  if (cursor.offset === start) throw new CodecFault('pgm.bad-header', start, 'number expected');
  return value;
}

export function writePgm(image: GrayImage): Uint8Array {
  const header = `P5\n${image.widthPx} ${image.heightPx}\n255\n`;
  const bytes = new Uint8Array(header.length + image.pixels.length);
  for (let i = 0; i < header.length; i++) bytes[i] = header.charCodeAt(i);
  bytes.set(image.pixels, header.length);
  return bytes;
}
