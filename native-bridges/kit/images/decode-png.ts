import { convertIndexedToRgb, decode } from 'fast-png';

/** No scanner or camera here gives more pixels a side; a larger file is a mistake or an attack on memory. */
export const MAX_SIDE_PX = 4_000;

/** 8-bit samples, row-major, `channels` of them a pixel. */
export type DecodedImage = { readonly widthPx: number; readonly heightPx: number; readonly channels: number; readonly pixels: ArrayLike<number> };

const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/**
 * Pixels of a PNG of 8 or 16 bits a sample, or with a palette; of 16 bits the upper byte is kept.
 * Errors: throws for damage, other depths and more than `MAX_SIDE_PX` a side; the caller names the file.
 */
export function decodePngPixels(bytes: Uint8Array): DecodedImage {
  // The header is read first so that a small file can't ask for gigabytes.
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(WIDTH_AT) > MAX_SIDE_PX || header.getUint32(HEIGHT_AT) > MAX_SIDE_PX) throw new RangeError('too large');
  const png = decode(bytes, { checkCrc: true });
  if (png.depth < 8 && png.palette === undefined) throw new RangeError('depth');
  const pixels: ArrayLike<number> = png.palette === undefined ? png.data : convertIndexedToRgb(png);
  const channels = pixels.length / (png.width * png.height);
  return { widthPx: png.width, heightPx: png.height, channels, pixels: png.depth === 16 ? Array.from(pixels, (v) => v >> 8) : pixels };
}

/** Rec. 601 luma, as scanners' own software uses it; an alpha channel is left out. */
export function greyPixels({ pixels, channels }: DecodedImage): Uint8Array<ArrayBuffer> {
  if (channels === 1) return Uint8Array.from(pixels);
  const grey = new Uint8Array(pixels.length / channels);
  for (let n = 0; n < grey.length; n++) {
    const at = n * channels;
    grey[n] = channels < 3 ? pixels[at]! : Math.round(0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!);
  }
  return grey;
}
