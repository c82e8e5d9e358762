import type { PenSample, Raster } from './driver.ts';

const WIDTH_PX = 600;
const PAPER = 255;
const INK = 20;

/** The live picture of a signature in the making: grey, 600 px wide, drawn stroke by stroke. */
export class InkSheet {
  readonly #scale: number;
  readonly #heightPx: number;
  readonly #pixels: Uint8Array<ArrayBuffer>;
  #last: PenSample | undefined;
  #changed = true;

  constructor(pad: { readonly widthPx: number; readonly heightPx: number }) {
    this.#scale = WIDTH_PX / pad.widthPx;
    this.#heightPx = Math.max(1, Math.round(pad.heightPx * this.#scale));
    this.#pixels = new Uint8Array(WIDTH_PX * this.#heightPx).fill(PAPER);
  }

  draw(sample: PenSample): void {
    if (sample.pressure > 0) this.#line(this.#last ?? sample, sample);
    this.#last = sample.pressure > 0 ? sample : undefined;
    this.#changed = true;
  }

  clear(): void {
    this.#pixels.fill(PAPER);
    this.#last = undefined;
    this.#changed = true;
  }

  /** A copy of the picture, undefined where nothing changed and nobody insists. */
  takeFrame(anyway: boolean): Raster | undefined {
    if (!this.#changed && !anyway) return undefined;
    this.#changed = false;
    return { widthPx: WIDTH_PX, heightPx: this.#heightPx, channels: 1, pixels: this.#pixels.slice() };
  }

  #line(from: PenSample, to: PenSample): void {
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * this.#scale));
    for (let n = 0; n <= steps; n++) {
      this.#dot(Math.round((from.x + ((to.x - from.x) * n) / steps) * this.#scale), Math.round((from.y + ((to.y - from.y) * n) / steps) * this.#scale));
    }
  }

  #dot(x: number, y: number): void {
    for (let dy = 0; dy < 2; dy++) {
      for (let dx = 0; dx < 2; dx++) {
        if (x + dx >= 0 && x + dx < WIDTH_PX && y + dy >= 0 && y + dy < this.#heightPx) this.#pixels[(y + dy) * WIDTH_PX + x + dx] = INK;
      }
    }
  }
}
