import { FINGERS, expectedFingers, type Finger, type FingerprintSlot } from '../../electron/core/dossier/capture-slots.ts';
import type { Raster } from '../contract/driver.ts';
import { TIP_HEIGHT_PX, TIP_WIDTH_PX, drawFingertip } from './fingertip.ts';
import { between, joinSeeds, randomFrom, type Random } from './persona-random.ts';

/** Platen of a four-finger scanner: 81 × 76 mm at 500 ppi. */
const SLAP = { widthPx: 1600, heightPx: 1500 };
/** Image of one finger placed alone. */
const SINGLE = { widthPx: 800, heightPx: 750 };

export type PrintRequest = { readonly seed: number; readonly slot: FingerprintSlot; readonly missing: ReadonlySet<Finger>; readonly attempt: number };
type Place = { readonly finger: Finger; readonly centreX: number; readonly centreY: number; readonly scale: number; readonly tiltRad: number };

/** Heights of the tips above the common line, px at 500 ppi: the middle finger reaches highest. */
const REACH: Readonly<Record<string, number>> = { index: 40, middle: 175, ring: 110, little: -150, thumb: 0 };
const SIZE: Readonly<Record<string, number>> = { index: 1, middle: 1.04, ring: 1, little: 0.84, thumb: 1.28 };

const CACHED_TIPS = 24;

/** Draws what a ten-print scanner would see of a synthetic person. Keeps the tips drawn last, since slots and attempts repeat them. */
export class FingerprintArtist {
  readonly #tips = new Map<number, Raster>();

  draw(request: PrintRequest): Raster {
    const size = isAlone(request.slot) ? SINGLE : SLAP;
    const pixels = new Uint8Array(size.widthPx * size.heightPx).fill(255);
    const canvas: Raster = { ...size, channels: 1, pixels };
    const random = randomFrom(joinSeeds(request.seed, request.attempt, FINGERS.length));
    for (const place of placesOf(request, size, random)) stamp(canvas, this.#tip(request.seed, place.finger), place);
    return canvas;
  }

  /** Draws one tip ahead of time. */
  prepare(seed: number, finger: Finger): void {
    this.#tip(seed, finger);
  }

  #tip(seed: number, finger: Finger): Raster {
    const key = joinSeeds(seed, FINGERS.indexOf(finger) + 1);
    const tip = this.#tips.get(key) ?? drawFingertip(key);
    this.#tips.delete(key);
    this.#tips.set(key, tip);
    for (const oldest of this.#tips.keys()) {
      if (this.#tips.size <= CACHED_TIPS) break;
      this.#tips.delete(oldest);
    }
    return tip;
  }
}

const isAlone = (slot: FingerprintSlot): boolean => slot !== 'right-four' && slot !== 'left-four' && slot !== 'thumbs';

function placesOf(request: PrintRequest, size: { widthPx: number; heightPx: number }, random: Random): readonly Place[] {
  const all = expectedFingers(request.slot, new Set());
  // Seen from below through the glass and mirrored by the scanner: right hand runs index → little, left hand little → index.
  const leftToRight = request.slot === 'left-four' || request.slot === 'thumbs' ? [...all].reverse() : all;
  const pitch = size.widthPx / (leftToRight.length + (leftToRight.length > 2 ? 0.12 : 0));
  const lean = between(random, -0.03, 0.03);
  const places = leftToRight.map((finger, n): Place => {
    const name = finger.slice(finger.indexOf('-') + 1);
    const middle = (leftToRight.length - 1) / 2;
    const offset = leftToRight.length === 1 ? 0 : (REACH[name] ?? 0);
    return {
      finger,
      centreX: size.widthPx / 2 + (n - middle) * pitch * 0.97 + between(random, -9, 9),
      centreY: size.heightPx / 2 + 20 - offset + between(random, -12, 12),
      scale: SIZE[name] ?? 1,
      tiltRad: (n - middle) * 0.055 + lean + between(random, -0.025, 0.025),
    };
  });
  return places.filter((place) => !request.missing.has(place.finger));
}

/** Lays a tip on the platen, turned and scaled, the darker of both winning where they touch. */
function stamp(canvas: Raster, tip: Raster, { centreX, centreY, scale, tiltRad }: Place): void {
  const reach = Math.ceil((Math.hypot(TIP_WIDTH_PX, TIP_HEIGHT_PX) / 2) * scale);
  const cos = Math.cos(tiltRad) / scale;
  const sin = Math.sin(tiltRad) / scale;
  for (let y = Math.max(0, Math.floor(centreY - reach)); y < Math.min(canvas.heightPx, centreY + reach); y++) {
    for (let x = Math.max(0, Math.floor(centreX - reach)); x < Math.min(canvas.widthPx, centreX + reach); x++) {
      const u = (x - centreX) * cos + (y - centreY) * sin + TIP_WIDTH_PX / 2;
      const v = -(x - centreX) * sin + (y - centreY) * cos + TIP_HEIGHT_PX / 2;
      if (u < 0 || v < 0 || u >= TIP_WIDTH_PX - 1 || v >= TIP_HEIGHT_PX - 1) continue;
      const at = y * canvas.widthPx + x;
      canvas.pixels[at] = Math.min(canvas.pixels[at]!, blend(tip.pixels, u, v));
    }
  }
}

function blend(pixels: Uint8Array, u: number, v: number): number {
  const at = Math.floor(v) * TIP_WIDTH_PX + Math.floor(u);
  const fx = u - Math.floor(u);
  const fy = v - Math.floor(v);
  const upper = pixels[at]! + (pixels[at + 1]! - pixels[at]!) * fx;
  const lower = pixels[at + TIP_WIDTH_PX]! + (pixels[at + TIP_WIDTH_PX + 1]! - pixels[at + TIP_WIDTH_PX]!) * fx;
  return upper + (lower - upper) * fy;
}
