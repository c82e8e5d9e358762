import { between, type Random } from './persona-random.ts';

export type Pattern = 'arch' | 'left-loop' | 'right-loop' | 'whorl';
/** Direction of the ridges at a point, radians; x to the right, y down, both 0..1 over the fingertip. */
export type RidgeFlow = (x: number, y: number) => number;

/** Shares of the pattern types over all fingers, rounded from Maltoni et al., Handbook of Fingerprint Recognition, table 5.1. */
export function drawPattern(random: Random): Pattern {
  const draw = random();
  if (draw < 0.07) return 'arch';
  if (draw < 0.39) return 'left-loop';
  return draw < 0.7 ? 'right-loop' : 'whorl';
}

/**
 * Orientation field of a fingertip. Loops and whorls follow the zero-pole model: each core turns the field by half
 * the angle to it, each delta turns it back (B. Sherlock and D. Monro, Pattern Recognition 26, 1993). The arch is the
 * sine bulge used by SFinGe (Cappelli et al., 2000).
 */
export function ridgeFlowOf(pattern: Pattern, random: Random): RidgeFlow {
  const shift = between(random, -0.04, 0.04);
  const coreX = 0.5 + shift;
  const coreY = between(random, 0.4, 0.46);
  const deltaY = between(random, 0.74, 0.82);
  const spread = between(random, 0.27, 0.34);
  switch (pattern) {
    case 'arch': return archFlow(between(random, 0.85, 1.15));
    case 'left-loop': return zeroPole([[coreX, coreY]], [[coreX + spread, deltaY]], -0.12);
    case 'right-loop': return zeroPole([[coreX, coreY]], [[coreX - spread, deltaY]], 0.12);
    case 'whorl': {
      const gap = between(random, 0.05, 0.1);
      return zeroPole([[coreX, coreY - gap], [coreX, coreY + gap]], [[coreX - spread, deltaY], [coreX + spread, deltaY + shift]], 0);
    }
  }
}

type Points = readonly (readonly [x: number, y: number])[];
/** A fingertip is about half again as tall as wide; angles are taken in true proportion. */
const ASPECT = 1.5;

function zeroPole(cores: Points, deltas: Points, tilt: number): RidgeFlow {
  const turn = (points: Points, x: number, y: number): number =>
    points.reduce((sum, [px, py]) => sum + Math.atan2((py - y) * ASPECT, x - px), 0);
  return (x, y) => -(tilt + (turn(cores, x, y) - turn(deltas, x, y)) / 2);
}

function archFlow(height: number): RidgeFlow {
  return (x, y) => {
    const bulge = height * Math.sin(Math.PI * Math.min(1, Math.max(0, y * 1.05))) * 0.9;
    return Math.atan(bulge * Math.sin((x - 0.5) * 2 * Math.PI) * 0.9 + (1 - y) * (x - 0.5) * 1.6);
  };
}
