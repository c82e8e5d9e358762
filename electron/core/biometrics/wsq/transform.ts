import { analyseLines, synthesiseLines } from './convolution.ts';
import { isOdd97, type FilterBank } from './filter-bank.ts';
import { analyseLines97, synthesiseLines97, type LineLayout } from './lifting.ts';
import type { SplitNode } from './subbands.ts';

/** A plane of samples; `stride` may exceed the width so that columns do not all fall on the same cache lines. */
export type Plane = { readonly samples: Float32Array; readonly stride: number };

/** Bytes a column step must not be a multiple of: then a whole column competes for one cache set. */
const CACHE_ALIAS_BYTES = 1024;

export function planeFor(widthPx: number, heightPx: number): Plane {
  const stride = (widthPx * 4) % CACHE_ALIAS_BYTES === 0 ? widthPx + 16 : widthPx;
  return { samples: new Float32Array(stride * heightPx), stride };
}

/** Analysis in place, parents before children. `scratch` has the plane's size. */
export function decompose(plane: Plane, scratch: Float32Array, nodes: readonly SplitNode[], bank: FilterBank): void {
  const run = isOdd97(bank) ? analyseLines97 : (from: Float32Array, to: Float32Array, layout: LineLayout) => analyseLines(from, to, layout, bank);
  for (const node of nodes) {
    run(plane.samples, scratch, rows(node, plane.stride));
    run(scratch, plane.samples, columns(node, plane.stride));
  }
}

/** Synthesis in place, children before parents. */
export function reconstruct(plane: Plane, scratch: Float32Array, nodes: readonly SplitNode[], bank: FilterBank): void {
  const run = isOdd97(bank) ? synthesiseLines97 : (from: Float32Array, to: Float32Array, layout: LineLayout) => synthesiseLines(from, to, layout, bank);
  for (const node of nodes.toReversed()) {
    run(plane.samples, scratch, columns(node, plane.stride));
    run(scratch, plane.samples, rows(node, plane.stride));
  }
}

const rows = (node: SplitNode, stride: number): LineLayout => ({
  start: node.y * stride + node.x,
  lineCount: node.height,
  lineStep: stride,
  length: node.width,
  sampleStep: 1,
  inverted: node.invertedX,
});

const columns = (node: SplitNode, stride: number): LineLayout => ({
  start: node.y * stride + node.x,
  lineCount: node.width,
  lineStep: 1,
  length: node.height,
  sampleStep: stride,
  inverted: node.invertedY,
});
