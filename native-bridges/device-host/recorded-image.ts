import type { Raster } from '../../drivers/contract/driver.ts';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import type { GrayImage } from '../../electron/core/biometrics/image/gray-image.ts';
import { readPgm } from '../../electron/core/biometrics/image/pgm.ts';
import { decodeWsq } from '../../electron/core/biometrics/wsq/decode.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { Result } from '../../electron/core/result/result.ts';
import { decodeJpegPixels } from '../kit/images/decode-jpeg.ts';
import { decodePngPixels, greyPixels, type DecodedImage } from '../kit/images/decode-png.ts';
import { MAX_SIDE_PX } from '../kit/images/image-limits.ts';
import { rgbaPixels } from '../kit/images/read-rgba-image.ts';

export type RecordedFormat = 'pgm' | 'png' | 'wsq' | 'jpg' | 'raw';

/** An encoded image and where it is from. Width and height are only needed for `raw`: 8-bit grey pixels. */
export type RecordedImage = { readonly file: string; readonly format: RecordedFormat; readonly widthPx: number; readonly heightPx: number; readonly bytes: Uint8Array };

/** Of no account here: what comes out is pixels. */
const USUAL_PPI = 500;

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
  return { widthPx, heightPx, channels, pixels: channels === 1 ? greyPixels(decoded) : rgbaPixels(decoded) };
}

function decode({ format, bytes, widthPx, heightPx }: RecordedImage): DecodedImage {
  switch (format) {
    case 'raw': return { widthPx, heightPx, channels: 1, pixels: bytes };
    case 'pgm': return decodeGrey(readPgm(bytes, USUAL_PPI));
    case 'png': return decodePngPixels(bytes);
    case 'wsq': return decodeGrey(decodeWsq(bytes));
    case 'jpg': return decodeJpegPixels(bytes);
  }
}

function decodeGrey(image: Result<GrayImage, CodecError>): DecodedImage {
  if (!image.ok) throw new RangeError(image.error.code);
  return { ...image.value, channels: 1 };
}
