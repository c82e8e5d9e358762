import type { ColourImage } from './colour-words.ts';
import { distance, meetingOf, type Point, type Quad } from './page-geometry.ts';

/** Places along a side at which its edge is looked for; the ends are left out, where the other side begins. */
const PLACES = 48;
const FROM = 0.08;
const TO = 0.92;
/** A step in brightness smaller than this is no edge. */
const LEAST_STEP = 12;

type Line = readonly [Point, Point];

/**
 * Moves the sides of a coarsely found page onto the edges of the full picture and takes the corners where they meet.
 * @param reachPx how far an edge may lie from the coarse side
 */
export function refineSides(image: ColourImage, quad: Quad, reachPx: number): Quad {
  const lines = quad.map((from, n): Line => sideNear(image, [from, quad[(n + 1) % 4]!], reachPx));
  const corners = quad.map((coarse, n): Point => {
    const corner = meetingOf(lines[(n + 3) % 4]!, lines[n]!);
    return corner === undefined || distance(corner, coarse) > 4 * reachPx ? coarse : corner;
  });
  return corners as unknown as Quad;
}

function sideNear(image: ColourImage, [from, to]: Line, reachPx: number): Line {
  const length = distance(from, to);
  const along: Point = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  // Clockwise on a screen: the page lies to the right of its sides, so this points outwards.
  const out: Point = { x: along.y, y: -along.x };
  const found = Array.from({ length: PLACES }, (_, n) => {
    const at = length * (FROM + ((TO - FROM) * n) / (PLACES - 1));
    const offset = edgeAcross(image, { x: from.x + along.x * at, y: from.y + along.y * at }, out, reachPx);
    return offset === undefined ? undefined : { at, offset };
  }).filter((one) => one !== undefined);
  const fitted = lineThrough(found);
  if (fitted === undefined) return [from, to];
  const place = (at: number): Point => ({ x: from.x + along.x * at + out.x * fitted(at), y: from.y + along.y * at + out.y * fitted(at) });
  return [place(0), place(length)];
}

/** How far outwards the brightness falls off most steeply, in pixels; negative = inwards. */
function edgeAcross(image: ColourImage, middle: Point, out: Point, reachPx: number): number | undefined {
  const reach = Math.ceil(reachPx);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, at) => {
    const n = at - reach;
    const inside = levelAt(image, middle.x + out.x * (n - 1.5), middle.y + out.y * (n - 1.5));
    const outside = levelAt(image, middle.x + out.x * (n + 1.5), middle.y + out.y * (n + 1.5));
    return inside === undefined || outside === undefined ? 0 : inside - outside;
  });
  const steepest = Math.max(...steps);
  if (steepest < LEAST_STEP) return undefined;
  // An edge is as steep at several places in a row: it lies in their middle.
  const first = steps.findIndex((step) => step >= 0.9 * steepest);
  let last = first;
  while (last + 1 < steps.length && steps[last + 1]! >= 0.9 * steepest) last++;
  return (first + last) / 2 - reach;
}

function levelAt({ widthPx, heightPx, pixels }: ColourImage, x: number, y: number): number | undefined {
  const [column, row] = [Math.round(x - 0.5), Math.round(y - 0.5)];
  if (column < 0 || row < 0 || column >= widthPx || row >= heightPx) return undefined;
  const at = (row * widthPx + column) * 4;
  return (77 * pixels[at]! + 150 * pixels[at + 1]! + 29 * pixels[at + 2]!) / 256;
}

/** A straight line through most of the places; those that lie far off are left out and it is fitted once more. */
function lineThrough(found: readonly { readonly at: number; readonly offset: number }[]): ((at: number) => number) | undefined {
  if (found.length < PLACES / 3) return undefined;
  const first = leastSquares(found);
  const off = found.map((one) => Math.abs(one.offset - first(one.at)));
  const limit = Math.max(1, 2 * (off.toSorted((a, b) => a - b)[Math.floor(off.length / 2)] ?? 0));
  return leastSquares(found.filter((_, n) => off[n]! <= limit));
}

function leastSquares(found: readonly { readonly at: number; readonly offset: number }[]): (at: number) => number {
  const mean = (pick: (one: { readonly at: number; readonly offset: number }) => number): number => found.reduce((sum, one) => sum + pick(one), 0) / found.length;
  const [at0, offset0] = [mean(({ at }) => at), mean(({ offset }) => offset)];
  const spread = found.reduce((sum, { at }) => sum + (at - at0) ** 2, 0);
  const slope = spread === 0 ? 0 : found.reduce((sum, { at, offset }) => sum + (at - at0) * (offset - offset0), 0) / spread;
  return (at) => offset0 + slope * (at - at0);
}
