import type { Raster } from '../contract/driver.ts';

/** What the preview shows when, in milliseconds since the capture began. Hints are BSI TR-03121 live hints. */
export const livePhases = (holdMs = HOLD_MS) => [
  { hint: 'searching-fingers', fromMs: 0, untilMs: 400 },
  { hint: 'fingers-recognized', fromMs: 400, untilMs: DOWN_MS },
  { hint: 'keep-still', fromMs: DOWN_MS, untilMs: DOWN_MS + holdMs },
] as const;
const DOWN_MS = 800;
const HOLD_MS = 500;
/** Fingers go up as they came down, from here. */
export const LIFT_MS = 600;

const ARRIVE_MS = 150;
const SETTLED_MS = 750;
const EMPTY_PLATEN = 250;

/** The platen at one moment: fingers come down lightly from below and press until they are still. */
export function platenView(live: Raster, atMs: number): Raster {
  const { widthPx, heightPx, pixels } = live;
  const firm = Math.min(1, Math.max(0, (atMs - ARRIVE_MS) / (SETTLED_MS - ARRIVE_MS)));
  const dropPx = Math.round((1 - firm) ** 2 * heightPx * 0.16);
  const swayPx = Math.round(Math.sin(atMs / 130) * 3 * (1 - firm));
  const view = new Uint8Array(pixels.length).fill(EMPTY_PLATEN);
  if (firm === 0) return { ...live, pixels: view };
  // 8.8 fixed point keeps a frame well under a millisecond.
  const strength = Math.round(256 * (0.25 + 0.75 * firm));
  for (let y = dropPx; y < heightPx; y++) {
    const source = (y - dropPx) * widthPx;
    for (let x = Math.max(0, swayPx); x < widthPx + Math.min(0, swayPx); x++) {
      view[y * widthPx + x] = EMPTY_PLATEN - ((Math.max(0, EMPTY_PLATEN - pixels[source + x - swayPx]!) * strength) >> 8);
    }
  }
  return { ...live, pixels: view };
}
