import type { GrayImage } from '../image/gray-image.ts';
import type { RidgeFlow } from '../minutiae/ridge-flow.ts';
import { boxBlur, distanceInside, type CellGrid } from '../raster/cell-map.ts';
import { halve } from '../raster/halve.ts';
import { labelRegions, type Region } from '../raster/label-regions.ts';

/** Side of a pixel of the quarter-size image, mm: smaller than a ridge, so that a box of 3 × 3 evens ridges out. */
const PIXEL_MM = (4 * 25.4) / 500;
/** Flow cells from the edge of the contact that are left out: there light comes in from outside. */
const EDGE_CELLS = 2;
/** How much lighter than its surroundings a line must be, over the range from ink to ground. */
const LIGHTER = 0.12;
const LIGHT_LEVEL = 0.6;
/** Pieces shorter than this are gaps between grains; broader ones are patches. Pixels of the quarter-size image. */
const LEAST_LENGTH_PX = 9;
const MOST_WIDTH_PX = 6;
const LEAST_PIECE_PX = 8;

type Tones = { readonly dark: number; readonly range: number };

/**
 * Length of light lines inside the contact, mm: healed cuts, creases, scratches. They cross ridges, so what they are is told by
 * how light they stay when ridges and valleys are evened out.
 */
export function lightLinesMm(half: GrayImage, flow: RidgeFlow, contact: { readonly cells: Uint8Array; readonly tones: Tones }): number {
  const quarter = halve(half);
  const grid: CellGrid = { columns: quarter.widthPx, rows: quarter.heightPx };
  const grey = Float32Array.from(quarter.pixels);
  const near = boxBlur(grey, grid, 1);
  const around = boxBlur(boxBlur(grey, grid, 5), grid, 3);
  const depth = distanceInside(contact.cells, flow, 'clear');
  const { dark, range } = contact.tones;
  const light = new Uint8Array(grey.length);
  for (let at = 0; at < light.length; at++) {
    const column = Math.min(flow.columns - 1, (at % grid.columns) >> 1), row = Math.min(flow.rows - 1, Math.floor(at / grid.columns) >> 1);
    if (depth[row * flow.columns + column]! < EDGE_CELLS) continue;
    if (near[at]! - around[at]! > LIGHTER * range && near[at]! > dark + LIGHT_LEVEL * range) light[at] = 1;
  }
  return labelRegions(light, grid, LEAST_PIECE_PX).reduce((sum, piece) => sum + lineLengthPx(piece, grid), 0) * PIXEL_MM;
}

/** Extent along the principal axis; 0 for what is no line. */
function lineLengthPx({ cells }: Region, { columns }: CellGrid): number {
  let meanX = 0, meanY = 0;
  for (const at of cells) {
    meanX += (at % columns) / cells.length;
    meanY += Math.floor(at / columns) / cells.length;
  }
  let xx = 0, yy = 0, xy = 0;
  for (const at of cells) {
    const dx = (at % columns) - meanX, dy = Math.floor(at / columns) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const cos = Math.cos(angle), sin = Math.sin(angle);
  let from = Infinity, to = -Infinity;
  for (const at of cells) {
    const along = ((at % columns) - meanX) * cos + (Math.floor(at / columns) - meanY) * sin;
    from = Math.min(from, along);
    to = Math.max(to, along);
  }
  const length = to - from + 1;
  return length >= LEAST_LENGTH_PX && cells.length / length <= MOST_WIDTH_PX ? length : 0;
}
