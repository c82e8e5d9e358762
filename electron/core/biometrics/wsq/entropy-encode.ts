import type { EncodeTable } from './huffman.ts';
import type { SimdLayout } from './workspace.ts';
import { LARGEST_VALUE, LONGEST_RUN, SMALLEST_VALUE, SYMBOL } from './symbols.ts';

/** One block turned into symbols. A token is symbol | extra bits << 8; how many extra bits follows from the symbol. */
export type TokenList = { readonly tokens: Uint32Array; readonly count: number; readonly histogram: Uint32Array };

/** Bits that follow an escape symbol, by symbol. */
const EXTRA_BITS = new Uint8Array(256);
EXTRA_BITS[SYMBOL.positive8] = EXTRA_BITS[SYMBOL.negative8] = EXTRA_BITS[SYMBOL.run8] = 8;
EXTRA_BITS[SYMBOL.positive16] = EXTRA_BITS[SYMBOL.negative16] = EXTRA_BITS[SYMBOL.run16] = 16;

/** Runs of zeros and coefficients of one block, `from` up to but not including `to`. With `simd` the coefficients are the workspace's. */
export function tokenise(coefficients: Int16Array, from: number, to: number, simd?: SimdLayout): TokenList {
  if (simd !== undefined) return tokeniseInWorkspace(simd, from, to);
  const tokens = new Uint32Array(to - from);
  const histogram = new Uint32Array(256);
  let count = 0;
  let i = from;
  while (i < to) {
    const value = coefficients[i]!;
    let token = value + SYMBOL.valueZero;
    if (value === 0) {
      const limit = Math.min(to, i + LONGEST_RUN);
      const start = i;
      do i++;
      while (i < limit && coefficients[i] === 0);
      token = runToken(i - start);
    } else {
      i++;
      if (value < SMALLEST_VALUE || value > LARGEST_VALUE) token = escapeToken(value);
    }
    histogram[token & 0xff]!++;
    tokens[count++] = token;
  }
  return { tokens, count, histogram };
}

/** The tokens replace the transform's scratch plane, which is not needed any more; the histogram lies where the state was. */
function tokeniseInWorkspace(simd: SimdLayout, from: number, to: number): TokenList {
  const { kernels, buffer, stateAt, pixelsAt, scratchAt, coefficientsAt } = simd;
  const histogram = new Uint32Array(buffer, stateAt, 256).fill(0);
  const at = scratchAt + 4 * from;
  kernels.tokenise(coefficientsAt + 2 * from, at, to - from, stateAt, pixelsAt);
  const count = new Uint32Array(buffer, pixelsAt, 1)[0]!;
  return { tokens: new Uint32Array(buffer, at, count), count, histogram: histogram.slice() };
}

function runToken(length: number): number {
  if (length <= SYMBOL.longestShortRun) return length;
  return (length << 8) | (length <= 0xff ? SYMBOL.run8 : SYMBOL.run16);
}

function escapeToken(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude <= 0xff) return (magnitude << 8) | (value > 0 ? SYMBOL.positive8 : SYMBOL.negative8);
  return (magnitude << 8) | (value > 0 ? SYMBOL.positive16 : SYMBOL.negative16);
}

/** The block's bytes: codes most significant bit first, 00 after every FF, padded with ones. */
export function encodeTokens(list: TokenList, table: EncodeTable, simd?: SimdLayout): Uint8Array {
  const { codes, lengths } = table;
  const mostBytes = 2 * Math.ceil(bitLength(list, table) / 8) + 2;
  // The bytes go where the plane was; an image that does not shrink has no room there.
  if (simd !== undefined && mostBytes <= simd.scratchAt - simd.planeAt) return emitInWorkspace(simd, list, table);
  const out = new Uint8Array(mostBytes);
  let at = 0;
  let held = 0;
  let heldBits = 0;
  for (let i = 0; i < list.count; i++) {
    const token = list.tokens[i]!;
    const symbol = token & 0xff;
    held = (held << lengths[symbol]!) | codes[symbol]!;
    heldBits += lengths[symbol]!;
    const extra = EXTRA_BITS[symbol]!;
    if (extra > 0) {
      // At most 7 + 16 bits are held here: emptying first leaves room for 16 more.
      for (; heldBits >= 8; heldBits -= 8) at = putByte(out, at, (held >>> (heldBits - 8)) & 0xff);
      held = (held << extra) | (token >>> 8);
      heldBits += extra;
    }
    for (; heldBits >= 8; heldBits -= 8) at = putByte(out, at, (held >>> (heldBits - 8)) & 0xff);
  }
  if (heldBits > 0) at = putByte(out, at, ((held << (8 - heldBits)) | (0xff >>> heldBits)) & 0xff);
  return out.subarray(0, at);
}

/** The tokens must be those of `tokeniseInWorkspace`. */
function emitInWorkspace(simd: SimdLayout, list: TokenList, table: EncodeTable): Uint8Array {
  const { kernels, buffer, planeAt, stateAt, pixelsAt } = simd;
  const words = new Uint32Array(buffer, stateAt, 256);
  for (let symbol = 0; symbol < 256; symbol++) words[symbol] = table.codes[symbol]! | (table.lengths[symbol]! << 16) | (EXTRA_BITS[symbol]! << 24);
  kernels.emit(list.tokens.byteOffset, planeAt, list.count, stateAt, pixelsAt);
  const [written, held, heldBits] = new Uint32Array(buffer, pixelsAt, 3) as unknown as readonly [number, number, number];
  const out = new Uint8Array(buffer, planeAt, written + 2);
  const end = heldBits === 0 ? written : putByte(out.fill(0, written), written, ((held << (8 - heldBits)) | (0xff >>> heldBits)) & 0xff);
  return out.slice(0, end);
}

/** Result: where the next byte goes. */
function putByte(out: Uint8Array, at: number, byte: number): number {
  out[at] = byte;
  return byte === 0xff ? at + 2 : at + 1;
}

function bitLength(list: TokenList, table: EncodeTable): number {
  let bits = 0;
  for (let symbol = 0; symbol < 256; symbol++) bits += list.histogram[symbol]! * (table.lengths[symbol]! + EXTRA_BITS[symbol]!);
  return bits;
}
