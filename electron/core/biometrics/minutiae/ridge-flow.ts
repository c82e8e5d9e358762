import type { GrayImage } from '../image/gray-image.ts';
import { boxBlur, distanceInside, openMask, quantileOf, type CellGrid } from '../raster/cell-map.ts';
import { fillHoles } from '../segmentation/foreground.ts';
import { cellTensors } from '../raster/structure-tensor.ts';

/** Side of a flow cell, px of the half-size image (8 px at 500 ppi, not quite one ridge period). */
export const FLOW_CELL_PX = 4;
/** Gradient amplitude of sensor noise and residue, grey per half-size pixel. */
const NOISE_AMPLITUDE = 6;
const FAINT_SHARE = 0.28;

/** Direction and clearness of the ridges, cell by cell. */
export type RidgeFlow = CellGrid & {
  /** Doubled ridge angle as a vector whose length is the coherence (0 no direction … 1 parallel ridges). Angles: x right, y down. */
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
  /** Gradient amplitude, grey per half-size pixel. */
  readonly amplitude: Float32Array;
  /** Mean grey. */
  readonly mean: Float32Array;
  /** 1 where skin touches. */
  readonly mask: Uint8Array;
  /** Cells to the nearest cell without ridges; the border of the image counts as such. */
  readonly depth: Float32Array;
};

/** Ridge directions of one finger from its half-size image (250 ppi). */
export function ridgeFlowOf(half: GrayImage): RidgeFlow {
  const tensors = cellTensors(half, FLOW_CELL_PX);
  const grid: CellGrid = { columns: tensors.columns, rows: tensors.rows };
  const power = tensors.xx.map((xx, at) => xx + tensors.yy[at]!);
  const amplitude = boxBlur(power, grid, 1).map(Math.sqrt);
  const mask = contactOf(power.map(Math.sqrt), grid);
  // Ridges run across the gradient: turning the doubled angle by 180° flips both signs.
  const difference = blurTwice(tensors.xx.map((xx, at) => tensors.yy[at]! - xx), grid);
  const product = blurTwice(tensors.xy.map((xy) => -2 * xy), grid);
  const total = blurTwice(power, grid);
  return {
    ...grid, amplitude, mean: tensors.mean, mask, depth: distanceInside(mask, grid, 'clear'),
    cos2: difference.map((value, at) => value / (total[at]! + 1)),
    sin2: product.map((value, at) => value / (total[at]! + 1)),
  };
}

const blurTwice = (values: Float32Array, grid: CellGrid): Float32Array => boxBlur(boxBlur(values, grid, 2), grid, 1);

function contactOf(sharp: Float32Array, grid: CellGrid): Uint8Array {
  const above = sharp.filter((value) => value > NOISE_AMPLITUDE);
  if (above.length === 0) return new Uint8Array(sharp.length);
  const threshold = Math.max(NOISE_AMPLITUDE, FAINT_SHARE * quantileOf(above, 0.8));
  const share = boxBlur(sharp.map((value) => (value > threshold ? 1 : 0)), grid, 2);
  return openMask(fillHoles(Uint8Array.from(share, (value) => (value > 0.6 ? 1 : 0)), grid), grid, 3);
}

/** Ridge angle 0..π at a point of the half-size image, interpolated between cells. */
export function flowAngleAt(flow: RidgeFlow, x: number, y: number): number {
  const u = Math.max(0, Math.min(x / FLOW_CELL_PX - 0.5, flow.columns - 1.001));
  const v = Math.max(0, Math.min(y / FLOW_CELL_PX - 0.5, flow.rows - 1.001));
  const column = Math.floor(u), row = Math.floor(v), fx = u - column, fy = v - row;
  const at = row * flow.columns + column;
  const blend = (map: Float32Array): number =>
    (map[at]! * (1 - fx) + map[at + 1]! * fx) * (1 - fy) + (map[at + flow.columns]! * (1 - fx) + map[at + flow.columns + 1]! * fx) * fy;
  const angle = Math.atan2(blend(flow.sin2), blend(flow.cos2)) / 2;
  return angle < 0 ? angle + Math.PI : angle;
}

export const coherenceAt = (flow: RidgeFlow, at: number): number => Math.min(1, Math.hypot(flow.cos2[at]!, flow.sin2[at]!));
