import { FLOW_CELL_PX, coherenceAt, flowAngleAt, type RidgeFlow } from './ridge-flow.ts';
import { crossingsAt, departures, follow } from './ridge-trace.ts';
import type { Skeleton } from './skeleton.ts';

/**
 * One ridge ending or fork. Pixels at 500 ppi from the top left. `angleRad` 0..2π, x right, y down: from an ending
 * back along its ridge, from a fork between its two prongs, so that it stays when ink turns one into the other.
 * `quality` 0..1: clearness of the ridges around it.
 */
export type Minutia = { readonly x: number; readonly y: number; readonly angleRad: number; readonly kind: 'ending' | 'fork'; readonly quality: number };

/** Lines are followed this far to learn their direction, px. */
const TRACE_PX = 16;
/** A branch that ends before this is a burr; two forks or endings joined by less are an ink bridge, a pore or a speck. */
const SHORT_PX = 11;
/** Minutiae nearer to the edge of the contact (cells of 8 px) are where ridges leave the glass, not where they end. */
const EDGE_CELLS = 2.6;
/** Two endings that face each other over a smaller gap are one ridge with a crease or dry spot in it. */
const GAP_PX = 13;

export function findMinutiae(skeleton: Skeleton, flow: RidgeFlow): readonly Minutia[] {
  const { widthPx, heightPx, lines } = skeleton;
  const found: Minutia[] = [];
  const dropped = new Set<number>();
  for (let y = 2; y < heightPx - 2; y++) {
    for (let x = 2; x < widthPx - 2; x++) {
      const at = y * widthPx + x;
      if (lines[at] === 0) continue;
      const crossings = crossingsAt(skeleton, at);
      if (crossings !== 1 && crossings !== 3) continue;
      const cell = cellOf(flow, x, y);
      if (cell < 0 || flow.depth[cell]! < EDGE_CELLS || dropped.has(at)) continue;
      const minutia = examine(skeleton, flow, at, cell, crossings === 1 ? 'ending' : 'fork', dropped);
      if (minutia !== undefined) found.push(minutia);
    }
  }
  return dropFacingEndings(found.filter(({ x, y }) => !dropped.has(Math.floor(y) * widthPx + Math.floor(x))));
}

/** Cell of a full-size pixel; -1 outside the grid. */
function cellOf(flow: RidgeFlow, x: number, y: number): number {
  const column = Math.floor(x / 2 / FLOW_CELL_PX), row = Math.floor(y / 2 / FLOW_CELL_PX);
  return column < flow.columns && row < flow.rows ? row * flow.columns + column : -1;
}

function examine(skeleton: Skeleton, flow: RidgeFlow, at: number, cell: number, kind: Minutia['kind'], dropped: Set<number>): Minutia | undefined {
  const branches = departures(skeleton, at).map((start) => follow(skeleton, at, start, TRACE_PX));
  if (branches.length !== (kind === 'ending' ? 1 : 3)) return undefined;
  const short = branches.find((branch) => branch.end !== 'far' && branch.steps < SHORT_PX);
  if (short !== undefined) {
    // The partner goes too: a burr's fork and end, a speck's two ends, a bridge's two forks.
    dropped.add(short.at);
    return undefined;
  }
  const x = at % skeleton.widthPx, y = Math.floor(at / skeleton.widthPx);
  const headings = branches.map((branch) => Math.atan2(Math.floor(branch.at / skeleton.widthPx) - y, (branch.at % skeleton.widthPx) - x));
  const traced = kind === 'ending' ? headings[0]! : betweenProngs(headings);
  const ridge = flowAngleAt(flow, x / 2, y / 2);
  const angleRad = Math.cos(traced - ridge) >= 0 ? ridge : ridge + Math.PI;
  return { x: x + 0.5, y: y + 0.5, angleRad, kind, quality: coherenceAt(flow, cell) };
}

/** Of three headings the middle of the two that lie closest. */
function betweenProngs(headings: readonly number[]): number {
  const pairs = [[0, 1], [1, 2], [2, 0]] as const;
  const nearness = pairs.map(([a, b]) => Math.cos(headings[a]! - headings[b]!));
  const [a, b] = pairs[nearness.indexOf(Math.max(...nearness))]!;
  return Math.atan2(Math.sin(headings[a]!) + Math.sin(headings[b]!), Math.cos(headings[a]!) + Math.cos(headings[b]!));
}

/** Drops pairs of endings whose ridges run away from each other in one line: the gap between them is none of the finger's. */
function dropFacingEndings(minutiae: readonly Minutia[]): readonly Minutia[] {
  const gone = new Set<Minutia>();
  minutiae.forEach((a, n) => {
    for (const b of minutiae.slice(n + 1)) {
      const dx = b.x - a.x, dy = b.y - a.y;
      const gap = Math.hypot(dx, dy);
      if (gap > GAP_PX) continue;
      const opposed = Math.cos(a.angleRad - b.angleRad) < -0.85;
      const inLine = gap < 4 || Math.abs(dx * Math.cos(a.angleRad) + dy * Math.sin(a.angleRad)) > 0.5 * gap;
      if ((opposed && inLine) || gap < 5) {
        gone.add(a);
        gone.add(b);
      }
    }
  });
  return minutiae.filter((minutia) => !gone.has(minutia));
}
