/** Text and base64 as bytes. Drivers have no ambient classes, so TextEncoder and Buffer are not at hand. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Int8Array(128).fill(-1);
for (let n = 0; n < 64; n++) VALUE[ALPHABET.charCodeAt(n)] = n;
VALUE['-'.charCodeAt(0)] = 62;
VALUE['_'.charCodeAt(0)] = 63;

/** Base64 of either alphabet (RFC 4648, 4 and 5), padded or not; undefined for anything else. */
export function parseBase64(text: string): Uint8Array | undefined {
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  if (end % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let n = 0; n < end; n++) {
    const code = text.charCodeAt(n);
    const value = code < 128 ? VALUE[code]! : -1;
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

/** Base64url without padding, as in JWS (RFC 7515, 2). */
export function formatBase64Url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const four = ALPHABET[word >> 18]! + ALPHABET[(word >> 12) & 63]! + ALPHABET[(word >> 6) & 63]! + ALPHABET[word & 63]!;
    parts.push(left >= 3 ? four : four.slice(0, left + 1));
  }
  return parts.join('').replaceAll('+', '-').replaceAll('/', '_');
}

export function utf8Bytes(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.toWellFormed());
  const bytes = new Uint8Array(escaped.length);
  let length = 0;
  for (let at = 0; at < escaped.length; at++) {
    const code = escaped.charCodeAt(at);
    if (code !== 0x25) bytes[length++] = code;
    else {
      bytes[length++] = Number.parseInt(escaped.slice(at + 1, at + 3), 16);
      at += 2;
    }
  }
  return bytes.slice(0, length);
}

const SLICE_BYTES = 4_096;

/** One character a byte. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) text += String.fromCharCode(...bytes.subarray(at, at + SLICE_BYTES));
  return text;
}

/** UTF-8 where it is valid, else one character a byte: an odd error text must not hide the error's number. */
export function utf8Text(bytes: Uint8Array): string {
  const plain = latin1Text(bytes);
  if (!/[\x80-\xff]/.test(plain)) return plain;
  try {
    return decodeURIComponent(plain.replace(/[%\x80-\xff]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return plain;
  }
}

/** Any JSON value, or undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
