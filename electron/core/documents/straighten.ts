import type { ColourImage } from './find-page.ts';
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
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) straightenRow(image, map, { pixels, widthPx, y });
  return { widthPx, heightPx, pixels };
}

/** Plain numbers only: this runs for millions of pixels. */
function straightenRow(image: ColourImage, map: Float64Array, { pixels, widthPx, y }: { readonly pixels: Uint8Array; readonly widthPx: number; readonly y: number }): void {
  const right = image.widthPx - 2;
  const bottom = image.heightPx - 2;
  const source = image.pixels;
  const row = image.widthPx * 4;
  const v = y + 0.5;
  let to = y * widthPx * 4;
  for (let x = 0; x < widthPx; x++, to += 4) {
    const u = x + 0.5;
    const w = map[6]! * u + map[7]! * v + 1;
    const sx = Math.min(right, Math.max(0, (map[0]! * u + map[1]! * v + map[2]!) / w - 0.5));
    const sy = Math.min(bottom, Math.max(0, (map[3]! * u + map[4]! * v + map[5]!) / w - 0.5));
    const left = Math.floor(sx);
    const top = Math.floor(sy);
    const fx = sx - left;
    const fy = sy - top;
    const at = top * row + left * 4;
    for (let c = at; c < at + 3; c++) {
      const upper = source[c]! + (source[c + 4]! - source[c]!) * fx;
      const lower = source[c + row]! + (source[c + row + 4]! - source[c + row]!) * fx;
      pixels[to + c - at] = upper + (lower - upper) * fy;
    }
    pixels[to + 3] = 255;
  }
}

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
