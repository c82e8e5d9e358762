import type { Raster } from '../contract/driver.ts';
import type { InkPatch } from './ink-patch.ts';
import { between, type Random } from './persona-random.ts';

/** Grey of clean glass and how unevenly it is lit, levels of 255. */
const CLEAN = 247;
const VIGNETTE = 5;
/** Noise is drawn once for so many pixels; each row begins at another place of it. */
const NOISE_PX = 32_768;

/** The glass of a scanner while a picture is taken. Ink of all fingers gathers on it and is read out as an image once. */
export class Platen {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly #ink: Float32Array;

  constructor(size: { readonly widthPx: number; readonly heightPx: number }) {
    this.widthPx = size.widthPx;
    this.heightPx = size.heightPx;
    this.#ink = new Float32Array(size.widthPx * size.heightPx);
  }

  /** Lays ink down; where two prints meet the darker stays. */
  lay({ left, top, widthPx, heightPx, ink }: InkPatch, strength = 1): void {
    const [fromX, toX] = [Math.max(0, -left), Math.min(widthPx, this.widthPx - left)];
    for (let y = Math.max(0, -top); y < Math.min(heightPx, this.heightPx - top); y++) {
      const to = (top + y) * this.widthPx + left;
      for (let x = fromX; x < toX; x++) {
        const value = ink[y * widthPx + x]! * strength;
        if (value > this.#ink[to + x]!) this.#ink[to + x] = value;
      }
    }
  }

  /** 8-bit grey: ridges 60 to 100, glass about 245, the sensor's noise upon both. */
  read(random: Random): Raster {
    const black = between(random, 62, 96);
    const { widthPx, heightPx } = this;
    const faint = Float32Array.from({ length: NOISE_PX }, () => 0.5 - random() * 1.6);
    const strong = Float32Array.from({ length: NOISE_PX }, () => 0.5 + (random() + random() - 1) * 8);
    const pixels = new Uint8Array(widthPx * heightPx);
    for (let y = 0, at = 0; y < heightPx; y++) {
      const lit = CLEAN - VIGNETTE * (2 * (y / heightPx) - 1) ** 2;
      let n = Math.floor(random() * (NOISE_PX - widthPx));
      for (const end = at + widthPx; at < end; at++, n++) {
        const ink = this.#ink[at]!;
        pixels[at] = ink === 0 ? lit + faint[n]! : lit - ink * (lit - black) + strong[n]!;
      }
    }
    return { widthPx, heightPx, channels: 1, pixels };
  }
}
