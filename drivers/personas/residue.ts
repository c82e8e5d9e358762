import { fingerInk, type FingerInkRequest, type Place } from './finger-ink.ts';
import type { InkPatch } from './ink-patch.ts';
import { between, gaussian, smoothNoise, type Random } from './persona-random.ts';
import type { Platen } from './platen.ts';

/** What an earlier touch left on the glass: the same finger, turned, nearly as strong as the new print, in a film of grease. */
export function layResidue(platen: Platen, { master, place, kind, random }: Omit<FingerInkRequest, 'flaw'>): void {
  const side = (): number => (random() < 0.5 ? -1 : 1);
  const before: Place = { x: place.x + side() * between(random, 10, 40), y: place.y + gaussian(random) * 25, turnRad: place.turnRad + side() * between(random, 0.35, 0.6) };
  platen.lay(fingerInk({ master, place: before, kind, flaw: undefined, random }).patch, between(random, 0.85, 1));
  platen.lay(grease(place, random), between(random, 0.72, 0.88));
}

/** As wide as a finger, in clouds. */
function grease({ x, y }: Place, random: Random): InkPatch {
  const [widthPx, heightPx] = [440, 540];
  const clouds = smoothNoise(random, widthPx, heightPx, 75);
  const wisps = smoothNoise(random, widthPx, heightPx, 22);
  const ink = clouds.map((cloud, at) => {
    const u = (at % widthPx) / widthPx - 0.5;
    const v = Math.floor(at / widthPx) / heightPx - 0.5;
    return Math.max(0, Math.min(1, 0.7 + cloud + 0.35 * wisps[at]!)) * Math.max(0, 1 - 4 * (u * u + v * v));
  });
  return { left: Math.round(x - widthPx / 2), top: Math.round(y - heightPx / 2), widthPx, heightPx, ink };
}
