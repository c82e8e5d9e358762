import { between, gaussian, type Random } from './persona-random.ts';
import type { PatternClass } from './prints.ts';

export type Point = { readonly x: number; readonly y: number };
/** Where ridges run. Lengths in pixels of an average index finger at 500 ppi, origin in the middle of the finger, x right, y down. */
export type RidgeFlow = {
  readonly cores: readonly Point[];
  readonly deltas: readonly Point[];
  /** Direction along the ridges, radians, modulo π. */
  readonly angleAt: (x: number, y: number) => number;
};

/** The pattern lies a little above the middle of the fingertip. */
const CENTRE_Y = -38;

/**
 * Orientation model of one finger. Loops and whorls follow the zero-pole model: each core turns the direction by half
 * the angle to it, each delta turns it back (B. Sherlock and D. Monro, Pattern Recognition 26, 1993). That model is
 * level far away, where real ridges bend around the tip, so an arch (Cappelli et al., 2000) is added there.
 */
export function ridgeFlowOf(patternClass: PatternClass, random: Random): RidgeFlow {
  const { cores, deltas } = singularitiesOf(patternClass, random);
  const bend = bendOf(patternClass, random);
  const waves = wavesOf(random);
  const tilt = gaussian(random) * 0.07;
  const angleAt = (x: number, y: number): number => {
    let turn = 0;
    for (const core of cores) turn += Math.atan2(y - core.y, x - core.x);
    for (const delta of deltas) turn -= Math.atan2(y - delta.y, x - delta.x);
    return turn / 2 + bend(x, y) + tilt + waves(x, y);
  };
  return { cores, deltas, angleAt };
}

/** One core above one delta for a loop, two of each for a whorl; about 105 px aside and 150 px below at 500 ppi. */
function singularitiesOf(patternClass: PatternClass, random: Random): { cores: readonly Point[]; deltas: readonly Point[] } {
  const core = { x: gaussian(random) * 13, y: CENTRE_Y + gaussian(random) * 20 };
  const aside = between(random, 80, 138);
  const below = between(random, 105, 175);
  switch (patternClass) {
    case 'arch': return { cores: [], deltas: [] };
    case 'tented-arch': return { cores: [{ ...core, y: core.y + 25 }], deltas: [{ x: core.x + gaussian(random) * 6, y: core.y + between(random, 95, 135) }] };
    case 'left-loop': return { cores: [core], deltas: [{ x: core.x + aside, y: core.y + below }] };
    case 'right-loop': return { cores: [core], deltas: [{ x: core.x - aside, y: core.y + below }] };
    case 'whorl': {
      // Far apart and oblique it is a double loop, close together a plain whorl.
      const apart = between(random, 12, 46);
      const lean = gaussian(random) * 0.55;
      const dx = (Math.sin(lean) * apart) / 2 + Math.sin(lean) * apart * 0.8;
      const dy = (Math.cos(lean) * apart) / 2;
      return {
        cores: [{ x: core.x - dx, y: core.y - dy }, { x: core.x + dx, y: core.y + dy }],
        deltas: [{ x: core.x - between(random, 96, 132), y: core.y + below * 0.92 }, { x: core.x + between(random, 96, 132), y: core.y + below * 0.92 + gaussian(random) * 12 }],
      };
    }
  }
}

/** How much ridges fall off to both sides: all over an arch, only around the tip elsewhere. */
function bendOf(patternClass: PatternClass, random: Random): (x: number, y: number) => number {
  const rise = between(random, 0.9, 1.35);
  const isArch = patternClass === 'arch';
  const bottom = (isArch ? 215 : 90) + gaussian(random) * 22;
  const top = isArch ? 1 : between(random, 0.36, 0.8);
  /** Half of the width over which ridges rise and fall, and where they are highest. */
  const halfWidth = between(random, 240, 350);
  const middle = gaussian(random) * 14;
  return (x, y) => {
    const across = Math.sin(Math.PI * clamp((x - middle) / halfWidth));
    const down = smoothStep((bottom - y) / 260);
    const tip = isArch ? 1 + 0.35 * smoothStep((60 - Math.abs(y - 40)) / 60) : top;
    return Math.atan(rise * across * down * tip);
  };
}

/** No finger follows a formula: a slow unevenness of a few degrees. */
function wavesOf(random: Random): (x: number, y: number) => number {
  const waves = Array.from({ length: 5 }, () => {
    const direction = between(random, 0, Math.PI);
    const length = between(random, 120, 330) / (2 * Math.PI);
    return { kx: Math.cos(direction) / length, ky: Math.sin(direction) / length, phase: between(random, 0, 2 * Math.PI), height: between(random, 0.02, 0.075) };
  });
  return (x, y) => {
    let sum = 0;
    for (const { kx, ky, phase, height } of waves) sum += height * Math.sin(kx * x + ky * y + phase);
    return sum;
  };
}

const clamp = (t: number): number => (t < -1 ? -1 : t > 1 ? 1 : t);
const smoothStep = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
