import { CodecFault } from '../codec-error.ts';

/**
 * How text outside Type-1 is stored. Type-1 is always 7-bit ASCII and declares the rest in 1.015.
 * `ascii` also stands for files that declare nothing yet carry 8-bit text: bytes then map one to one (Latin-1), so that
 * what is read can be written again unchanged.
 */
export type ItlCharset = 'ascii' | 'utf-8';

/** Errors: `itl.bad-charset` for bytes that are not UTF-8 in a file that says it is. */
export function decodeText(bytes: Uint8Array, charset: ItlCharset, offsetBytes: number): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (charset === 'ascii' || lead < 0x80) {
      text += String.fromCharCode(lead);
      at++;
      continue;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    text += String.fromCodePoint(codePoint(bytes, at, length, offsetBytes));
    at += length;
  }
  return text;
}

const LEAST_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000] as const;

function codePoint(bytes: Uint8Array, at: number, length: number, offsetBytes: number): number {
  const lead = bytes[at]!;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) throw new CodecFault('itl.bad-charset', offsetBytes + at, 'not UTF-8');
    code = (code << 6) | (next & 0x3f);
  }
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (lead < 0xc2 || lead > 0xf4 || surrogate || code < LEAST_OF_LENGTH[length]! || code > 0x10ffff) {
    throw new CodecFault('itl.bad-charset', offsetBytes + at, 'not UTF-8');
  }
  return code;
}

/** Errors: `itl.bad-charset` for a character the charset lacks. */
export function encodeText(text: string, charset: ItlCharset): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80 || (charset === 'ascii' && code < 0x100)) bytes.push(code);
    else if (charset === 'ascii' || (code >= 0xd800 && code <= 0xdfff)) throw new CodecFault('itl.bad-charset', 0, 'character outside the file character set');
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return Uint8Array.from(bytes);
}

/**
 * Vietnamese without its marks, for systems that take 7-bit text only (NIST's own tools among them).
 * "Đặng Thị Ngọc" becomes "Dang Thi Ngoc"; any other character outside ASCII becomes "?".
 */
export function toAscii(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return Array.from(plain, (character) => (isPlain(character.codePointAt(0)!) ? character : '?')).join('');
}

/** Printable ASCII; control characters have no place in a field. */
const isPlain = (code: number): boolean => code >= 0x20 && code <= 0x7e;
