import { fingerInk, type FingerInkRequest } from './finger-ink.ts';
import { between, gaussian } from './persona-random.ts';
import type { Platen } from './platen.ts';

/** What an earlier touch left on the glass: the same finger elsewhere, faint, and smudges of grease. */
export function layResidue(platen: Platen, { master, place, kind, random }: Omit<FingerInkRequest, 'flaw'>): void {
  const aside = (random() < 0.5 ? -1 : 1) * between(random, 25, 70);
  const earlier = fingerInk({ master, place: { x: place.x + aside, y: place.y + gaussian(random) * 40, turnRad: place.turnRad + gaussian(random) * 0.3 }, kind, flaw: undefined, random });
  platen.lay(earlier.patch, between(random, 0.35, 0.6));
  for (let n = 0; n < 6; n++) platen.lay(smudge(place.x + gaussian(random) * 160, place.y + gaussian(random) * 190, between(random, 18, 55)), between(random, 0.2, 0.55));
}

function smudge(x: number, y: number, radiusPx: number): Parameters<Platen['lay']>[0] {
  const side = Math.ceil(radiusPx) * 2;
  const ink = new Float32Array(side * side);
  for (let at = 0; at < ink.length; at++) {
    const distance = Math.hypot((at % side) - side / 2, Math.floor(at / side) - side / 2) / radiusPx;
    ink[at] = Math.max(0, 1 - distance * distance);
  }
  return { left: Math.round(x) - side / 2, top: Math.round(y) - side / 2, widthPx: side, heightPx: side, ink };
}
