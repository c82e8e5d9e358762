import { FULL_PRESSURE, type PenPoint, type PenStrokes } from './pen-strokes.ts';
import type { GrayImage } from '../image/gray-image.ts';

/** Grey pixels that strokes are drawn on. */
export type Sheet = { readonly widthPx: number; readonly heightPx: number; readonly pixels: Uint8Array<ArrayBuffer> };
type Spot = readonly [x: number, y: number];

const PAPER = 255;

/** A pad's own pixels: how wide it is and how many go on an inch. */
type Pad = { readonly widthPx: number; readonly ppi: number };

/** Radius of the ink at this resolution: lightest touch, and what full pressure adds. */
const INK = { ppi: 300, lightestPx: 1.6, byPressurePx: 3.2 } as const;

/** Grey ink on white. Draws the samples from `from` to `to` onto what is already there, so that a live view only adds the new ones. */
export function inkSamples(target: Sheet, samples: readonly PenPoint[], range: { readonly from: number; readonly to: number }, pad: Pad): void {
  const scale = target.widthPx / pad.widthPx;
  const thickness = (pad.ppi * scale) / INK.ppi;
  for (let n = Math.max(1, range.from); n < range.to; n++) {
    const [a, b] = [samples[n - 1]!, samples[n]!];
    if (a.pressure === 0 || b.pressure === 0) continue;
    const radius = (INK.lightestPx + (INK.byPressurePx * b.pressure) / FULL_PRESSURE) * thickness;
    inkLine(target, [a.x * scale, a.y * scale], [b.x * scale, b.y * scale], radius);
  }
}

function inkLine(target: Sheet, [x0, y0]: Spot, [x1, y1]: Spot, radius: number): void {
  const reach = radius + 1;
  const lengthSquared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y <= Math.min(target.heightPx - 1, Math.max(y0, y1) + reach); y++) {
    for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - reach)); x <= Math.min(target.widthPx - 1, Math.max(x0, x1) + reach); x++) {
      const t = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / lengthSquared));
      const [dx, dy] = [x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)];
      // Not Math.hypot: its last digit may differ between engines, and the centre draws the same picture again.
      const far = Math.sqrt(dx * dx + dy * dy);
      const dark = Math.min(1, Math.max(0, radius + 0.5 - far));
      const at = y * target.widthPx + x;
      target.pixels[at] = Math.min(target.pixels[at]!, Math.round(255 - 235 * dark));
    }
  }
}

export const blankSheet = (widthPx: number, heightPx: number): Sheet => ({ widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx).fill(PAPER) });

/** Finer pads (2,540 lines an inch are usual) are drawn at this: more shows nothing more of a pen, and takes a hundred megabytes. */
const DRAWN_PPI = 300;

/** The whole signature as a picture of at most 300 ppi: the same strokes always give the same pixels. */
export function drawStrokes({ widthPx, heightPx, ppi, samples }: PenStrokes): GrayImage {
  const scale = Math.min(1, DRAWN_PPI / ppi);
  const sheet = blankSheet(Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale)));
  inkSamples(sheet, samples, { from: 0, to: samples.length }, { widthPx, ppi });
  return { ...sheet, ppi: Math.round(ppi * scale) };
}
