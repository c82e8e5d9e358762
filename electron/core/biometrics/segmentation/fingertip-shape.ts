import type { CellGrid } from '../raster/cell-map.ts';
import { boundsOf, type Region } from '../raster/label-regions.ts';

/** A fingertip in cells: where it lies, how it is turned, how wide it is across its own axis. */
export type Fingertip = {
  readonly region: Region;
  readonly centreX: number;
  readonly centreY: number;
  /** Clockwise turn of the finger from upright, radians. */
  readonly angleRad: number;
  readonly width: number;
  readonly length: number;
  /** The foremost point along the axis. */
  readonly tipX: number;
  readonly tipY: number;
};

/** Printed length of an end phalanx in widths of the finger: the joint crease lies between. NIST's boxes end at 1.75. */
const LONGEST_IN_WIDTHS = 1.72;
const CREASE_FROM_WIDTHS = 1.05;
/** At the crease the print is at most this share of its usual strength. */
const CREASE_SHARE = 0.55;

/** Fits axis and size, cutting off what lies below the joint crease. `strength` is the ridge amplitude of each cell. */
export function fitFingertip(region: Region, grid: CellGrid, strength: Float32Array): Fingertip {
  let tip = measure(region, grid);
  for (let round = 0; round < 2; round++) {
    const cells = aboveCrease(tip, grid, strength);
    if (cells.length === tip.region.cells.length) break;
    tip = measure(boundsOf(cells, grid), grid);
  }
  return tip;
}

/** Principal axis of the cells, the steeper of both; extents as 1..99 % quantiles so that single cells don't count. */
function measure(region: Region, grid: CellGrid): Fingertip {
  const { cells } = region;
  const count = cells.length;
  let sumX = 0, sumY = 0;
  for (const at of cells) {
    sumX += at % grid.columns;
    sumY += Math.floor(at / grid.columns);
  }
  const meanX = sumX / count, meanY = sumY / count;
  let xx = 0, yy = 0, xy = 0;
  for (const at of cells) {
    const dx = (at % grid.columns) - meanX;
    const dy = Math.floor(at / grid.columns) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // The long axis points up or down; its lean from upright, clockwise when the tip leans right.
  const lean = 0.5 * Math.atan2(-2 * xy, yy - xx);
  const angleRad = Math.abs(lean) > Math.PI / 4 ? 0 : lean;
  const { along, across } = project(cells, grid, meanX, meanY, angleRad);
  const front = quantile(along, 0.99), back = quantile(along, 0.01), left = quantile(across, 0.01), right = quantile(across, 0.99);
  return {
    region, centreX: meanX + 0.5, centreY: meanY + 0.5, angleRad, width: right - left + 1, length: front - back + 1,
    tipX: meanX + Math.sin(angleRad) * front, tipY: meanY - Math.cos(angleRad) * front,
  };
}

function project(cells: Int32Array, grid: CellGrid, x: number, y: number, angleRad: number): { along: Float32Array; across: Float32Array } {
  const along = new Float32Array(cells.length);
  const across = new Float32Array(cells.length);
  const sin = Math.sin(angleRad), cos = Math.cos(angleRad);
  cells.forEach((at, n) => {
    const dx = (at % grid.columns) - x;
    const dy = Math.floor(at / grid.columns) - y;
    along[n] = dx * sin - dy * cos;
    across[n] = dx * cos + dy * sin;
  });
  return { along, across };
}

/** Cells from the tip to the crease: the weakest line across, or where an end phalanx is over at the latest. */
function aboveCrease(tip: Fingertip, grid: CellGrid, strength: Float32Array): Int32Array {
  const { cells } = tip.region;
  const { along } = project(cells, grid, tip.tipX, tip.tipY, tip.angleRad);
  const depth = along.map((value) => -value);
  const longest = Math.ceil(LONGEST_IN_WIDTHS * tip.width);
  const profile = new Float32Array(longest + 2);
  cells.forEach((at, n) => {
    const line = Math.max(0, Math.round(depth[n]!));
    if (line < profile.length) profile[line] = profile[line]! + strength[at]!;
  });
  const smooth = profile.map((_, n) => (profile[n - 1] ?? profile[n]!) / 3 + profile[n]! / 3 + (profile[n + 1] ?? profile[n]!) / 3);
  const usual = quantile(smooth.slice(0, Math.ceil(tip.width)), 0.5);
  let cut = longest;
  for (let line = Math.round(CREASE_FROM_WIDTHS * tip.width), weakest = usual * CREASE_SHARE; line < longest; line++) {
    if (smooth[line]! >= weakest) continue;
    weakest = smooth[line]!;
    cut = line;
  }
  return cells.filter((_, n) => depth[n]! <= cut);
}

function quantile(values: Float32Array, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
