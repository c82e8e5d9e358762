import { encode as encodeJpeg } from 'jpeg-js';
import { FINGERS, type Finger } from '../../electron/core/dossier/capture-slots.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { FingerprintArtist } from '../../drivers/personas/fingerprints.ts';
import type { SimulatedImage } from '../../drivers/sbi/simulator.ts';

const LIVE_QUALITY = 70;
const LIVE_FRAMES = 12;
const SHRINK = 4;
/** About 5:1: nothing that a matcher needs is lost. */
const BITS_PER_PIXEL = 2.25;

export type Glass = { readonly finger: (finger: Finger, attempt: number) => SimulatedImage; readonly jpeg: (frame: number) => Uint8Array };

/** The fingers of one synthetic person on the glass of a scanner. Drawn before the service starts, so that answers take no time. */
export function glassOf(persona: number): Glass {
  const artist = new FingerprintArtist();
  const none = new Set<Finger>();
  const images = new Map(FINGERS.map((finger) => [finger, pressed(artist.draw({ seed: persona, slot: finger, missing: none, attempt: 1 }))]));
  const slap = artist.draw({ seed: persona, slot: 'right-four', missing: none, attempt: 1 });
  const frames = Array.from({ length: LIVE_FRAMES }, (_, n) => liveFrame(slap, Math.round(3 * Math.sin((n / LIVE_FRAMES) * 2 * Math.PI))));
  return { finger: (finger) => images.get(finger)!, jpeg: (frame) => frames[frame % LIVE_FRAMES]! };
}

function pressed(raster: Raster): SimulatedImage {
  const wsq = encodeWsq({ widthPx: raster.widthPx, heightPx: raster.heightPx, pixels: raster.pixels, ppi: 500 }, { bitsPerPixel: BITS_PER_PIXEL });
  if (!wsq.ok) throw new Error(wsq.error.code);
  return { widthPx: raster.widthPx, heightPx: raster.heightPx, wsq: wsq.value };
}

/** The slap at a quarter of its size, moved sideways by `swayPx`. */
function liveFrame({ widthPx, heightPx, pixels }: Raster, swayPx: number): Uint8Array {
  const [width, height] = [Math.floor(widthPx / SHRINK), Math.floor(heightPx / SHRINK)];
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = Math.min(width - 1, Math.max(0, x - swayPx)) * SHRINK;
      data.fill(pixels[y * SHRINK * widthPx + from]!, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return encodeJpeg({ width, height, data }, LIVE_QUALITY).data;
}
