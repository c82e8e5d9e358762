import type { RgbaImage } from '../../../electron/core/biometrics/face/rgba-image.ts';
import { decodeJpegPixels } from './decode-jpeg.ts';
import { decodePngPixels, type DecodedImage } from './decode-png.ts';

/** A colour image from a JPEG or PNG file; the first bytes say which. Undefined for anything else and for damage. */
export function readRgbaImage(bytes: Uint8Array): RgbaImage | undefined {
  try {
    const image = bytes[0] === 0xff ? decodeJpegPixels(bytes) : decodePngPixels(bytes);
    return { widthPx: image.widthPx, heightPx: image.heightPx, pixels: rgbaPixels(image) };
  } catch {
    return undefined;
  }
}

/** Four bytes a pixel; what is grey stays grey. */
export function rgbaPixels({ pixels, channels }: DecodedImage): Uint8Array<ArrayBuffer> {
  if (channels === 4) return Uint8Array.from(pixels);
  const count = pixels.length / channels;
  const rgba = new Uint8Array(count * 4).fill(255);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < 3; c++) rgba[n * 4 + c] = pixels[n * channels + (channels < 3 ? 0 : c)]!;
  }
  return rgba;
}
