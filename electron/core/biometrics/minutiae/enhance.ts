import type { GrayImage } from '../image/gray-image.ts';
import { FLOW_CELL_PX, flowAngleAt, type RidgeFlow } from './ridge-flow.ts';
import { periodIndexAt, type PeriodMap } from './ridge-period.ts';

const ANGLES = 32;
/** Tuned ridge distances, px of the half-size image. */
const PERIODS = [3.2, 3.8, 4.4, 5, 5.8, 6.8] as const;
const RADIUS = 5;
const SIDE = 2 * RADIUS + 1;
/** The filter is chosen anew for every square of this side. */
const PATCH_PX = 2;

/**
 * Ridges made even: each pixel filtered along and across the local direction at the local period.
 * Result: half-size field, positive on ridges, zero outside the contact.
 * Source: Hong, Wan and Jain 1998 (Gabor filters tuned to direction and frequency).
 */
export function enhanceRidges(half: GrayImage, flow: RidgeFlow, periods: PeriodMap): Float32Array {
  const { widthPx, heightPx } = half;
  const grey = Float32Array.from(half.pixels);
  const out = new Float32Array(widthPx * heightPx);
  const margin = RADIUS + (RADIUS % 2);
  for (let y = margin; y + PATCH_PX + RADIUS < heightPx; y += PATCH_PX) {
    const cellY = Math.floor(y / FLOW_CELL_PX);
    if (cellY >= flow.rows) break;
    for (let x = margin; x + PATCH_PX + RADIUS < widthPx; x += PATCH_PX) {
      const cellX = Math.floor(x / FLOW_CELL_PX);
      if (cellX >= flow.columns || flow.mask[cellY * flow.columns + cellX] === 0) continue;
      const angle = flowAngleAt(flow, x + PATCH_PX / 2, y + PATCH_PX / 2);
      const kernel = kernelFor(angle, periods.periodPx[periodIndexAt(periods, cellX, cellY)]!);
      filterPatch(grey, out, y * widthPx + x, widthPx, kernel);
    }
  }
  return out;
}

/** Four pixels at once: they share the kernel, and each grey is read for two of them. */
function filterPatch(grey: Float32Array, out: Float32Array, at: number, widthPx: number, kernel: Float32Array): void {
  let a = 0, b = 0, c = 0, d = 0, k = 0;
  for (let row = at - RADIUS * widthPx - RADIUS, dy = 0; dy < SIDE; dy++, row += widthPx) {
    let upper = grey[row]!, lower = grey[row + widthPx]!;
    for (let dx = 1; dx <= SIDE; dx++, k++) {
      const weight = kernel[k]!;
      a -= upper * weight;
      c -= lower * weight;
      upper = grey[row + dx]!;
      lower = grey[row + widthPx + dx]!;
      b -= upper * weight;
      d -= lower * weight;
    }
  }
  out[at] = a;
  out[at + 1] = b;
  out[at + widthPx] = c;
  out[at + widthPx + 1] = d;
}

const kernels: (Float32Array | undefined)[] = [];

function kernelFor(angle: number, periodPx: number): Float32Array {
  const turn = Math.round((angle * ANGLES) / Math.PI) % ANGLES;
  let nearest = 0;
  while (nearest + 1 < PERIODS.length && PERIODS[nearest]! + PERIODS[nearest + 1]! < 2 * periodPx) nearest++;
  const index = nearest * ANGLES + turn;
  return (kernels[index] ??= gabor((turn * Math.PI) / ANGLES, PERIODS[nearest]!));
}

/** Even Gabor filter for ridges that run along `angle`; made free of a mean, so that pressure doesn't matter. */
function gabor(angle: number, periodPx: number): Float32Array {
  const kernel = new Float32Array(SIDE * SIDE);
  const across = 0.5 * periodPx, along = 2.4;
  let sum = 0, weights = 0;
  const window = new Float32Array(SIDE * SIDE);
  for (let k = 0; k < kernel.length; k++) {
    const dx = (k % SIDE) - RADIUS, dy = Math.floor(k / SIDE) - RADIUS;
    const u = dx * Math.cos(angle) + dy * Math.sin(angle);
    const v = -dx * Math.sin(angle) + dy * Math.cos(angle);
    window[k] = Math.exp(-(u * u) / (2 * along * along) - (v * v) / (2 * across * across));
    kernel[k] = window[k]! * Math.cos((2 * Math.PI * v) / periodPx);
    sum += kernel[k]!;
    weights += window[k]!;
  }
  return kernel.map((value, k) => value - (sum * window[k]!) / weights);
}
