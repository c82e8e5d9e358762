import type { Raster } from '../contract/driver.ts';

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];
/** Colour and opacity (0..1) at a point of the drawing. */
export type Ink = (x: number, y: number) => readonly [red: number, green: number, blue: number, alpha: number];

/** Sub-lines per pixel row: enough that edges look smooth at the sizes drawn here. */
const SUBLINES = 4;

/** A drawing in its own units (0..`width`), painted onto RGBA pixels with smooth edges. No canvas: the same pixels on every machine. */
export class Painting {
  readonly raster: Raster;
  readonly #pxPerUnit: number;

  constructor(widthPx: number, heightPx: number, width: number) {
    this.raster = { widthPx, heightPx, channels: 4, pixels: new Uint8Array(widthPx * heightPx * 4).fill(255) };
    this.#pxPerUnit = widthPx / width;
  }

  /** Fills the inside of a closed outline. */
  fill(outline: readonly Point[], ink: Ink): void {
    const { widthPx, heightPx } = this.raster;
    const points = outline.map(([x, y]): Point => [x * this.#pxPerUnit, y * this.#pxPerUnit]);
    const top = Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y))));
    const bottom = Math.min(heightPx - 1, Math.ceil(Math.max(...points.map(([, y]) => y))));
    const coverage = new Float32Array(widthPx + 1);
    for (let y = top; y <= bottom; y++) {
      coverage.fill(0);
      for (let n = 0; n < SUBLINES; n++) addSpans(coverage, crossings(points, y + (n + 0.5) / SUBLINES), widthPx);
      this.#blendRow(y, coverage, ink);
    }
  }

  #blendRow(y: number, coverage: Float32Array, ink: Ink): void {
    const { widthPx, pixels } = this.raster;
    for (let x = 0; x < widthPx; x++) {
      if (coverage[x]! <= 0) continue;
      const [red, green, blue, alpha] = ink((x + 0.5) / this.#pxPerUnit, (y + 0.5) / this.#pxPerUnit);
      const opacity = Math.min(1, coverage[x]! / SUBLINES) * alpha;
      const at = (y * widthPx + x) * 4;
      pixels[at] = pixels[at]! + (red - pixels[at]!) * opacity;
      pixels[at + 1] = pixels[at + 1]! + (green - pixels[at + 1]!) * opacity;
      pixels[at + 2] = pixels[at + 2]! + (blue - pixels[at + 2]!) * opacity;
    }
  }
}

function crossings(points: readonly Point[], y: number): readonly number[] {
  const found: number[] = [];
  for (let n = 0; n < points.length; n++) {
    const [x0, y0] = points[n]!;
    const [x1, y1] = points[(n + 1) % points.length]!;
    if (y0 <= y === y1 <= y) continue;
    found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return found.sort((a, b) => a - b);
}

function addSpans(coverage: Float32Array, found: readonly number[], widthPx: number): void {
  for (let n = 0; n + 1 < found.length; n += 2) {
    const from = Math.max(0, found[n]!);
    const to = Math.min(widthPx, found[n + 1]!);
    for (let x = Math.floor(from); x < to; x++) coverage[x] = coverage[x]! + Math.min(x + 1, to) - Math.max(x, from);
  }
}

/** A closed smooth curve through the points (Catmull-Rom). */
export function curve(points: readonly Point[]): readonly Point[] {
  const at = (n: number): Point => points[(n + points.length) % points.length]!;
  return points.flatMap((_, n) => Array.from({ length: 14 }, (__, k): Point => {
    const t = k / 14;
    const along = (axis: 0 | 1): number => {
      const [a, b, c, d] = [at(n - 1)[axis], at(n)[axis], at(n + 1)[axis], at(n + 2)[axis]];
      return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    };
    return [along(0), along(1)];
  }));
}

export const oval = (x: number, y: number, radiusX: number, radiusY: number, turnRad = 0): readonly Point[] =>
  Array.from({ length: 48 }, (_, n): Point => {
    const [u, v] = [Math.cos((n * Math.PI) / 24) * radiusX, Math.sin((n * Math.PI) / 24) * radiusY];
    return [x + u * Math.cos(turnRad) - v * Math.sin(turnRad), y + u * Math.sin(turnRad) + v * Math.cos(turnRad)];
  });

/** The same outline left-right reversed about `axisX`. */
export const mirrored = (outline: readonly Point[], axisX: number): readonly Point[] => outline.map(([x, y]): Point => [2 * axisX - x, y]);

export const flat = ([red, green, blue]: Colour, alpha = 1): Ink => () => [red, green, blue, alpha];

/** Fades from `alpha` in the middle of an oval to nothing at its rim: shadows and blush. */
export const glow = ([red, green, blue]: Colour, alpha: number, x: number, y: number, radiusX: number, radiusY: number): Ink => (px, py) => {
  const far = Math.min(1, Math.hypot((px - x) / radiusX, (py - y) / radiusY));
  return [red, green, blue, alpha * (1 - far * far) ** 2];
};

export const vertical = (upper: Colour, lower: Colour, top: number, bottom: number): Ink => (_, y) => {
  const t = Math.min(1, Math.max(0, (y - top) / (bottom - top)));
  return [upper[0] + (lower[0] - upper[0]) * t, upper[1] + (lower[1] - upper[1]) * t, upper[2] + (lower[2] - upper[2]) * t, 1];
};

export const shade = ([red, green, blue]: Colour, factor: number): Colour => [red * factor, green * factor, blue * factor];
