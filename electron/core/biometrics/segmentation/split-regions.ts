import { distanceInside, type CellGrid } from '../raster/cell-map.ts';
import { boundsOf, labelRegions, type Region } from '../raster/label-regions.ts';

/** A neck narrower than this share of both lumps it joins separates them. */
const NECK_SHARE = 0.72;
/** Lumps thinner than this (half width, cells) are burrs of the outline, not parts. */
const LEAST_HALF_WIDTH = 5;
/** Touching fingers are told apart at most this often. */
const MAX_DEPTH = 5;

/** The region cut out of its grid: a frame of clear cells on every side that isn't the border of the image. */
type Cutout = CellGrid & { readonly mask: Uint8Array; readonly left: number; readonly top: number };

/**
 * Cuts a region at its necks: two fingers that touch, a fingertip and the phalanx below it, a finger and a scrap at
 * the edge. The border of the image counts as skin, so that a finger cut by it isn't taken for thin.
 */
export function splitAtNecks(region: Region, grid: CellGrid, depth = 0): readonly Region[] {
  const cutout = cutOut(region, grid);
  const distance = distanceInside(cutout.mask, cutout, 'set');
  const deepest = distance.reduce((most, value) => Math.max(most, value), 0);
  for (let radius = 1; radius < deepest * NECK_SHARE; radius++) {
    const cores = labelRegions(Uint8Array.from(distance, (value) => (value > radius ? 1 : 0)), cutout, 1).filter((core) => {
      const halfWidth = core.cells.reduce((most, at) => Math.max(most, distance[at]!), 0);
      return halfWidth >= LEAST_HALF_WIDTH && radius <= halfWidth * NECK_SHARE;
    });
    if (cores.length < 2) continue;
    const parts = growBack(cores, cutout).map((cells) => boundsOf(cells.map((at) => toGrid(at, cutout, grid)), grid));
    return depth >= MAX_DEPTH ? parts : parts.flatMap((part) => splitAtNecks(part, grid, depth + 1));
  }
  return [region];
}

function cutOut(region: Region, grid: CellGrid): Cutout {
  const left = Math.max(0, region.left - 1);
  const top = Math.max(0, region.top - 1);
  const columns = Math.min(grid.columns, region.right + 2) - left;
  const rows = Math.min(grid.rows, region.bottom + 2) - top;
  const mask = new Uint8Array(columns * rows);
  for (const at of region.cells) mask[(Math.floor(at / grid.columns) - top) * columns + (at % grid.columns) - left] = 1;
  return { columns, rows, mask, left, top };
}

const toGrid = (at: number, { columns, left, top }: Cutout, grid: CellGrid): number =>
  (Math.floor(at / columns) + top) * grid.columns + (at % columns) + left;

/** Gives every cell of the mask to the core that reaches it first. */
function growBack(cores: readonly Region[], { mask, columns }: Cutout): readonly Int32Array[] {
  const owner = new Uint8Array(mask.length);
  const parts = cores.map((core) => [...core.cells]);
  cores.forEach((core, n) => core.cells.forEach((at) => { owner[at] = n + 1; }));
  for (let front = parts.flat(); front.length > 0;) {
    const next: number[] = [];
    for (const at of front) {
      const column = at % columns;
      for (const neighbour of [at - columns, at + columns, column > 0 ? at - 1 : -1, column + 1 < columns ? at + 1 : -1]) {
        if (mask[neighbour] !== 1 || owner[neighbour] !== 0) continue;
        owner[neighbour] = owner[at]!;
        parts[owner[at]! - 1]!.push(neighbour);
        next.push(neighbour);
      }
    }
    front = next;
  }
  return parts.map((cells) => Int32Array.from(cells));
}
