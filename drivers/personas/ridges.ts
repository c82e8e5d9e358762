import type { Random } from './persona-random.ts';
import type { RidgeFlow } from './ridge-flow.ts';

const ANGLES = 36;
const RADIUS = 5;
const SIDE = 2 * RADIUS + 1;
const ROUNDS = 9;

export type RidgeField = { readonly width: number; readonly height: number; readonly values: Float32Array };
type RidgeRequest = { readonly width: number; readonly height: number; readonly flow: RidgeFlow; readonly period: number; readonly inside: Uint8Array; readonly random: Random };

/**
 * Ridges grown out of noise by filtering it again and again along the flow: line ends and forks come by themselves,
 * as in SFinGe (Cappelli, Erol, Maio, Maltoni 2000). Works at half of the final resolution to stay quick.
 *
 * Unit: `period` in pixels of this field. Result: values in -1..1, positive = ridge.
 */
export function growRidges({ width, height, flow, period, inside, random }: RidgeRequest): RidgeField {
  const kernels = Array.from({ length: ANGLES }, (_, n) => gabor((n * Math.PI) / ANGLES, period));
  const angleAt = new Uint8Array(width * height);
  const points: number[] = [];
  for (let y = RADIUS; y < height - RADIUS; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      points.push(at);
      const turns = flow(x / width, y / height) / Math.PI;
      angleAt[at] = Math.round((turns - Math.floor(turns)) * ANGLES) % ANGLES;
    }
  }
  const order = Int32Array.from(points);
  let now = Float32Array.from({ length: width * height }, () => random() * 2 - 1);
  let after = new Float32Array(width * height);
  for (let round = 0; round < ROUNDS; round++) {
    filterOnce(now, after, order, angleAt, kernels, width);
    [now, after] = [after, now];
  }
  return { width, height, values: now };
}

function filterOnce(from: Float32Array, to: Float32Array, order: Int32Array, angleAt: Uint8Array, kernels: readonly Float32Array[], width: number): void {
  for (let n = 0; n < order.length; n++) {
    const at = order[n]!;
    const kernel = kernels[angleAt[at]!]!;
    let sum = 0;
    let k = 0;
    let row = at - RADIUS * width - RADIUS;
    for (let dy = 0; dy < SIDE; dy++, row += width) {
      for (let dx = 0; dx < SIDE; dx++) sum += from[row + dx]! * kernel[k++]!;
    }
    to[at] = sum > 1 ? 1 : sum < -1 ? -1 : sum;
  }
}

/** Even Gabor filter whose stripes run along `angle`; zero mean, scaled so that a matching wave grows by half. */
function gabor(angle: number, period: number): Float32Array {
  const kernel = new Float32Array(SIDE * SIDE);
  const across = period * 0.46;
  const along = period * 0.62;
  let mean = 0;
  for (let k = 0; k < kernel.length; k++) {
    const dx = (k % SIDE) - RADIUS;
    const dy = Math.floor(k / SIDE) - RADIUS;
    const u = dx * Math.cos(angle) + dy * Math.sin(angle);
    const v = -dx * Math.sin(angle) + dy * Math.cos(angle);
    kernel[k] = Math.exp(-(u * u) / (2 * along * along) - (v * v) / (2 * across * across)) * Math.cos((2 * Math.PI * v) / period);
    mean += kernel[k]! / kernel.length;
  }
  let response = 0;
  for (let k = 0; k < kernel.length; k++) {
    kernel[k] = kernel[k]! - mean;
    const v = -((k % SIDE) - RADIUS) * Math.sin(angle) + (Math.floor(k / SIDE) - RADIUS) * Math.cos(angle);
    response += kernel[k]! * Math.cos((2 * Math.PI * v) / period);
  }
  return kernel.map((weight) => (weight * 1.5) / response);
}
