import { inImage, type PortraitWindow } from './portrait-window.ts';
import type { RgbaImage } from './rgba-image.ts';

export type CroppedPortrait = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> };

/**
 * The portrait cut out of an image and turned upright, RGBA.
 *
 * Every pixel is the mean of enough bilinear samples that none of the image's is skipped. The image's edge is repeated where the
 * window reaches over it: TR-03121 forbids padding, so such a window fails its criterion before anybody comes here.
 */
export function cropPortrait(image: RgbaImage, window: PortraitWindow): CroppedPortrait {
  const { widthPx, heightPx, scale } = window;
  const pixels = new Uint8Array(widthPx * heightPx * 4).fill(255);
  const taps = Math.max(1, Math.round(1 / scale));
  const offsets = Array.from({ length: taps }, (_, n) => (n + 0.5) / taps);
  const origin = inImage(window, { x: 0, y: 0 });
  const [alongX, alongY] = [Math.cos(window.turnRad) / scale, Math.sin(window.turnRad) / scale];
  const sum = new Float64Array(3);
  for (let row = 0, at = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++, at += 4) {
      sum.fill(0);
      for (const dv of offsets) {
        for (const du of offsets) {
          const [u, v] = [column + du, row + dv];
          addBilinear(image, origin.x + u * alongX - v * alongY - 0.5, origin.y + u * alongY + v * alongX - 0.5, sum);
        }
      }
      for (let c = 0; c < 3; c++) pixels[at + c] = Math.round(sum[c]! / (taps * taps));
    }
  }
  return { widthPx, heightPx, pixels };
}

function addBilinear({ widthPx, heightPx, pixels }: RgbaImage, x: number, y: number, sum: Float64Array): void {
  const cx = x < 0 ? 0 : x > widthPx - 1 ? widthPx - 1 : x;
  const cy = y < 0 ? 0 : y > heightPx - 1 ? heightPx - 1 : y;
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const from = (y0 * widthPx + x0) * 4;
  const right = fx > 0 ? 4 : 0;
  const down = fy > 0 ? widthPx * 4 : 0;
  for (let c = 0; c < 3; c++) {
    const upper = pixels[from + c]! * (1 - fx) + pixels[from + right + c]! * fx;
    const lower = pixels[from + down + c]! * (1 - fx) + pixels[from + down + right + c]! * fx;
    sum[c] = sum[c]! + upper * (1 - fy) + lower * fy;
  }
}
