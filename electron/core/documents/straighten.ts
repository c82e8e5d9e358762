import { wordsOf, type ColourImage } from './colour-words.ts';
import type { Quad } from './page-geometry.ts';

export type StraightImage = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> };

/** Nine numbers row by row; maps the corners of a `wide` × `high` rectangle onto the quadrilateral. Source: Heckbert (1989), 2.2.3. */
export function mapToQuad([a, b, c, d]: Quad, wide: number, high: number): readonly number[] {
  const [sumX, sumY] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [dx1, dx2, dy1, dy2] = [b.x - c.x, d.x - c.x, b.y - c.y, d.y - c.y];
  const turn = dx1 * dy2 - dx2 * dy1;
  const g = turn === 0 ? 0 : (sumX * dy2 - dx2 * sumY) / turn;
  const h = turn === 0 ? 0 : (dx1 * sumY - sumX * dy1) / turn;
  return [
    (b.x - a.x + g * b.x) / wide, (d.x - a.x + h * d.x) / high, a.x,
    (b.y - a.y + g * b.y) / wide, (d.y - a.y + h * d.y) / high, a.y,
    g / wide, h / high, 1,
  ];
}

/** The page seen from straight above, RGBA: every pixel is looked up in the picture between its four neighbours. */
export function straighten(image: ColourImage, quad: Quad, { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): StraightImage {
  const map = Float64Array.from(mapToQuad(quad, widthPx, heightPx));
  const source: Words = { words: wordsOf(image), widthPx: image.widthPx, heightPx: image.heightPx };
  const to = new Uint32Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) straightenRow(source, map, { to, widthPx, y });
  return { widthPx, heightPx, pixels: new Uint8Array(to.buffer) };
}

type Words = { readonly words: Uint32Array; readonly widthPx: number; readonly heightPx: number };
/** Red and blue of a pixel, worked on together: 255 times the weights' sum of 256 leaves room for both. */
const RED_BLUE = 0xff00ff;
const OPAQUE = 0xff000000;

/** Plain numbers only: this runs for millions of pixels. Weights are 1/256, two channels at a time. */
function straightenRow({ words, widthPx: row, heightPx }: Words, map: Float64Array, { to, widthPx, y }: { readonly to: Uint32Array; readonly widthPx: number; readonly y: number }): void {
  const right = row - 2;
  const bottom = heightPx - 2;
  const stepX = map[0]!;
  const stepY = map[3]!;
  const stepW = map[6]!;
  let sumX = map[1]! * (y + 0.5) + map[2]! + stepX / 2;
  let sumY = map[4]! * (y + 0.5) + map[5]! + stepY / 2;
  let sumW = map[7]! * (y + 0.5) + 1 + stepW / 2;
  for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
    const scale = 1 / sumW;
    const sx = sumX * scale - 0.5;
    const sy = sumY * scale - 0.5;
    sumX += stepX;
    sumY += stepY;
    sumW += stepW;
    const px = sx < 0 ? 0 : sx > right ? right : sx;
    const py = sy < 0 ? 0 : sy > bottom ? bottom : sy;
    const left = px | 0;
    const top = py | 0;
    const fx = ((px - left) * 256) | 0;
    const fy = ((py - top) * 256) | 0;
    const from = top * row + left;
    const a = words[from]!;
    const b = words[from + 1]!;
    const c = words[from + row]!;
    const d = words[from + row + 1]!;
    const redBlue = between(between(a & RED_BLUE, b & RED_BLUE, fx), between(c & RED_BLUE, d & RED_BLUE, fx), fy);
    const green = between(between((a >>> 8) & 0xff, (b >>> 8) & 0xff, fx), between((c >>> 8) & 0xff, (d >>> 8) & 0xff, fx), fy);
    to[at] = OPAQUE | redBlue | (green << 8);
  }
}

const between = (a: number, b: number, weight: number): number => ((Math.imul(a, 256 - weight) + Math.imul(b, weight)) >>> 8) & RED_BLUE;

/** A picture turned by quarter turns to the right. */
export function turned(image: StraightImage, quarters: 0 | 1 | 2 | 3): StraightImage {
  if (quarters === 0) return image;
  const { widthPx, heightPx } = image;
  const [wide, high] = quarters === 2 ? [widthPx, heightPx] : [heightPx, widthPx];
  const [from, to] = [new Uint32Array(image.pixels.buffer, image.pixels.byteOffset, widthPx * heightPx), new Uint32Array(wide * high)];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = quarters === 1 ? x * wide + (wide - 1 - y) : quarters === 2 ? (heightPx - 1 - y) * wide + (wide - 1 - x) : (high - 1 - x) * wide + y;
      to[at] = from[y * widthPx + x]!;
    }
  }
  return { widthPx: wide, heightPx: high, pixels: new Uint8Array(to.buffer) };
}
