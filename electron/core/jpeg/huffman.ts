/** How many codes there are of each length 1..16, and what they stand for, shortest first. Source: ITU-T T.81, K.3.3 ("typical" tables). */
export type HuffmanTable = { readonly counts: readonly number[]; readonly values: readonly number[] };
/** Code and its length by the value it stands for; length 0 = no such value. */
export type HuffmanCodes = { readonly code: Uint16Array; readonly length: Uint8Array };

const TWELVE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Runs and sizes in the order of T.81, tables K.5 and K.6; the tail of both is every size of every run that came not before. */
const AC_BRIGHTNESS_HEAD = '010203000411051221314106135161072271143281 91a1082342b1c11552d1f02433627282090a';
const AC_COLOUR_HEAD = '0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f1';

const bytes = (hex: string): number[] => (hex.replaceAll(' ', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16));

function withTail(head: string): number[] {
  const first = bytes(head);
  const known = new Set(first);
  const rest = Array.from({ length: 256 }, (_, value) => value).filter((value) => (value & 15) >= 1 && (value & 15) <= 10 && !known.has(value));
  return [...first, ...rest];
}

export const DC_BRIGHTNESS: HuffmanTable = { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], values: TWELVE };
export const DC_COLOUR: HuffmanTable = { counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], values: TWELVE };
export const AC_BRIGHTNESS: HuffmanTable = { counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125], values: withTail(AC_BRIGHTNESS_HEAD) };
export const AC_COLOUR: HuffmanTable = { counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119], values: withTail(AC_COLOUR_HEAD) };

/** Source: T.81, C.2: codes of one length count upwards, a bit more each length. */
export function codesOf({ counts, values }: HuffmanTable): HuffmanCodes {
  const [code, length] = [new Uint16Array(256), new Uint8Array(256)];
  let next = 0;
  let at = 0;
  for (const [shorter, count] of counts.entries()) {
    for (let n = 0; n < count; n++, at++) {
      code[values[at]!] = next++;
      length[values[at]!] = shorter + 1;
    }
    next <<= 1;
  }
  return { code, length };
}
