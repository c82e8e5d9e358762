import type { BitWriter } from './bit-writer.ts';
import { forwardDct } from './forward-dct.ts';
import type { HuffmanCodes } from './huffman.ts';
import { ZIGZAG, type Quantisation } from './quantisation.ts';

/** What a block of one component is coded with. */
export type BlockCoding = { readonly quantisation: Quantisation; readonly dc: HuffmanCodes; readonly ac: HuffmanCodes };

const END_OF_BLOCK = 0x00;
const SIXTEEN_ZEROS = 0xf0;
const coefficients = new Int32Array(64);

/** Codes the block of levels from `at` on. @returns its mean, which the next block of this component begins from */
export function encodeBlock(writer: BitWriter, block: Float64Array, at: number, { quantisation, dc, ac }: BlockCoding, before: number): number {
  forwardDct(block, at);
  const last = quantise(block, at, quantisation.factors);
  const mean = coefficients[0]!;
  const change = mean - before;
  const size = sizeOf(change);
  writer.bits(dc.code[size]!, dc.length[size]!);
  if (size > 0) writer.bits(rest(change, size), size);
  let run = 0;
  for (let n = 1; n <= last; n++) {
    const value = coefficients[n]!;
    if (value === 0) {
      run++;
      continue;
    }
    for (; run > 15; run -= 16) writer.bits(ac.code[SIXTEEN_ZEROS]!, ac.length[SIXTEEN_ZEROS]!);
    const bits = sizeOf(value);
    const symbol = (run << 4) | bits;
    writer.bits(ac.code[symbol]!, ac.length[symbol]!);
    writer.bits(rest(value, bits), bits);
    run = 0;
  }
  if (last < 63) writer.bits(ac.code[END_OF_BLOCK]!, ac.length[END_OF_BLOCK]!);
  return mean;
}

/** @returns the place of the last coefficient that is not zero */
function quantise(block: Float64Array, at: number, factors: Float64Array): number {
  let last = 0;
  for (let n = 0; n < 64; n++) {
    const place = ZIGZAG[n]!;
    const exact = block[at + place]! * factors[place]!;
    const value = exact < 0 ? (exact - 0.5) | 0 : (exact + 0.5) | 0;
    coefficients[n] = value;
    if (value !== 0) last = n;
  }
  return last;
}

/** Bits that a number needs beside its sign. */
const sizeOf = (value: number): number => 32 - Math.clz32(value < 0 ? -value : value);
/** A negative number is written as what is left of it above the least of its size. Source: T.81, F.1.2.1. */
const rest = (value: number, size: number): number => (value < 0 ? value + (1 << size) - 1 : value);
