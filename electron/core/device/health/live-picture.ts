/** A live picture as health measures see it: 8 bit, row-major, no padding; 1 channel = grey, 4 = RGBA. */
export type LivePicture = { readonly widthPx: number; readonly heightPx: number; readonly channels: 1 | 4; readonly pixels: Uint8Array };

/** Mean grey of equally large pictures, pixel by pixel: what stays after the noise of single frames is gone. `undefined` for none. */
export function meanGrey(pictures: readonly LivePicture[]): { readonly widthPx: number; readonly heightPx: number; readonly grey: Float32Array } | undefined {
  const first = pictures[0];
  if (first === undefined) return undefined;
  const { widthPx, heightPx } = first;
  const same = pictures.filter((one) => one.widthPx === widthPx && one.heightPx === heightPx && one.pixels.length === widthPx * heightPx * one.channels);
  if (same.length === 0 || widthPx * heightPx === 0) return undefined;
  const grey = new Float32Array(widthPx * heightPx);
  for (const { pixels, channels } of same) {
    for (let n = 0; n < grey.length; n++) grey[n]! += channels === 1 ? pixels[n]! : lumaAt(pixels, n * 4);
  }
  for (let n = 0; n < grey.length; n++) grey[n]! /= same.length;
  return { widthPx, heightPx, grey };
}

/** ITU-R BT.601 luma. */
const lumaAt = (pixels: Uint8Array, at: number): number => 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
