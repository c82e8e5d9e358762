import type { CellGrid } from './cell-map.ts';

/** One connected patch of set cells; `cells` are indices into the grid. */
export type Region = { readonly cells: Int32Array; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Patches of set cells that touch along an edge (4-connected), each at least `minimumCells` big, in reading order. */
export function labelRegions(mask: Uint8Array, grid: CellGrid, minimumCells: number): readonly Region[] {
  const seen = new Uint8Array(mask.length);
  const queue = new Int32Array(mask.length);
  const regions: Region[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || seen[start] === 1) continue;
    const count = flood(mask, grid, seen, queue, start);
    if (count >= minimumCells) regions.push(boundsOf(queue.slice(0, count), grid));
  }
  return regions;
}

function flood(mask: Uint8Array, { columns, rows }: CellGrid, seen: Uint8Array, queue: Int32Array, start: number): number {
  let count = 0;
  seen[start] = 1;
  queue[count++] = start;
  for (let next = 0; next < count; next++) {
    const at = queue[next]!;
    const column = at % columns;
    const row = (at - column) / columns;
    const visit = (neighbour: number): void => {
      if (mask[neighbour] === 0 || seen[neighbour] === 1) return;
      seen[neighbour] = 1;
      queue[count++] = neighbour;
    };
    if (column > 0) visit(at - 1);
    if (column + 1 < columns) visit(at + 1);
    if (row > 0) visit(at - columns);
    if (row + 1 < rows) visit(at + columns);
  }
  return count;
}

/** The patch made of these cells with its bounds, right and bottom included. */
export function boundsOf(cells: Int32Array, { columns }: CellGrid): Region {
  let left = Infinity, right = -1, top = Infinity, bottom = -1;
  for (const at of cells) {
    const column = at % columns;
    const row = (at - column) / columns;
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return { cells, left, right, top, bottom };
}
