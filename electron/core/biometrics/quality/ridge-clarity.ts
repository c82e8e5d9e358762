import type { GrayImage } from '../image/gray-image.ts';
import { FLOW_CELL_PX, flowAngleAt, type RidgeFlow } from '../minutiae/ridge-flow.ts';

/** Windows lie this many flow cells apart: 1.2 mm. */
const STEP_CELLS = 3;
/** Half the window across the ridges (two to three of them on either side) and along them, px of the half-size image. */
const ACROSS_PX = 12;
const ALONG_PX = 6;
const WIDE_PX = 2 * ACROSS_PX;
const LONG_PX = 2 * ALONG_PX + 1;
/** Half of the running mean, about one ridge period wide, that parts ridge from valley. */
const LEVEL_REACH_PX = 3;
const PAPER = 255;

/** Means over the windows of the contact; a window without ridges counts 0. */
export type RidgeClarity = {
  /** 1 when along every ridge and every valley each pixel is on its own side of the local grey level, 0 when it is chance. */
  readonly clarity: number;
  /** Standard deviation of the grey profile across the ridges, grey. */
  readonly relief: number;
};

/**
 * How cleanly ridges part from valleys: an oriented window is laid across the ridges, its mean profile tells ridge from valley,
 * and the pixels that fall on the wrong side are counted. Grains, blots, scuffs, scratches and a second print all do.
 * Source: the local clarity score of ISO/IEC 29794-4 is the model (Lim, Jiang, Yau, "Fingerprint quality and validity analysis",
 * ICIP 2002); the running level in place of a regression is this project's.
 */
export function ridgeClarityOf(half: GrayImage, flow: RidgeFlow, contact: Uint8Array): RidgeClarity {
  const window = new Float32Array(WIDE_PX * LONG_PX);
  const profile = new Float32Array(WIDE_PX);
  let windows = 0, clarity = 0, relief = 0;
  for (let row = 1; row < flow.rows; row += STEP_CELLS) {
    for (let column = 1; column < flow.columns; column += STEP_CELLS) {
      const at = row * flow.columns + column;
      if (contact[at] === 0) continue;
      windows++;
      if (flow.mask[at] === 0) continue;
      sample(half, window, { x: (column + 0.5) * FLOW_CELL_PX, y: (row + 0.5) * FLOW_CELL_PX, angle: flowAngleAt(flow, (column + 0.5) * FLOW_CELL_PX, (row + 0.5) * FLOW_CELL_PX) });
      for (let u = 0; u < WIDE_PX; u++) {
        let sum = 0;
        for (let v = 0; v < LONG_PX; v++) sum += window[u * LONG_PX + v]!;
        profile[u] = sum / LONG_PX;
      }
      clarity += clarityOf(window, profile);
      relief += deviationOf(profile);
    }
  }
  return windows === 0 ? { clarity: 0, relief: 0 } : { clarity: clarity / windows, relief: relief / windows };
}

/** Bilinear, so that a turned window has no steps. Outside the image lies paper. */
function sample({ pixels, widthPx, heightPx }: GrayImage, window: Float32Array, { x, y, angle }: { readonly x: number; readonly y: number; readonly angle: number }): void {
  const alongX = Math.cos(angle), alongY = Math.sin(angle);
  let at = 0;
  for (let u = -ACROSS_PX; u < ACROSS_PX; u++) {
    for (let v = -ALONG_PX; v <= ALONG_PX; v++) {
      const px = x - alongY * u + alongX * v, py = y + alongX * u + alongY * v;
      const left = Math.floor(px), top = Math.floor(py);
      if (left < 0 || top < 0 || left + 1 >= widthPx || top + 1 >= heightPx) {
        window[at++] = PAPER;
        continue;
      }
      const fx = px - left, fy = py - top, from = top * widthPx + left;
      const upper = pixels[from]! * (1 - fx) + pixels[from + 1]! * fx;
      const lower = pixels[from + widthPx]! * (1 - fx) + pixels[from + widthPx + 1]! * fx;
      window[at++] = upper * (1 - fy) + lower * fy;
    }
  }
}

function clarityOf(window: Float32Array, profile: Float32Array): number {
  let wrong = 0, total = 0;
  for (let u = LEVEL_REACH_PX; u < WIDE_PX - LEVEL_REACH_PX; u++) {
    let level = 0;
    for (let near = u - LEVEL_REACH_PX; near <= u + LEVEL_REACH_PX; near++) level += profile[near]!;
    level /= 2 * LEVEL_REACH_PX + 1;
    const isRidge = profile[u]! < level;
    for (let v = 0; v < LONG_PX; v++, total++) if ((window[u * LONG_PX + v]! < level) !== isRidge) wrong++;
  }
  return 1 - (2 * wrong) / total;
}

function deviationOf(profile: Float32Array): number {
  let mean = 0, squares = 0;
  for (const grey of profile) mean += grey / profile.length;
  for (const grey of profile) squares += (grey - mean) ** 2;
  return Math.sqrt(squares / profile.length);
}
