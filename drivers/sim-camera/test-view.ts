import type { Raster } from '../contract/driver.ts';
import type { Fault } from '../contract/simulation.ts';

/** Box blur of this half-width, three times: about what a lens does that is a turn off. */
const BLUR_PX = 3;
const BLUR_PASSES = 3;
const DARK = 0.18;

/** What the camera sees in a self-test, as it is or with the fault that holds. */
export function testView(frame: Raster, fault: Fault): Raster {
  if (fault === 'too-dark') return { ...frame, pixels: frame.pixels.map((value, n) => (n % 4 === 3 ? value : value * DARK)) };
  if (fault !== 'out-of-focus') return { ...frame, pixels: frame.pixels.slice() };
  let pixels = frame.pixels;
  for (let pass = 0; pass < BLUR_PASSES; pass++) {
    pixels = blurred(pixels, frame.widthPx, frame.heightPx, 4);
    pixels = blurred(pixels, frame.widthPx, frame.heightPx, frame.widthPx * 4);
  }
  return { ...frame, pixels };
}

/** One pass along lines whose pixels lie `stride` bytes apart; edges repeat. */
function blurred(from: Uint8Array, widthPx: number, heightPx: number, stride: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(from.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (y * widthPx + x) * 4;
      const [place, last] = stride === 4 ? [x, widthPx - 1] : [y, heightPx - 1];
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let d = -BLUR_PX; d <= BLUR_PX; d++) sum += from[at + c + (Math.min(last, Math.max(0, place + d)) - place) * stride]!;
        to[at + c] = sum / (2 * BLUR_PX + 1);
      }
    }
  }
  return to;
}
