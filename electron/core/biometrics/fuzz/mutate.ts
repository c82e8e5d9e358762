import { seededNoise } from '../image/synthetic-ridges.ts';

/** Values that lengths and counts lie with. */
const LIES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff] as const;

/** A source of damaged copies of `original`, the same sequence for the same seed: cuts, bit flips, lying lengths, moved blocks. */
export function mutations(original: Uint8Array, seed: number): () => Uint8Array {
  const random = seededNoise(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const damages: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => bytes.subarray(0, below(bytes.length + 1)),
    (bytes) => bytes.with(below(bytes.length), below(256)),
    (bytes) => flip(bytes, below(bytes.length * 8)),
    (bytes) => lie(bytes, below(bytes.length), { value: LIES[below(LIES.length)]!, width: 1 << below(3) }),
    (bytes) => splice(bytes, below(bytes.length), { removed: below(64), added: bytes.subarray(below(bytes.length)).subarray(0, below(64)) }),
    (bytes) => splice(bytes, below(bytes.length), { removed: 0, added: Uint8Array.from({ length: below(16) }, () => below(256)) }),
    // Headers are where the interesting lies are.
    (bytes) => lie(bytes, below(Math.min(bytes.length, 700)), { value: LIES[below(LIES.length)]!, width: 1 << below(3) }),
    (bytes) => flip(bytes, below(Math.min(bytes.length, 700) * 8)),
  ];
  return () => {
    let bytes = original.slice();
    for (let left = 1 + below(4); left > 0 && bytes.length > 0; left--) bytes = damages[below(damages.length)]!(bytes).slice();
    return bytes;
  };
}

const flip = (bytes: Uint8Array, bit: number): Uint8Array => bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));

function lie(bytes: Uint8Array, at: number, written: { readonly value: number; readonly width: number }): Uint8Array {
  for (let i = 0; i < written.width && at + i < bytes.length; i++) bytes[at + i] = Math.floor(written.value / 256 ** (written.width - 1 - i)) % 256;
  return bytes;
}

function splice(bytes: Uint8Array, at: number, change: { readonly removed: number; readonly added: Uint8Array }): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + change.removed));
  const result = new Uint8Array(at + change.added.length + rest.length);
  result.set(bytes.subarray(0, at));
  result.set(change.added, at);
  result.set(rest, at + change.added.length);
  return result;
}
