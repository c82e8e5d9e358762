import { decode as decodeJpeg } from 'jpeg-js';
import type { Raster } from '../../drivers/contract/driver.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { decodePngPixels, greyPixels, MAX_SIDE_PX, type DecodedImage } from '../kit/images/decode-png.ts';
import { parsePgm } from './pgm.ts';

export type RecordedFormat = 'pgm' | 'png' | 'wsq' | 'jpg' | 'raw';

/** An encoded image and where it is from. Width and height are only needed for `raw`: 8-bit grey pixels. */
export type RecordedImage = { readonly file: string; readonly format: RecordedFormat; readonly widthPx: number; readonly heightPx: number; readonly bytes: Uint8Array };

/** By the ending of a file's name. */
export const formatNamed = (file: string): RecordedFormat => {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return ending === 'pgm' || ending === 'png' || ending === 'wsq' ? ending : 'jpg';
};

/**
 * Pixels of a recorded image, grey for prints and signatures, RGBA for portraits.
 *
 * Errors: `device.recorded-input-bad` with the file's name only; what the file holds never reaches a log.
 */
export function decodeRecorded(image: RecordedImage, channels: 1 | 4): Raster {
  const bad = (why: string, cause?: unknown): AppError => new AppError('device.recorded-input-bad', { file: image.file, why }, { cause });
  let decoded: DecodedImage;
  try {
    decoded = decode(image);
  } catch (error) {
    throw bad('unreadable', error);
  }
  const { widthPx, heightPx, pixels } = decoded;
  if (widthPx < 1 || heightPx < 1 || widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX) throw bad('size');
  if (pixels.length !== widthPx * heightPx * decoded.channels) throw bad('unreadable');
  return { widthPx, heightPx, channels, pixels: channels === 1 ? greyPixels(decoded) : toRgba(decoded) };
}

function decode({ format, bytes, widthPx, heightPx }: RecordedImage): DecodedImage {
  switch (format) {
    case 'raw': return { widthPx, heightPx, channels: 1, pixels: bytes };
    case 'pgm': return parsePgm(bytes);
    case 'png': return decodePngPixels(bytes);
    case 'wsq': return decodePrint(bytes);
    case 'jpg': {
      const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: 16, maxMemoryUsageInMB: 256 });
      return { widthPx: width, heightPx: height, channels: 4, pixels: data };
    }
  }
}

function decodePrint(bytes: Uint8Array): DecodedImage {
  const image = decodeWsq(bytes);
  if (!image.ok) throw new RangeError(image.error.code);
  return { ...image.value, channels: 1 };
}

function toRgba({ pixels, channels }: DecodedImage): Uint8Array<ArrayBuffer> {
  if (channels === 4) return Uint8Array.from(pixels);
  const count = pixels.length / channels;
  const rgba = new Uint8Array(count * 4).fill(255);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < 3; c++) rgba[n * 4 + c] = pixels[n * channels + (channels < 3 ? 0 : c)]!;
  }
  return rgba;
}
