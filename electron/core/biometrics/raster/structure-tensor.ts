import type { GrayImage } from '../image/gray-image.ts';

/**
 * Gradient statistics of square cells: the sums of gx², gy² and gx·gy and the mean grey of each.
 * The dominant ridge direction, how clear it is, and how strong the ridges are all follow from these.
 * Source: Bazen and Gerez, "Systematic methods for the computation of the directional fields", IEEE PAMI 24(7), 2002.
 */
export type CellTensors = {
  readonly columns: number;
  readonly rows: number;
  readonly cellPx: number;
  readonly xx: Float32Array;
  readonly yy: Float32Array;
  readonly xy: Float32Array;
  readonly mean: Float32Array;
};

/** Unit: gradients are central differences in grey per pixel; the sums are divided by the cell's pixels. */
export function cellTensors(image: GrayImage, cellPx: number): CellTensors {
  const columns = Math.floor(image.widthPx / cellPx);
  const rows = Math.floor(image.heightPx / cellPx);
  const size = columns * rows;
  const tensors = { columns, rows, cellPx, xx: new Float32Array(size), yy: new Float32Array(size), xy: new Float32Array(size), mean: new Float32Array(size) };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) addCell(image, tensors, column, row);
  }
  return tensors;
}

function addCell(image: GrayImage, into: CellTensors, column: number, row: number): void {
  const { pixels, widthPx, heightPx } = image;
  const { cellPx } = into;
  let xx = 0, yy = 0, xy = 0, sum = 0;
  const top = Math.max(1, row * cellPx);
  const bottom = Math.min(heightPx - 1, (row + 1) * cellPx);
  const left = Math.max(1, column * cellPx);
  const right = Math.min(widthPx - 1, (column + 1) * cellPx);
  for (let y = top; y < bottom; y++) {
    for (let at = y * widthPx + left, end = y * widthPx + right; at < end; at++) {
      const gx = pixels[at + 1]! - pixels[at - 1]!;
      const gy = pixels[at + widthPx]! - pixels[at - widthPx]!;
      xx += gx * gx;
      yy += gy * gy;
      xy += gx * gy;
      sum += pixels[at]!;
    }
  }
  const count = Math.max(1, (bottom - top) * (right - left));
  const at = row * into.columns + column;
  into.xx[at] = xx / (4 * count);
  into.yy[at] = yy / (4 * count);
  into.xy[at] = xy / (4 * count);
  into.mean[at] = sum / count;
}
