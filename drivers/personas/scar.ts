import { between, joinSeeds, randomFrom } from './persona-random.ts';
import type { MasterFinger } from './prints.ts';

/** A healed cut: it belongs to the finger, so each touch shows it in the same place. */
export type Scar = {
  /** Signed distance from the cut, px; beyond its ends it grows quickly. */
  readonly distanceAt: (x: number, y: number) => number;
  readonly halfWidthPx: number;
  /** How far the skin beside the cut has slipped along it, px. */
  readonly slipAt: (distance: number) => number;
  readonly alongRad: number;
};

/** The one scar this finger could have. Lengths in px at 500 ppi, origin in the middle of the finger. */
export function scarOf({ seed, finger, scale }: MasterFinger): Scar {
  const random = randomFrom(joinSeeds(seed, finger.length, finger.charCodeAt(0), finger.charCodeAt(finger.length - 2), 0x5ca2));
  const alongRad = between(random, 0, Math.PI);
  const [cos, sin] = [Math.cos(alongRad), Math.sin(alongRad)];
  const middle = { x: between(random, -45, 45) * scale, y: between(random, -70, 50) * scale };
  const reach = between(random, 90, 170) * scale;
  const bow = between(random, -0.003, 0.003);
  const slip = between(random, 2, 4.5);
  return {
    alongRad,
    halfWidthPx: between(random, 3, 6),
    distanceAt: (x, y) => {
      const along = (x - middle.x) * cos + (y - middle.y) * sin;
      const across = -(x - middle.x) * sin + (y - middle.y) * cos - bow * along * along;
      const past = Math.max(0, Math.abs(along) - reach);
      return across + Math.sign(across) * past;
    },
    slipAt: (distance) => Math.sign(distance) * slip * Math.exp(-Math.abs(distance) / 28),
  };
}
