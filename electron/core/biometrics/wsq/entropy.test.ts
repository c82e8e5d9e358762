import { describe, expect, test } from 'vitest';
import { seededNoise } from '../image/synthetic-ridges.ts';
import { decodeBlock } from './entropy-decode.ts';
import { encodeTokens, tokenise } from './entropy-encode.ts';
import { buildDecodeLookup, buildEncodeTable, buildHuffmanTable } from './huffman.ts';
import { openWorkspace } from './workspace.ts';

const COUNT = 400 * 500;
const EDGES = [1, -1, 74, 75, -73, -74, 255, 256, -255, -256, 32_767, -32_767];
/** Mostly zeros, a run longer than one symbol holds, and every edge of the alphabet. */
const coefficients = (() => {
  const random = seededNoise(9);
  const values = Int16Array.from({ length: COUNT }, () => (random() < 0.8 ? 0 : Math.round((random() - 0.5) * 200)));
  values.fill(0, 60_000, 60_000 + 140_000 - 10);
  EDGES.forEach((edge, i) => { values[i * 3] = edge; });
  return values;
})();

describe('a block of coefficients', () => {
  const list = tokenise(coefficients, 0, COUNT);
  const table = buildHuffmanTable(list.histogram);
  const bytes = encodeTokens(list, buildEncodeTable(table));

  test('comes back', () => {
    const sink = { values: new Int16Array(COUNT), count: 0 };
    decodeBlock(Uint8Array.from([...bytes, 0xff, 0xa1]), 0, buildDecodeLookup(table, 0), sink);
    expect(sink.count).toBe(COUNT);
    expect(sink.values).toEqual(coefficients);
  });

  test('is coded byte for byte the same by the vector kernels, whole or in parts', () => {
    const { simd } = openWorkspace(400, 500);
    if (simd === undefined) throw new Error('no WebAssembly here');
    const inWorkspace = new Int16Array(simd.buffer, simd.coefficientsAt, COUNT);
    inWorkspace.set(coefficients);
    for (const [from, to] of [[0, COUNT], [0, 7], [7, 70_001], [5, 5], [COUNT - 1, COUNT]] as const) {
      const plain = tokenise(coefficients, from, to);
      const fast = tokenise(inWorkspace, from, to, simd);
      expect(fast.histogram).toEqual(plain.histogram);
      expect(fast.tokens.slice(0, fast.count)).toEqual(plain.tokens.slice(0, plain.count));
      const code = buildEncodeTable(table);
      expect(encodeTokens(fast, code, simd)).toEqual(Uint8Array.from(encodeTokens(plain, code)));
    }
  });

  test('the code comes within a tenth of a bit of the entropy', () => {
    const total = list.histogram.reduce((sum, count) => sum + count, 0);
    const code = buildEncodeTable(table);
    const entropy = list.histogram.reduce((sum, count) => (count === 0 ? sum : sum - count * Math.log2(count / total)), 0) / total;
    const mean = list.histogram.reduce((sum, count, symbol) => sum + count * code.lengths[symbol]!, 0) / total;
    expect(mean).toBeGreaterThanOrEqual(entropy);
    expect(mean).toBeLessThan(entropy + 0.1);
  });
});
