import type { GrayImage } from '../image/gray-image.ts';
import { boxBlur, openMask, quantileOf, type CellGrid } from '../raster/cell-map.ts';
import { cellTensors } from '../raster/structure-tensor.ts';

/** Side of a cell, px at 500 ppi. NIST's segmenter works on the same raster. */
export const CELL_PX = 8;
/** Gradient amplitude (grey per half-size pixel) below which nothing is a ridge: sensor noise and latent residue lie under it. */
const NOISE_AMPLITUDE = 7;
/** Share of the strongest ridges' amplitude that a faint finger still shows. */
const FAINT_SHARE = 0.3;
/** Ridges fill a 40 px window; a stroke of a pen or a letter leaves more of it empty. */
const FILLED_SHARE = 0.66;
/** Flat skin is darker than the ground by this many greys and by this share of the range; ghosts of earlier fingers aren't. */
const LEAST_INK = 45;
const INK_SHARE = 0.5;
/** Writing, lines and specks are thinner than this many cells; fingertips are 15 or more wide. */
const OPENING_CELLS = 4;

export type Foreground = CellGrid & {
  /** 1 where ridges are. */
  readonly mask: Uint8Array;
  /** Gradient amplitude, smoothed over 24 px. */
  readonly amplitude: Float32Array;
  /** Doubled ridge angle times strength, smoothed over 40 px: the vector (cos2, sin2) points along twice the direction. */
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
};

/** Where an image of 250 ppi (`atHalfPpi`) shows ridges, in cells of 8 px at 500 ppi. Paper, print, handwriting and the ghosts of earlier fingers stay out. */
export function findForeground(half: GrayImage): Foreground {
  const tensors = cellTensors(half, CELL_PX / 2);
  const grid: CellGrid = { columns: tensors.columns, rows: tensors.rows };
  const power = tensors.xx.map((xx, at) => xx + tensors.yy[at]!);
  const sharp = power.map(Math.sqrt);
  const threshold = Math.max(NOISE_AMPLITUDE, FAINT_SHARE * strongest(sharp));
  const inked = inkLevel(tensors.mean);
  const shareAbove = boxBlur(sharp.map((value, at) => (value > threshold || tensors.mean[at]! < inked ? 1 : 0)), grid, 2);
  const filled = Uint8Array.from(shareAbove, (share) => (share > FILLED_SHARE ? 1 : 0));
  return {
    ...grid, mask: fillHoles(openMask(filled, grid, OPENING_CELLS), grid), amplitude: boxBlur(power, grid, 1).map(Math.sqrt),
    cos2: boxBlur(tensors.xx.map((xx, at) => tensors.yy[at]! - xx), grid, 2),
    sin2: boxBlur(tensors.xy.map((xy) => -2 * xy), grid, 2),
  };
}

/** Grey below which a cell is skin even where wetness or motion left no ridge to see. */
function inkLevel(mean: Float32Array): number {
  const ground = quantileOf(mean, 0.9);
  return ground - Math.max(LEAST_INK, INK_SHARE * (ground - quantileOf(mean, 0.02)));
}

/** Amplitude of good ridges: the 80th percentile of everything above noise. */
function strongest(amplitude: Float32Array): number {
  const above = amplitude.filter((value) => value > NOISE_AMPLITUDE);
  return above.length === 0 ? 0 : quantileOf(above, 0.8);
}

/** Sets every clear cell that the border can't be reached from. */
export function fillHoles(mask: Uint8Array, { columns, rows }: CellGrid): Uint8Array {
  const outside = new Uint8Array(mask.length);
  const queue: number[] = [];
  const visit = (at: number): void => {
    if (mask[at] === 1 || outside[at] === 1) return;
    outside[at] = 1;
    queue.push(at);
  };
  for (let column = 0; column < columns; column++) [column, (rows - 1) * columns + column].forEach(visit);
  for (let row = 0; row < rows; row++) [row * columns, row * columns + columns - 1].forEach(visit);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const column = at % columns;
    if (column > 0) visit(at - 1);
    if (column + 1 < columns) visit(at + 1);
    if (at >= columns) visit(at - columns);
    if (at + columns < mask.length) visit(at + columns);
  }
  return outside.map((value) => 1 - value);
}
