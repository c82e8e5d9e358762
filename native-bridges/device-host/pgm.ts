/** Bytes a header may take, comments included; more is not a PGM. */
const MAX_HEADER_BYTES = 4_096;
const MAX_SIDE_PX = 4_000;
const NEWLINE = 0x0a;
const HASH = 0x23;

/**
 * Pixels of a binary portable graymap ("P5"), 8 bit.
 *
 * Errors: throws `RangeError` for anything else; the caller names the file.
 * Source: netpbm pgm(5): magic, width, height, maxval, each ended by white space; `#` starts a comment up to the line's
 *         end; exactly one white-space byte before the pixels. Maxval below 255 is stretched to 255.
 */
export function parsePgm(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number; readonly channels: 1; readonly pixels: Uint8Array } {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x35) throw new RangeError('not a binary PGM');
  let at = 2;
  const number = (): number => {
    at = afterBlanks(bytes, at);
    let digits = '';
    while (at < bytes.length && at < MAX_HEADER_BYTES && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) digits += String.fromCharCode(bytes[at++]!);
    if (digits === '' || digits.length > 6) throw new RangeError('bad header');
    return Number(digits);
  };
  const [widthPx, heightPx, maximum] = [number(), number(), number()];
  if (!isBlank(bytes[at])) throw new RangeError('bad header');
  if (widthPx < 1 || heightPx < 1 || widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX || maximum < 1 || maximum > 255) throw new RangeError('bad size or depth');
  const pixels = bytes.slice(at + 1, at + 1 + widthPx * heightPx);
  if (pixels.length !== widthPx * heightPx) throw new RangeError('cut short');
  return { widthPx, heightPx, channels: 1, pixels: maximum === 255 ? pixels : pixels.map((v) => Math.min(255, Math.round((v * 255) / maximum))) };
}

function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && at < MAX_HEADER_BYTES) {
    if (bytes[at] === HASH) while (at < bytes.length && bytes[at] !== NEWLINE) at++;
    else if (!isBlank(bytes[at])) return at;
    else at++;
  }
  throw new RangeError('header too long');
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
