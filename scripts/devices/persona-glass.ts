import { encode as encodeJpeg } from 'jpeg-js';
import { FINGERS, SLAPS, type Finger, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import type { Raster } from '../../drivers/contract/driver.ts';
import { FingerprintArtist } from '../../drivers/personas/fingerprints.ts';
import { LIVE_WIDTH_PX, fittedTo } from '../../native-bridges/device-host/raster-scale.ts';
import type { SimulatedImage } from '../../drivers/sbi/simulator.ts';

const LIVE_QUALITY = 70;
const LIVE_FRAMES = 12;
/** The fingers come down half a second after a stream began. */
const EMPTY_FRAMES = 8;
const EMPTY = 250;
const GLASS_PX = { widthPx: 1_600, heightPx: 1_500 } as const;
/** About 5:1: nothing that a matcher needs is lost. */
const BITS_PER_PIXEL = 2.25;

export type Glass = { readonly finger: (finger: Finger, attempt: number) => SimulatedImage; readonly jpeg: (frame: number, slap?: Slap) => Uint8Array };

/** The fingers of one synthetic person on the glass of a scanner. Drawn before the service starts, so that answers take no time. */
export function glassOf(persona: number): Glass {
  const artist = new FingerprintArtist();
  const none = new Set<Finger>();
  const images = new Map(FINGERS.map((finger) => [finger, pressed(artist.draw({ seed: persona, slot: finger, missing: none, attempt: 1 }))]));
  const frames = new Map(SLAPS.map((slap) => {
    const drawn = artist.draw({ seed: persona, slot: slap, missing: none, attempt: 1 });
    return [slap, Array.from({ length: LIVE_FRAMES }, (_, n) => liveFrame(drawn, Math.round(3 * Math.sin((n / LIVE_FRAMES) * 2 * Math.PI))))];
  }));
  const empty = liveFrame({ ...GLASS_PX, channels: 1, pixels: new Uint8Array(GLASS_PX.widthPx * GLASS_PX.heightPx).fill(EMPTY) }, 0);
  return { finger: (finger) => images.get(finger)!, jpeg: (frame, slap = 'right-four') => (frame < EMPTY_FRAMES ? empty : frames.get(slap)![frame % LIVE_FRAMES]!) };
}

function pressed(raster: Raster): SimulatedImage {
  const wsq = encodeWsq({ widthPx: raster.widthPx, heightPx: raster.heightPx, pixels: raster.pixels, ppi: 500 }, { bitsPerPixel: BITS_PER_PIXEL });
  if (!wsq.ok) throw new Error(wsq.error.code);
  return { widthPx: raster.widthPx, heightPx: raster.heightPx, wsq: wsq.value };
}

/** The glass at the size of a live picture, moved sideways by `swayPx`. */
function liveFrame(glass: Raster, swayPx: number): Uint8Array {
  const { widthPx, heightPx, pixels } = fittedTo(glass, LIVE_WIDTH_PX);
  const data = Buffer.alloc(widthPx * heightPx * 4, 255);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (y * widthPx + x) * 4;
      data.fill(pixels[y * widthPx + Math.min(widthPx - 1, Math.max(0, x - swayPx))]!, at, at + 3);
    }
  }
  return encodeJpeg({ width: widthPx, height: heightPx, data }, LIVE_QUALITY).data;
}
