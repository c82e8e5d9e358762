import { describe, expect, test } from 'vitest';
import { EVEN_8_8, ODD_9_7, type FilterBank } from './filter-bank.ts';
import { analyseLines, synthesiseLines } from './convolution.ts';
import { analyseLines97, synthesiseLines97, type LineLayout } from './lifting.ts';
import { layOutSubbands } from './subbands.ts';
import { decompose, reconstruct } from './transform.ts';
import { openWorkspace } from './workspace.ts';

const noise = (count: number, seed: number): Float32Array => {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 24 - 128;
  });
};
const line = (length: number, inverted = false): LineLayout => ({ start: 0, lineCount: 1, lineStep: length, length, sampleStep: 1, inverted });
const largestDifference = (a: Float32Array, b: Float32Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 40, 41];

describe('one line', () => {
  test.each(LENGTHS)('lifting gives what the filters of the standard give, length %i', (length) => {
    const source = noise(length, length);
    for (const inverted of [false, true]) {
      const lifted = new Float32Array(length);
      const convolved = new Float32Array(length);
      analyseLines97(source, lifted, line(length, inverted));
      analyseLines(source, convolved, line(length, inverted), ODD_9_7);
      expect(largestDifference(lifted, convolved)).toBeLessThan(1e-3);
    }
  });

  test.each(LENGTHS)('synthesis undoes analysis, length %i', (length) => {
    const source = noise(length, 7 * length);
    const halves = new Float32Array(length);
    const lifted = new Float32Array(length);
    analyseLines97(source, halves, line(length));
    synthesiseLines97(halves, lifted, line(length));
    expect(largestDifference(lifted, source)).toBeLessThan(1e-3);
    for (const bank of [ODD_9_7, EVEN_8_8] satisfies FilterBank[]) {
      const back = new Float32Array(length);
      analyseLines(source, halves, line(length), bank);
      synthesiseLines(halves, back, line(length), bank);
      expect(largestDifference(back, source)).toBeLessThan(1e-3);
    }
  });
});

describe('the plane', () => {
  test('64 bands cover the plane once', () => {
    for (const [width, height] of [[800, 750], [804, 747], [417, 561], [97, 101]] as const) {
      const { bands, nodes } = layOutSubbands(width, height);
      const seen = new Uint8Array(width * height);
      for (const band of bands) {
        for (let y = 0; y < band.height; y++) for (let x = 0; x < band.width; x++) seen[(band.y + y) * width + band.x + x]!++;
      }
      expect(bands).toHaveLength(64);
      expect(nodes).toHaveLength(20);
      expect(seen.every((times) => times === 1)).toBe(true);
    }
  });

  const SIZES = [[256, 96], [131, 93], [257, 300], [800, 161]] as const;

  test.each([['odd', ODD_9_7], ['even', EVEN_8_8]] as const)('all five levels come back, %s filters', (_, bank) => {
    for (const [width, height] of SIZES.slice(0, 2)) {
      const workspace = openWorkspace(width, height, 'plain');
      workspace.plane.samples.set(noise(workspace.plane.samples.length, 3));
      const before = workspace.plane.samples.slice();
      const { nodes } = layOutSubbands(width, height);
      decompose(workspace, nodes, bank);
      reconstruct(workspace, nodes, bank);
      expect(largestDifference(workspace.plane.samples, before)).toBeLessThan(2e-3);
    }
  });

  test.each(SIZES)('vectors give what plain loops give, %i x %i', (width, height) => {
    const { nodes } = layOutSubbands(width, height);
    const plain = openWorkspace(width, height, 'plain');
    const fast = openWorkspace(width, height);
    expect(fast.simd).toBeDefined();
    const before = noise(plain.plane.samples.length, 5);
    for (const workspace of [plain, fast]) workspace.plane.samples.set(before);
    for (const workspace of [plain, fast]) decompose(workspace, nodes, ODD_9_7);
    expect(largestDifference(plain.plane.samples, fast.plane.samples)).toBeLessThan(2e-3);
    reconstruct(fast, nodes, ODD_9_7);
    expect(largestDifference(fast.plane.samples, before)).toBeLessThan(3e-3);
  });
});
