import { decode as decodeJpeg } from 'jpeg-js';
import type { Raster } from '../../drivers/contract/driver.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { decodePngPixels, greyPixels, MAX_SIDE_PX, type DecodedImage } from '../kit/images/decode-png.ts';
import { parsePgm } from './pgm.ts';

/**
 * Pixels of a recorded image file, grey for prints and signatures, RGBA for portraits.
 *
 * Errors: `device.recorded-input-bad` with the file's name only; what the file holds never reaches a log.
 */
export function decodeRecorded(bytes: Uint8Array, file: string, channels: 1 | 4): Raster {
  const bad = (why: string, cause?: unknown): AppError => new AppError('device.recorded-input-bad', { file, why }, { cause });
  let decoded: DecodedImage;
  try {
    decoded = decode(bytes, file.slice(file.lastIndexOf('.') + 1).toLowerCase());
  } catch (error) {
    throw bad('unreadable', error);
  }
  const { widthPx, heightPx, pixels } = decoded;
  if (widthPx < 1 || heightPx < 1 || widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX) throw bad('size');
  if (pixels.length !== widthPx * heightPx * decoded.channels) throw bad('unreadable');
  return { widthPx, heightPx, channels, pixels: channels === 1 ? greyPixels(decoded) : toRgba(decoded) };
}

function decode(bytes: Uint8Array, ending: string): DecodedImage {
  if (ending === 'pgm') return parsePgm(bytes);
  if (ending === 'png') return decodePngPixels(bytes);
  if (ending === 'wsq') return decodePrint(bytes);
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: 16, maxMemoryUsageInMB: 256 });
  return { widthPx: width, heightPx: height, channels: 4, pixels: data };
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
