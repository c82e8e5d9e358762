import type { Raster } from '../contract/driver.ts';
import type { PortraitLook } from './portrait-look.ts';

const GLARE = 1.75;
const DIM = 0.32;
/** The lit side keeps its light, the other loses this share of it. */
const SIDE = 0.72;
/** Of the picture's width. */
const BLUR = 0.008;

/** Light and focus of the whole picture, in place. */
export function lit(drawing: Raster, { light, blurred }: Pick<PortraitLook, 'light' | 'blurred'>): Raster {
  if (light !== 'even') scaleLight(drawing, light);
  if (blurred) for (const vertical of [false, true, false, true]) blur(drawing, Math.max(2, Math.round(drawing.widthPx * BLUR)), vertical);
  return drawing;
}

function scaleLight({ widthPx, pixels }: Raster, light: PortraitLook['light']): void {
  const gains = Float32Array.from({ length: widthPx }, (_, x) => {
    const fromLeft = Math.min(1, Math.max(0, (x / widthPx - 0.38) / 0.24));
    return light === 'side' ? 1 - SIDE * fromLeft : light === 'dim' ? DIM : GLARE;
  });
  for (let at = 0; at < pixels.length; at += 4) {
    const gain = gains[(at / 4) % widthPx]!;
    for (let c = 0; c < 3; c++) pixels[at + c] = Math.min(255, pixels[at + c]! * gain);
  }
}

/** Running mean along rows or columns; twice each way is close to a Gaussian. */
function blur({ widthPx, heightPx, pixels }: Raster, radiusPx: number, vertical: boolean): void {
  const [lines, length, step, stride] = vertical ? [widthPx, heightPx, widthPx * 4, 4] : [heightPx, widthPx, 4, widthPx * 4];
  const line = new Float32Array(length);
  for (let n = 0; n < lines; n++) {
    for (let c = 0; c < 3; c++) {
      const from = n * stride + c;
      const value = (k: number): number => pixels[from + Math.min(length - 1, Math.max(0, k)) * step]!;
      let sum = 0;
      for (let k = -radiusPx; k <= radiusPx; k++) sum += value(k);
      for (let k = 0; k < length; k++) {
        line[k] = sum / (2 * radiusPx + 1);
        sum += value(k + radiusPx + 1) - value(k - radiusPx);
      }
      for (let k = 0; k < length; k++) pixels[from + k * step] = line[k]!;
    }
  }
}
