/** Places in pixels, x to the right, y down. */
export type Point = { readonly x: number; readonly y: number };
/** Corners of a page in the picture, clockwise from the one that is top left on the page. */
export type Quad = readonly [Point, Point, Point, Point];

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The convex hull, clockwise as seen on a screen. Source: Andrew's monotone chain (1979). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (walk: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of walk) {
      while (chain.length >= 2 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

export const areaOf = (polygon: readonly Point[]): number =>
  Math.abs(polygon.reduce((sum, a, n) => sum + a.x * polygon[(n + 1) % polygon.length]!.y - polygon[(n + 1) % polygon.length]!.x * a.y, 0)) / 2;

/** Where two lines meet, each through two points; `undefined` for lines that run alongside each other. */
export function meetingOf([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Point | undefined {
  const turn = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  if (Math.abs(turn) < 1e-9) return undefined;
  const t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / turn;
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}

/**
 * The quadrilateral about a convex polygon that adds least: sides are dropped one by one, each time the one whose
 * neighbours, made longer until they meet, take in the smallest area. Rounded corners of a card come out as true corners.
 */
export function quadAbout(hull: readonly Point[]): Quad | undefined {
  let corners = [...hull];
  while (corners.length > 4) {
    const [at, corner] = cheapestSide(corners) ?? [];
    if (at === undefined || corner === undefined) return undefined;
    const next = (at + 1) % corners.length;
    corners = corners.flatMap((point, n) => (n === at ? [corner] : n === next ? [] : [point]));
  }
  return corners.length === 4 ? clockwiseFromTopLeft(corners as unknown as Quad) : undefined;
}

function cheapestSide(corners: readonly Point[]): readonly [number, Point] | undefined {
  let best: readonly [number, Point] | undefined;
  let least = Infinity;
  const at = (n: number): Point => corners[(n + corners.length) % corners.length]!;
  for (let n = 0; n < corners.length; n++) {
    const corner = meetingOf([at(n - 1), at(n)], [at(n + 2), at(n + 1)]);
    // The neighbours must meet outside, beyond the side that goes.
    if (corner === undefined || cross(at(n), at(n + 1), corner) >= 0) continue;
    const added = areaOf([at(n), corner, at(n + 1)]);
    if (added < least) [least, best] = [added, [n, corner]];
  }
  return best;
}

/** Each corner moved towards the middle by so many pixels. */
export function shrunkBy(quad: Quad, px: number): Quad {
  const middle = { x: quad.reduce((sum, { x }) => sum + x, 0) / 4, y: quad.reduce((sum, { y }) => sum + y, 0) / 4 };
  return quad.map((corner): Point => {
    const share = px / Math.max(px, distance(corner, middle));
    return { x: corner.x + (middle.x - corner.x) * share, y: corner.y + (middle.y - corner.y) * share };
  }) as unknown as Quad;
}

/** Begins at the corner nearest to the picture's top left and goes round as the hands of a clock. */
function clockwiseFromTopLeft(quad: Quad): Quad {
  const signed = quad.reduce((sum, a, n) => sum + a.x * quad[(n + 1) % 4]!.y - quad[(n + 1) % 4]!.x * a.y, 0);
  const ordered = signed > 0 ? quad : ([quad[0], quad[3], quad[2], quad[1]] as const);
  const start = ordered.reduce((best, point, n) => (point.x + point.y < ordered[best]!.x + ordered[best]!.y ? n : best), 0);
  return [0, 1, 2, 3].map((n) => ordered[(start + n) % 4]!) as unknown as Quad;
}
