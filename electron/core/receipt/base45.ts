/** Bytes in the letters that a QR code packs best (alphanumeric mode): two bytes become three letters. Source: RFC 9285. */
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const n = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += LETTERS[n % 45]! + LETTERS[Math.floor(n / 45) % 45]! + (pair ? LETTERS[Math.floor(n / 2025)]! : '');
  }
  return text;
}

/** @returns `undefined` for a text that no bytes are written as */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const [c = -1, d = -1, e] = Array.from(text.slice(at, at + 3), (letter) => LETTERS.indexOf(letter));
    const n = c + d * 45 + (e ?? 0) * 2025;
    if (c < 0 || d < 0 || (e ?? 0) < 0 || n > (e === undefined ? 255 : 65_535)) return undefined;
    bytes.push(...(e === undefined ? [n] : [n >> 8, n & 255]));
  }
  return Uint8Array.from(bytes);
}
