import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { between, gaussian, joinSeeds, randomFrom, type Random } from './persona-random.ts';
import type { Flaw, MasterFinger } from './prints.ts';

/**
 * How one finger meets the glass. Lengths in px at 500 ppi of an average index finger, in the finger's own frame:
 * origin in its middle, x right, y down to the crease.
 */
export type Touch = {
  /** Clockwise turn of the finger, radians. */
  readonly angleRad: number;
  /** Middle of the region that touches, and its reach to the sides, to the tip and to the crease. */
  readonly contact: { readonly x: number; readonly y: number; readonly aside: number; readonly up: number; readonly down: number; readonly square: number };
  /** Size of the print relative to the skin: pressing harder spreads it. */
  readonly stretch: number;
  /** How far skin is dragged by friction, px. */
  readonly dragPx: number;
  /** Share of a wave that prints: 0 as it should be, positive wet, negative dry. */
  readonly moisture: number;
  readonly pressure: number;
};

/** Reach of the part of an average index finger that touches: 16 × 22 mm plain, 22 × 27 mm rolled. */
const REACH = { plain: { aside: 154, up: 208, down: 214 }, rolled: { aside: 214, up: 250, down: 252 } } as const;

/** A touch as people do it: turned, shifted, pressed and moist a little differently each time. */
export function drawTouch(random: Random, master: MasterFinger, kind: 'plain' | 'rolled', flaw: Flaw | undefined): Touch {
  const reach = REACH[kind];
  const press = 1 + gaussian(random) * 0.035;
  // Rolling brings the whole pad down, so little is left to chance.
  const wander = kind === 'rolled' ? 0.4 : 1;
  const build = pad(master);
  const contact = {
    x: gaussian(random) * 9 * wander, y: gaussian(random) * 9 * wander,
    aside: reach.aside * press * build.aside * (1 + gaussian(random) * 0.03), up: reach.up * press * build.up, down: reach.down * press * build.down * (1 + gaussian(random) * 0.05), square: build.square,
  };
  const touch: Touch = {
    angleRad: gaussian(random) * 0.075, contact, stretch: 1 + gaussian(random) * 0.012, dragPx: between(random, 1.5, 3.5),
    moisture: gaussian(random) * 0.1, pressure: between(random, 0.9, 1.1),
  };
  if (flaw === 'dry') return { ...touch, moisture: -between(random, 0.75, 0.95), pressure: 0.7 };
  if (flaw === 'wet') return { ...touch, moisture: between(random, 0.62, 0.85), pressure: 1.2 };
  return flaw === 'small-contact' ? { ...touch, contact: smallContact(contact, random) } : touch;
}

/** Pads differ in build from finger to finger: broad, slim, pointed, blunt. */
function pad({ seed, finger }: MasterFinger): { readonly aside: number; readonly up: number; readonly down: number; readonly square: number } {
  const random = randomFrom(joinSeeds(seed, FINGERS.indexOf(finger) + 1, 0x9ad));
  return { aside: 1 + gaussian(random) * 0.04, up: 1 + gaussian(random) * 0.025, down: 1 + gaussian(random) * 0.07, square: between(random, 0.4, 0.9) };
}

/** Only the tip or one side of the pad touches. */
function smallContact(whole: Touch['contact'], random: Random): Touch['contact'] {
  const side = random() < 0.5 ? -1 : 1;
  if (random() < 0.6) return { x: whole.x + side * between(random, 0, 20), y: -between(random, 110, 135), aside: whole.aside * between(random, 0.55, 0.68), up: 88, down: between(random, 70, 95), square: whole.square };
  return { x: side * between(random, 72, 92), y: whole.y, aside: between(random, 56, 72), up: whole.up * 0.62, down: whole.down * 0.55, square: whole.square };
}

/**
 * How firmly a point of the finger touches: positive inside, about 1 well inside, negative outside; the tip is round,
 * the end towards the crease flatter.
 */
export function depthAt({ x, y, aside, up, down, square }: Touch['contact'], atX: number, atY: number): number {
  const u = (atX - x) / aside;
  const v = atY < y ? (atY - y) / up : (atY - y) / down;
  const squareness = atY < y ? square * 0.45 : square;
  if (u > 1 || u < -1 || v > 1) return -1;
  return (1 - u * u - v * v + squareness * u * u * v * v) * 3;
}
