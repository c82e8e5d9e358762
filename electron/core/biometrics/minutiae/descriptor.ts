import { FLOW_CELL_PX, coherenceAt, flowAngleAt, type RidgeFlow } from './ridge-flow.ts';
import type { Minutia } from './find-minutiae.ts';

/** Rings around a minutia on which the ridge direction is read: radius px at 500 ppi, points. */
const RINGS = [[24, 8], [44, 14], [64, 18], [84, 24]] as const;
export const DESCRIPTOR_POINTS = 64;
/** Directions are told in steps of 180°/128; this value says that no ridge was seen there. */
export const NO_DIRECTION = 255;
const STEPS = 128;
const LEAST_COHERENCE = 0.25;

/**
 * The ridge directions around a minutia, relative to its own: the same whatever way the finger lies.
 * Source: Tico and Kuosmanen, "Fingerprint matching using an orientation-based minutia descriptor", IEEE PAMI 25(8), 2003.
 */
export function describe(minutia: Minutia, flow: RidgeFlow, into: Uint8Array): void {
  let n = 0;
  for (const [radius, points] of RINGS) {
    for (let k = 0; k < points; k++, n++) {
      const bearing = minutia.angleRad + (2 * Math.PI * k) / points;
      const x = (minutia.x + radius * Math.cos(bearing)) / 2;
      const y = (minutia.y + radius * Math.sin(bearing)) / 2;
      into[n] = relativeDirection(flow, x, y, minutia.angleRad);
    }
  }
}

function relativeDirection(flow: RidgeFlow, x: number, y: number, from: number): number {
  const column = Math.floor(x / FLOW_CELL_PX), row = Math.floor(y / FLOW_CELL_PX);
  if (column < 0 || row < 0 || column >= flow.columns || row >= flow.rows) return NO_DIRECTION;
  const at = row * flow.columns + column;
  if (flow.mask[at] === 0 || coherenceAt(flow, at) < LEAST_COHERENCE) return NO_DIRECTION;
  const turns = (flowAngleAt(flow, x, y) - from) / Math.PI;
  return Math.floor((turns - Math.floor(turns)) * STEPS) % STEPS;
}
