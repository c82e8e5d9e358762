import type { GrayImage } from '../image/gray-image.ts';

/** Pixels per inch that all print analysis is tuned for. */
export const WORKING_PPI = 500;
/** Below this a ridge is less than two pixels wide. */
const LEAST_LIVE_PPI = 120;

/**
 * Half the width and height, each pixel the mean of four; an odd last row or column is dropped.
 * Ridges (about 9 px apart at 500 ppi) stay far from the sampling limit, and everything after costs a quarter.
 */
export function halve(image: GrayImage): GrayImage {
  const widthPx = image.widthPx >> 1;
  const heightPx = image.heightPx >> 1;
  const from = image.pixels;
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    let upper = 2 * y * image.widthPx;
    let lower = upper + image.widthPx;
    for (let at = y * widthPx, end = at + widthPx; at < end; at++, upper += 2, lower += 2) {
      pixels[at] = (from[upper]! + from[upper + 1]! + from[lower]! + from[lower + 1]! + 2) >> 2;
    }
  }
  return { widthPx, heightPx, pixels, ppi: image.ppi / 2 };
}

/**
 * The image at 500 ppi. 500 stays as it is (also 499..501: 19.69 px/mm rounds there); 1000 is halved;
 * anything else is sampled bilinearly, which is good enough to look at, not to store.
 * Errors: throws `RangeError` below 250 ppi or above 2000: no print can be judged there.
 */
export function atWorkingPpi(image: GrayImage): GrayImage {
  if (!(image.ppi >= 250 && image.ppi <= 2000)) throw new RangeError('print resolution outside 250..2000 ppi');
  if (Math.abs(image.ppi - WORKING_PPI) <= 1) return image;
  if (image.ppi >= 2 * WORKING_PPI) return atWorkingPpi(halve(image));
  return resample(image, WORKING_PPI / image.ppi);
}

/** The image at 250 ppi, where most of the analysis works; one that has about that is taken as it is. Errors: as `atWorkingPpi`. */
export const atHalfPpi = (image: GrayImage): GrayImage => (Math.abs(image.ppi - WORKING_PPI / 2) <= 1 ? image : halve(atWorkingPpi(image)));

/**
 * A live frame of a scanner at 250 ppi, however coarse it is: ridges of 200 ppi can still be told, finer detail is gone.
 * Errors: throws `RangeError` below 120 ppi or above 2000.
 */
export function liveAtHalfPpi(frame: GrayImage): GrayImage {
  if (!(frame.ppi >= LEAST_LIVE_PPI && frame.ppi <= 2000)) throw new RangeError('live resolution outside 120..2000 ppi');
  return frame.ppi >= WORKING_PPI ? atHalfPpi(frame) : { ...resample(frame, WORKING_PPI / 2 / frame.ppi), ppi: WORKING_PPI / 2 };
}

function resample(image: GrayImage, scale: number): GrayImage {
  const widthPx = Math.max(1, Math.floor(image.widthPx * scale));
  const heightPx = Math.max(1, Math.floor(image.heightPx * scale));
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const v = Math.max(0, Math.min((y + 0.5) / scale - 0.5, image.heightPx - 1));
    const top = Math.min(Math.floor(v), Math.max(0, image.heightPx - 2));
    const down = image.heightPx > 1 ? image.widthPx : 0;
    for (let x = 0; x < widthPx; x++) {
      const u = Math.max(0, Math.min((x + 0.5) / scale - 0.5, image.widthPx - 1));
      const left = Math.min(Math.floor(u), Math.max(0, image.widthPx - 2));
      const right = image.widthPx > 1 ? 1 : 0;
      const at = top * image.widthPx + left;
      const upper = image.pixels[at]! * (1 - (u - left)) + image.pixels[at + right]! * (u - left);
      const lower = image.pixels[at + down]! * (1 - (u - left)) + image.pixels[at + down + right]! * (u - left);
      pixels[y * widthPx + x] = Math.round(upper + (lower - upper) * (v - top));
    }
  }
  return { widthPx, heightPx, pixels, ppi: WORKING_PPI };
}
