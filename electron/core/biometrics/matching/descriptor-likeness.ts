import { DESCRIPTOR_POINTS, NO_DIRECTION } from '../minutiae/descriptor.ts';
import type { PrintTemplate } from '../minutiae/print-template.ts';

const STEPS = 128;
/** Width of the bell in steps of 180°/128: 14° off counts a third. */
const BELL_STEPS = 10;
/** Fewer points seen in both prints tell nothing. */
const LEAST_POINTS = 20;
const ENOUGH_POINTS = 44;

/** Likeness of two directions by their difference; nothing for a point that one print lacks. Index: a·256 + b. */
const LIKENESS = new Uint8Array(256 * 256);
const SEEN = new Uint8Array(256 * 256);
for (let a = 0; a < STEPS; a++) {
  for (let b = 0; b < STEPS; b++) {
    const difference = Math.min(Math.abs(a - b), STEPS - Math.abs(a - b));
    LIKENESS[a * 256 + b] = Math.round(255 * Math.exp(-((difference / BELL_STEPS) ** 2)));
    SEEN[a * 256 + b] = 1;
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
  let sum = 0, seen = 0;
  for (let n = 0; n < DESCRIPTOR_POINTS; n++) {
    const index = a[atA + n]! * (NO_DIRECTION + 1) + b[atB + n]!;
    sum += LIKENESS[index]!;
    seen += SEEN[index]!;
  }
  return seen < LEAST_POINTS ? 0 : (sum / (255 * seen)) * Math.min(1, seen / ENOUGH_POINTS);
}
