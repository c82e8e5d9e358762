import { meanGrey, type LivePicture } from './live-picture.ts';
import type { Reading } from './measures.ts';

const BLACK = 4;
const WHITE = 251;

/** Health of a camera from one or more live pictures; the newest is judged, a moving head blurs a mean. */
export function cameraHealth(pictures: readonly LivePicture[]): readonly Reading[] {
  const mean = meanGrey(pictures.slice(-1));
  if (mean === undefined) return [];
  const { grey, widthPx, heightPx } = mean;
  let sum = 0;
  let clipped = 0;
  for (const value of grey) {
    sum += value;
    if (value <= BLACK || value >= WHITE) clipped += 1;
  }
  return [
    { measure: 'camera-focus', value: focusOf(grey, widthPx, heightPx) },
    { measure: 'camera-exposure', value: sum / grey.length },
    { measure: 'camera-clipped', value: (100 * clipped) / grey.length },
  ];
}

/**
 * Energy of the second derivative (4-neighbour Laplacian) for the energy of the first, in per cent: a blurred edge keeps its
 * step and loses its bend, so the measure depends on the lens and little on what stands before it. Source of the idea:
 * Pertuz, Puig, Garcia, "Analysis of focus measure operators", Pattern Recognition 46 (2013), Laplacian and gradient families.
 */
function focusOf(grey: Float32Array, widthPx: number, heightPx: number): number {
  let bend = 0;
  let slope = 0;
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const left = grey[at - 1]!;
      const right = grey[at + 1]!;
      const above = grey[at - widthPx]!;
      const below = grey[at + widthPx]!;
      const bent = 4 * grey[at]! - left - right - above - below;
      bend += bent * bent;
      slope += (right - left) * (right - left) + (below - above) * (below - above);
    }
  }
  return slope === 0 ? 0 : (100 * bend) / (4 * slope);
}
