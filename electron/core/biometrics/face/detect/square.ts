import type { RgbaImage, Spot } from '../rgba-image.ts';

/** A square in an image, px; `turnRad` = how far it is turned clockwise about its centre. */
export type Square = { readonly centre: Spot; readonly sidePx: number; readonly turnRad: number };

/** Pixel values for a network: `value * scale + offset`. */
export type PixelRange = { readonly scale: number; readonly offset: number };
export const FROM_ZERO: PixelRange = { scale: 1 / 255, offset: 0 };
export const AROUND_ZERO: PixelRange = { scale: 1 / 127.5, offset: -1 };

/**
 * The square's pixels as a network reads them: `side` × `side` × 3, bilinear, the image's edge repeated outside it.
 * Where the square is much larger than `side`, every sample is the mean of four, so that thin lines don't flicker.
 */
export function sampleSquare(image: RgbaImage, square: Square, side: number, range: PixelRange): Float32Array {
  const out = new Float32Array(side * side * 3);
  const step = square.sidePx / side;
  const taps = step > 1.5 ? [-0.25, 0.25] : [0];
  const [cos, sin] = [Math.cos(square.turnRad) * step, Math.sin(square.turnRad) * step];
  const scale = range.scale / taps.length ** 2;
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at += 3) {
      for (const dv of taps) {
        for (const du of taps) {
          const [u, v] = [column + 0.5 + du - side / 2, row + 0.5 + dv - side / 2];
          addPixel(image, square.centre.x + u * cos - v * sin - 0.5, square.centre.y + u * sin + v * cos - 0.5, out, at);
        }
      }
      for (let c = 0; c < 3; c++) out[at + c] = out[at + c]! * scale + range.offset;
    }
  }
  return out;
}

/** Where a network's coordinates (0..`side`) lie in the image. */
export function fromSquare({ centre, sidePx, turnRad }: Square, side: number, x: number, y: number): Spot {
  const [u, v] = [((x - side / 2) * sidePx) / side, ((y - side / 2) * sidePx) / side];
  return { x: centre.x + u * Math.cos(turnRad) - v * Math.sin(turnRad), y: centre.y + u * Math.sin(turnRad) + v * Math.cos(turnRad) };
}

function addPixel({ widthPx, heightPx, pixels }: RgbaImage, x: number, y: number, out: Float32Array, at: number): void {
  const [cx, cy] = [Math.min(widthPx - 1, Math.max(0, x)), Math.min(heightPx - 1, Math.max(0, y))];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const right = x0 + 1 < widthPx ? 4 : 0;
  const down = y0 + 1 < heightPx ? widthPx * 4 : 0;
  const [fx, fy] = [cx - x0, cy - y0];
  const from = (y0 * widthPx + x0) * 4;
  for (let c = 0; c < 3; c++) {
    const upper = pixels[from + c]! + (pixels[from + right + c]! - pixels[from + c]!) * fx;
    const lower = pixels[from + down + c]! + (pixels[from + down + right + c]! - pixels[from + down + c]!) * fx;
    out[at + c] = out[at + c]! + upper + (lower - upper) * fy;
  }
}
