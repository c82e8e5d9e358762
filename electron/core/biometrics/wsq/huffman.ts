import { CodecFault } from '../codec-error.ts';

/** A code as a file carries it: how many codes of each length 1..16, and the symbols in order of code. */
export type HuffmanTable = { readonly countByLength: Uint8Array; readonly symbols: Uint8Array };

export const MAX_CODE_BITS = 16;
/** 0 and 180 are never coded, 255 does not exist. Source: IAFIS-IC-0110 v3.1, table A.2. */
export const SYMBOL_COUNT = 256;

/** Indexed by the next 16 bits: symbol << 8 | length, 0 where no code begins so. */
export type DecodeLookup = Uint16Array;

/** Errors: `wsq.bad-huffman-table` when the lengths describe more codes than there are. */
export function buildDecodeLookup(table: HuffmanTable, offsetBytes: number): DecodeLookup {
  const lookup = new Uint16Array(1 << MAX_CODE_BITS);
  let at = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    const span = 1 << (MAX_CODE_BITS - length);
    for (let i = 0; i < table.countByLength[length - 1]!; i++, index++) {
      if (at + span > lookup.length) throw new CodecFault('wsq.bad-huffman-table', offsetBytes, 'more codes than bits allow');
      lookup.fill((table.symbols[index]! << 8) | length, at, at + span);
      at += span;
    }
  }
  return lookup;
}

/** Indexed by symbol: the code and its length (0 = never coded). */
export type EncodeTable = { readonly codes: Uint16Array; readonly lengths: Uint8Array };

export function buildEncodeTable(table: HuffmanTable): EncodeTable {
  const codes = new Uint16Array(SYMBOL_COUNT);
  const lengths = new Uint8Array(SYMBOL_COUNT);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    for (let i = 0; i < table.countByLength[length - 1]!; i++, index++) {
      codes[table.symbols[index]!] = code++;
      lengths[table.symbols[index]!] = length;
    }
    code <<= 1;
  }
  return { codes, lengths };
}

/**
 * Optimal code for the given counts, no longer than 16 bits, the code of all ones left free.
 * Source: IAFIS-IC-0110 v3.1, A.4 (the procedure of ITU-T T.81, K.2).
 */
export function buildHuffmanTable(counts: Uint32Array): HuffmanTable {
  const lengths = codeLengths(counts);
  const histogram = Array.from({ length: Math.max(MAX_CODE_BITS, ...lengths) + 1 }, () => 0);
  for (const length of lengths) if (length > 0) histogram[length]!++;
  shortenCodes(histogram);
  // The reserved symbol has the longest code: taking one away frees the code of all ones.
  let longest = MAX_CODE_BITS;
  while (histogram[longest] === 0) longest--;
  histogram[longest]!--;
  const order = Array.from({ length: SYMBOL_COUNT }, (_, symbol) => symbol).filter((symbol) => counts[symbol]! > 0);
  order.sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  return { countByLength: Uint8Array.from(histogram.slice(1, MAX_CODE_BITS + 1)), symbols: Uint8Array.from(order) };
}

/** Plain Huffman lengths by symbol, with one more symbol (256) of count 1 that reserves the code of all ones. */
function codeLengths(counts: Uint32Array): number[] {
  const used = [...Array.from({ length: SYMBOL_COUNT }, (_, symbol) => symbol).filter((symbol) => counts[symbol]! > 0), SYMBOL_COUNT];
  const weights = Float64Array.from(used, (symbol) => counts[symbol] ?? 1);
  const lengths = new Uint16Array(used.length);
  const next = new Int16Array(used.length).fill(-1);
  for (let merges = used.length - 1; merges > 0; merges--) {
    const [first, second] = twoLightest(weights);
    weights[first]! += weights[second]!;
    weights[second] = 0;
    let last = first;
    while (next[last]! >= 0) last = next[last]!;
    next[last] = second;
    for (let node = first; node >= 0; node = next[node]!) lengths[node]!++;
  }
  const bySymbol = Array.from({ length: SYMBOL_COUNT + 1 }, () => 0);
  used.forEach((symbol, i) => { bySymbol[symbol] = lengths[i]!; });
  return bySymbol;
}

/** Of the weights that are not 0. Among equals the larger index, so that the reserved symbol ends up longest. */
function twoLightest(weights: Float64Array): readonly [number, number] {
  let first = -1;
  let second = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    if (first < 0 || weight <= weights[first]!) {
      second = first;
      first = i;
    } else if (second < 0 || weight <= weights[second]!) second = i;
  }
  return [first, second];
}

/** Moves codes longer than 16 bits up the tree, in place. */
function shortenCodes(histogram: number[]): void {
  for (let length = histogram.length - 1; length > MAX_CODE_BITS; length--) {
    while (histogram[length]! > 0) {
      let shorter = length - 2;
      while (histogram[shorter] === 0) shorter--;
      histogram[length]! -= 2;
      histogram[length - 1]! += 1;
      histogram[shorter + 1]! += 2;
      histogram[shorter]! -= 1;
    }
  }
}
