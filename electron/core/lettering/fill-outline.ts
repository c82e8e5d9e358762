import type { Contour, OutlinePoint } from './glyph-outline.ts';

/** A sheet of grey pixels, white at first. */
export type Sheet = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> };
export const blankSheet = (widthPx: number, heightPx: number): Sheet => ({ widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx).fill(255) });

/** How a glyph is laid on the sheet: its origin in pixels and pixels a font unit. */
export type Placing = { readonly x: number; readonly baseline: number; readonly scale: number };

/** Lines through each row of pixels; along a line coverage is exact. */
const LINES = 4;
const CURVE_STEPS = 6;

type Edge = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
type Crossing = { readonly x: number; readonly turn: 1 | -1 };

/** Fills a glyph black, soft at its edges; what turns around a point at all is inside (non-zero rule). */
export function fillOutline(sheet: Sheet, contours: readonly Contour[], placing: Placing): void {
  const edges = contours.flatMap((contour) => edgesOf(contour, placing));
  if (edges.length === 0) return;
  const top = Math.max(0, Math.floor(Math.min(...edges.map(({ y0, y1 }) => Math.min(y0, y1)))));
  const bottom = Math.min(sheet.heightPx, Math.ceil(Math.max(...edges.map(({ y0, y1 }) => Math.max(y0, y1)))));
  const left = Math.max(0, Math.floor(Math.min(...edges.map(({ x0, x1 }) => Math.min(x0, x1)))));
  const right = Math.min(sheet.widthPx, Math.ceil(Math.max(...edges.map(({ x0, x1 }) => Math.max(x0, x1)))));
  const cover = new Float64Array(sheet.widthPx);
  for (let y = top; y < bottom; y++) {
    cover.fill(0, left, right);
    for (let line = 0; line < LINES; line++) coverLine(cover, crossingsAt(edges, y + (line + 0.5) / LINES));
    for (let x = left; x < right; x++) {
      if (cover[x]! > 0) sheet.pixels[y * sheet.widthPx + x] = Math.round(sheet.pixels[y * sheet.widthPx + x]! * (1 - Math.min(1, cover[x]! / LINES)));
    }
  }
}

function crossingsAt(edges: readonly Edge[], y: number): readonly Crossing[] {
  const found: Crossing[] = [];
  for (const { x0, y0, x1, y1 } of edges) {
    if ((y0 <= y) !== (y1 <= y)) found.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 });
  }
  return found.sort((a, b) => a.x - b.x);
}

function coverLine(cover: Float64Array, crossings: readonly Crossing[]): void {
  let turns = 0;
  for (const [n, { x, turn }] of crossings.entries()) {
    turns += turn;
    const next = crossings[n + 1];
    if (turns !== 0 && next !== undefined) coverSpan(cover, Math.max(0, x), Math.min(cover.length, next.x));
  }
}

function coverSpan(cover: Float64Array, from: number, to: number): void {
  for (let x = Math.floor(from); x < to; x++) cover[x]! += Math.min(to, x + 1) - Math.max(from, x);
}

/** Straight pieces of one contour in sheet pixels, y downwards. */
function edgesOf(contour: Contour, { x: left, baseline, scale }: Placing): readonly Edge[] {
  const points = withImplied(contour).map(({ x, y, on }) => ({ x: left + x * scale, y: baseline - y * scale, on }));
  const start = points.findIndex(({ on }) => on);
  if (start < 0) return [];
  const edges: Edge[] = [];
  let at = points[start]!;
  const lineTo = (x: number, y: number): void => {
    edges.push({ x0: at.x, y0: at.y, x1: x, y1: y });
    at = { x, y, on: true };
  };
  for (let n = 1; n <= points.length; n++) {
    const point = points[(start + n) % points.length]!;
    if (point.on) lineTo(point.x, point.y);
    else curve(at, point, points[(start + ++n) % points.length]!, lineTo);
  }
  return edges;
}

function curve(from: OutlinePoint, pull: OutlinePoint, to: OutlinePoint, lineTo: (x: number, y: number) => void): void {
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    lineTo(a * from.x + b * pull.x + c * to.x, a * from.y + b * pull.y + c * to.y);
  }
}

/** Between two points off the line lies one on it, half way. */
const withImplied = (contour: Contour): readonly OutlinePoint[] => contour.flatMap((point, n) => {
  const next = contour[(n + 1) % contour.length]!;
  return point.on || next.on ? [point] : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
});
