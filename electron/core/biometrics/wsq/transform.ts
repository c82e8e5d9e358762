import { analyseLines, synthesiseLines } from './convolution.ts';
import { isOdd97, type FilterBank } from './filter-bank.ts';
import { analyseLines97, synthesiseLines97, type LineLayout } from './lifting.ts';
import type { SplitNode } from './subbands.ts';
import { fitsSimd, type SimdLayout, type Workspace } from './workspace.ts';

type LineTransform = (from: Float32Array, to: Float32Array, layout: LineLayout) => void;

/** Analysis in place, parents before children. */
export function decompose(workspace: Workspace, nodes: readonly SplitNode[], bank: FilterBank): void {
  const { plane, scratch, simd } = workspace;
  const usual = isOdd97(bank);
  const run: LineTransform = usual ? analyseLines97 : (from, to, layout) => analyseLines(from, to, layout, bank);
  for (const node of nodes) {
    if (simd !== undefined && usual && fitsSimd(node)) analyseNode(simd, node, plane.stride);
    else {
      run(plane.samples, scratch, rows(node, plane.stride));
      run(scratch, plane.samples, columns(node, plane.stride));
    }
  }
}

/** Synthesis in place, children before parents. */
export function reconstruct(workspace: Workspace, nodes: readonly SplitNode[], bank: FilterBank): void {
  const { plane, scratch, simd } = workspace;
  const usual = isOdd97(bank);
  const run: LineTransform = usual ? synthesiseLines97 : (from, to, layout) => synthesiseLines(from, to, layout, bank);
  for (const node of nodes.toReversed()) {
    if (simd !== undefined && usual && fitsSimd(node)) synthesiseNode(simd, node, plane.stride);
    else {
      run(plane.samples, scratch, columns(node, plane.stride));
      run(scratch, plane.samples, rows(node, plane.stride));
    }
  }
}

function analyseNode(simd: SimdLayout, node: SplitNode, stride: number): void {
  const { kernels, stateAt } = simd;
  const place = placeOf(node, stride);
  const [plane, scratch] = [simd.planeAt + place.start, simd.scratchAt + place.start];
  kernels.analyseRows(plane, scratch, node.height, 4 * stride, node.width, place.lowX, place.highX, stateAt);
  kernels.analyseSweep(scratch, plane, wholeVectors(node.width), 4 * stride, node.height, place.lowY, place.highY, stateAt);
  const rest = restOffset(node.width);
  if (rest !== undefined) kernels.analyseColumns(scratch + rest, plane + rest, 4, 4 * stride, node.height, place.lowY, place.highY, stateAt);
}

function synthesiseNode(simd: SimdLayout, node: SplitNode, stride: number): void {
  const { kernels, stateAt } = simd;
  const place = placeOf(node, stride);
  const [plane, scratch] = [simd.planeAt + place.start, simd.scratchAt + place.start];
  kernels.synthesiseSweep(plane, scratch, wholeVectors(node.width), 4 * stride, node.height, place.lowY, place.highY, stateAt);
  const rest = restOffset(node.width);
  if (rest !== undefined) kernels.synthesiseColumns(plane + rest, scratch + rest, 4, 4 * stride, node.height, place.lowY, place.highY, stateAt);
  kernels.synthesiseRows(scratch, plane, node.height, 4 * stride, node.width, place.lowX, place.highX, stateAt);
}

/** Columns that fill whole vectors; the last four are done once more when some are left over. */
const wholeVectors = (width: number): number => width & ~3;
const restOffset = (width: number): number | undefined => (width % 4 === 0 ? undefined : 4 * (width - 4));

/** Byte offsets of a node and of its halves. */
function placeOf(node: SplitNode, stride: number): { readonly start: number; readonly lowX: number; readonly highX: number; readonly lowY: number; readonly highY: number } {
  const half = (length: number, inverted: boolean, step: number): readonly [low: number, high: number] => {
    const highCount = length >> 1;
    return inverted ? [highCount * step, 0] : [0, (length - highCount) * step];
  };
  const [lowX, highX] = half(node.width, node.invertedX, 4);
  const [lowY, highY] = half(node.height, node.invertedY, 4 * stride);
  return { start: 4 * (node.y * stride + node.x), lowX, highX, lowY, highY };
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
