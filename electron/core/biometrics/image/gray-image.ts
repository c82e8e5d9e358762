/** 8-bit grey pixels, row-major, no padding, 0 = black. `ppi` is pixels per inch of the finger, the same both ways. */
export type GrayImage = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
  readonly ppi: number;
};

/**
 * Peak signal-to-noise ratio of two images of the same size, in dB; Infinity when they are equal.
 * Unit: peak is 255. Errors: throws `RangeError` when the sizes differ.
 */
export function peakSignalToNoiseDb(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError('images of different size');
  let squares = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    squares += difference * difference;
  }
  return squares === 0 ? Infinity : 10 * Math.log10((255 * 255 * a.length) / squares);
}
