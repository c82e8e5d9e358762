/** A grid of numbers, one a cell, row by row. */
export type CellGrid = { readonly columns: number; readonly rows: number };

/** Mean over a square of (2·radius+1)² cells, edges by what is there. Two running sums: cost doesn't grow with the radius. */
export function boxBlur(values: Float32Array, { columns, rows }: CellGrid, radius: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) blurLine(values, across, row * columns, 1, columns, radius);
  const out = new Float32Array(values.length);
  for (let column = 0; column < columns; column++) blurLine(across, out, column, columns, rows, radius);
  return out;
}

function blurLine(from: Float32Array, to: Float32Array, start: number, step: number, length: number, radius: number): void {
  let sum = 0;
  let count = 0;
  for (let n = 0; n < Math.min(radius, length); n++, count++) sum += from[start + n * step]!;
  for (let n = 0; n < length; n++) {
    if (n + radius < length) {
      sum += from[start + (n + radius) * step]!;
      count++;
    }
    if (n - radius - 1 >= 0) {
      sum -= from[start + (n - radius - 1) * step]!;
      count--;
    }
    to[start + n * step] = sum / count;
  }
}

/** Three box blurs come close to a Gaussian and keep no direction. */
export const smooth = (values: Float32Array, grid: CellGrid, radius: number): Float32Array =>
  boxBlur(boxBlur(values, grid, radius), grid, Math.max(1, radius - 1));

/** The value below which `share` (0..1) of the entries lie; `NaN` of nothing. Sorts a copy. */
export function quantileOf(values: Float32Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/**
 * Distance of each set cell to the nearest clear cell, in cells; diagonal steps count 4/3 (chamfer 3-4).
 * With `outside` = 'set' the border of the grid does not count as clear, so what touches the edge isn't worn away there.
 * Source: Borgefors, "Distance transformations in digital images", CVGIP 34, 1986.
 */
export function distanceInside(mask: Uint8Array, { columns, rows }: CellGrid, outside: 'set' | 'clear'): Float32Array {
  const far = columns + rows;
  const edge = outside === 'set' ? far : 0;
  const distance = new Float32Array(mask.length);
  const read = (column: number, row: number): number => (column < 0 || row < 0 || column >= columns || row >= rows ? edge : distance[row * columns + column]!);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      distance[at] = mask[at] === 0 ? 0 : Math.min(far, read(column - 1, row) + 1, read(column, row - 1) + 1, read(column - 1, row - 1) + 4 / 3, read(column + 1, row - 1) + 4 / 3);
    }
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * columns + column;
      distance[at] = Math.min(distance[at]!, read(column + 1, row) + 1, read(column, row + 1) + 1, read(column + 1, row + 1) + 4 / 3, read(column - 1, row + 1) + 4 / 3);
    }
  }
  return distance;
}

/** Takes away everything narrower than about 2·radius cells and gives the rest its size back. */
export function openMask(mask: Uint8Array, grid: CellGrid, radius: number): Uint8Array {
  const core = distanceInside(mask, grid, 'set').map((value) => (value > radius ? 1 : 0));
  const clear = Uint8Array.from(core, (value) => (value === 1 ? 0 : 1));
  const toCore = distanceInside(clear, grid, 'set');
  return mask.map((value, at) => (value === 1 && toCore[at]! <= radius + 1 ? 1 : 0));
}

/** Fills gaps and holes narrower than about 2·radius cells. */
export function closeMask(mask: Uint8Array, grid: CellGrid, radius: number): Uint8Array {
  const away = distanceInside(mask.map((value) => 1 - value), grid, 'set');
  const grown = away.map((value) => (value <= radius ? 1 : 0));
  const depth = distanceInside(Uint8Array.from(grown), grid, 'set');
  return mask.map((value, at) => (value === 1 || depth[at]! > radius ? 1 : 0));
}
