import type { Result } from '../../result/result.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import type { GrayImage } from './gray-image.ts';

/** The same as of every other image that is read: no scanner here gives more, past this the header lies. */
const MAX_SIDE_PX = 4_000;
/** Comments included; more is not a PGM. */
const MAX_HEADER_BYTES = 4_096;
const MAX_DIGITS = 6;
const NEWLINE = 0x0a;
const HASH = 0x23;
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/**
 * Reads a binary portable graymap ("P5", 8 bit); a maximum below 255 is stretched to 255.
 * PGM carries no resolution: `ppi` is the caller's word for it.
 * Errors: `pgm.bad-header`, `pgm.truncated`. Source: netpbm, pgm(5): magic, width, height, maximum, each ended by white space;
 * `#` starts a comment up to the line's end; exactly one white space before the pixels.
 */
export function readPgm(bytes: Uint8Array, ppi: number): Result<GrayImage, CodecError> {
  return attempt(() => {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x35) throw new CodecFault('pgm.bad-header', 0, 'not a P5 graymap');
    const cursor = { offset: 2 };
    const [widthPx, heightPx, maximum] = [readNumber(bytes, cursor), readNumber(bytes, cursor), readNumber(bytes, cursor)];
    if (maximum < 1 || maximum > 255 || widthPx < 1 || heightPx < 1 || widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX) {
      throw new CodecFault('pgm.bad-header', cursor.offset, 'size or depth not supported');
    }
    if (!isSpace(bytes[cursor.offset])) throw new CodecFault('pgm.bad-header', cursor.offset, 'white space expected');
    const start = cursor.offset + 1;
    const pixels = bytes.slice(start, start + widthPx * heightPx);
    if (pixels.length < widthPx * heightPx) throw new CodecFault('pgm.truncated', bytes.length, 'pixels missing');
    return { widthPx, heightPx, pixels: maximum === 255 ? pixels : pixels.map((grey) => Math.min(255, Math.round((grey * 255) / maximum))), ppi };
  });
}

function readNumber(bytes: Uint8Array, cursor: { offset: number }): number {
  skipBlanks(bytes, cursor);
  const start = cursor.offset;
  let value = 0;
  for (;;) {
    const digit = (bytes[cursor.offset] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    if (cursor.offset - start >= MAX_DIGITS) throw new CodecFault('pgm.bad-header', start, 'number too long');
    value = value * 10 + digit;
    cursor.offset++;
  }
  if (cursor.offset === start) throw new CodecFault('pgm.bad-header', start, 'number expected');
  return value;
}

function skipBlanks(bytes: Uint8Array, cursor: { offset: number }): void {
  for (; cursor.offset < bytes.length; cursor.offset++) {
    if (cursor.offset >= MAX_HEADER_BYTES) throw new CodecFault('pgm.bad-header', cursor.offset, 'header too long');
    if (bytes[cursor.offset] === HASH) while (cursor.offset < bytes.length && bytes[cursor.offset] !== NEWLINE) cursor.offset++;
    else if (!isSpace(bytes[cursor.offset])) return;
  }
}

export function writePgm(image: GrayImage): Uint8Array {
  const header = `P5\n${image.widthPx} ${image.heightPx}\n255\n`;
  const bytes = new Uint8Array(header.length + image.pixels.length);
  for (let i = 0; i < header.length; i++) bytes[i] = header.charCodeAt(i);
  bytes.set(image.pixels, header.length);
  return bytes;
}
