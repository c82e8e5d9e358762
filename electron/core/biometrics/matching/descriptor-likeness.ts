import { DESCRIPTOR_POINTS } from '../minutiae/descriptor.ts';
import type { PrintTemplate } from '../minutiae/print-template.ts';

const STEPS = 128;
/** Width of the bell in steps of 180°/128: 14° off counts a third. */
const BELL_STEPS = 10;
/** Fewer points seen in both prints tell nothing. */
const LEAST_POINTS = 20;
const ENOUGH_POINTS = 44;

/** Likeness of two directions (0..255) and, from bit 16 on, whether both prints show the point. Index: a·256 + b. */
const LIKENESS = new Uint32Array(256 * 256);
const SEEN = 1 << 16;
for (let a = 0; a < STEPS; a++) {
  for (let b = 0; b < STEPS; b++) {
    const difference = Math.min(Math.abs(a - b), STEPS - Math.abs(a - b));
    LIKENESS[a * 256 + b] = SEEN + Math.round(255 * Math.exp(-((difference / BELL_STEPS) ** 2)));
  }
}

/**
 * How alike the surroundings of every minutia of `a` are to those of every minutia of `b`: 0..1, row by row of `a`.
 * Pairs whose directions differ by more than `mostTurnRad` (the fingers can't lie that differently) get 0.
 */
export function likenessTable(a: PrintTemplate, b: PrintTemplate, mostTurnRad: number): Float32Array {
  const table = new Float32Array(a.minutiae.length * b.minutiae.length);
  const least = Math.cos(mostTurnRad);
  a.minutiae.forEach((one, i) => {
    for (let j = 0; j < b.minutiae.length; j++) {
      if (Math.cos(one.angleRad - b.minutiae[j]!.angleRad) < least) continue;
      table[i * b.minutiae.length + j] = likeness(a.descriptors, i * DESCRIPTOR_POINTS, b.descriptors, j * DESCRIPTOR_POINTS);
    }
  });
  return table;
}

function likeness(a: Uint8Array, atA: number, b: Uint8Array, atB: number): number {
  let total = 0;
  for (let n = 0; n < DESCRIPTOR_POINTS; n++) total += LIKENESS[a[atA + n]! * 256 + b[atB + n]!]!;
  const seen = total >> 16;
  return seen < LEAST_POINTS ? 0 : ((total & 0xffff) / (255 * seen)) * Math.min(1, seen / ENOUGH_POINTS);
}
