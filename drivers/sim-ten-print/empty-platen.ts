import type { Raster } from '../contract/driver.ts';
import type { Fault } from '../contract/simulation.ts';

const WIDTH_PX = 640;
const HEIGHT_PX = 600;
const LEVEL = 250;
/** Peak sensor noise, grey levels. */
const NOISE = 3;
const DEAD_PIXELS = 24;
/** What a hand leaves behind: an ellipse of faint ridges, in pixels and grey levels. */
const SMEAR = { x: 230, y: 320, halfWidth: 120, halfHeight: 80, periodPx: 9, depth: 26 } as const;

/** The live picture of a platen that nobody touches: bright and a little noisy; greasy or with dead pixels by fault. `seq` seeds the noise. */
export function emptyPlatenView(seq: number, fault: Fault): Raster {
  const pixels = new Uint8Array(WIDTH_PX * HEIGHT_PX);
  let random = (seq + 1) * 2_654_435_761;
  for (let n = 0; n < pixels.length; n++) {
    // Marsaglia's xorshift, 32 bit: enough for noise that has to look like none in particular.
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    pixels[n] = LEVEL - (random >>> 16) % (NOISE + 1);
  }
  if (fault === 'residue') smear(pixels);
  if (fault === 'dead-pixels') for (let n = 1; n <= DEAD_PIXELS; n++) pixels[((n * 7_919) % (HEIGHT_PX - 2) + 1) * WIDTH_PX + ((n * 104_729) % (WIDTH_PX - 2)) + 1] = 0;
  return { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, channels: 1, pixels };
}

function smear(pixels: Uint8Array): void {
  for (let y = SMEAR.y - SMEAR.halfHeight; y < SMEAR.y + SMEAR.halfHeight; y++) {
    for (let x = SMEAR.x - SMEAR.halfWidth; x < SMEAR.x + SMEAR.halfWidth; x++) {
      if (((x - SMEAR.x) / SMEAR.halfWidth) ** 2 + ((y - SMEAR.y) / SMEAR.halfHeight) ** 2 > 1) continue;
      const ridge = (1 + Math.sin(((x * 0.6 + y) * 2 * Math.PI) / SMEAR.periodPx)) / 2;
      pixels[y * WIDTH_PX + x] = Math.max(0, pixels[y * WIDTH_PX + x]! - Math.round(SMEAR.depth * ridge));
    }
  }
}
