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

/**
 * Plain Huffman lengths by symbol, with one more symbol (256) of count 1 that reserves the code of all ones.
 * Two queues, leaves by weight and joined nodes in the order made, give the lightest two without searching.
 */
function codeLengths(counts: Uint32Array): number[] {
  const weightOf = (symbol: number): number => counts[symbol] ?? 1;
  const used = Array.from({ length: SYMBOL_COUNT }, (_, symbol) => symbol).filter((symbol) => counts[symbol]! > 0);
  // Among equals the reserved one first: the lightest leaf is the deepest.
  const leaves = [SYMBOL_COUNT, ...used.reverse()].sort((a, b) => weightOf(a) - weightOf(b));
  const weights = leaves.map(weightOf);
  const parents = leaves.map(() => -1);
  let leaf = 0;
  let joined = leaves.length;
  const lightest = (): number => (leaf < leaves.length && (joined >= weights.length || weights[leaf]! <= weights[joined]!) ? leaf++ : joined++);
  while (weights.length < 2 * leaves.length - 1) {
    const [first, second] = [lightest(), lightest()];
    parents[first] = parents[second] = weights.length;
    parents.push(-1);
    weights.push(weights[first]! + weights[second]!);
  }
  const depths = parents.map(() => 0);
  for (let node = parents.length - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  const bySymbol = Array.from({ length: SYMBOL_COUNT + 1 }, () => 0);
  leaves.forEach((symbol, i) => { bySymbol[symbol] = depths[i]!; });
  return bySymbol;
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
