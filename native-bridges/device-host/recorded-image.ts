import { decode as decodeJpeg } from 'jpeg-js';
import { convertIndexedToRgb, decode as decodePng } from 'fast-png';
import type { Raster } from '../../drivers/contract/driver.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { parsePgm } from './pgm.ts';

/** No scanner or camera here gives more; a larger file is a mistake or an attack on memory. */
export const MAX_SIDE_PX = 4_000;

/**
 * Pixels of a recorded image file, grey for prints and signatures, RGBA for portraits.
 *
 * Errors: `device.recorded-input-bad` with the file's name only; what the file holds never reaches a log.
 */
export function decodeRecorded(bytes: Uint8Array, file: string, channels: 1 | 4): Raster {
  const bad = (why: string, cause?: unknown): AppError => new AppError('device.recorded-input-bad', { file, why }, { cause });
  let decoded: Decoded;
  try {
    decoded = decode(bytes, file.slice(file.lastIndexOf('.') + 1).toLowerCase());
  } catch (error) {
    throw bad('unreadable', error);
  }
  const { widthPx, heightPx, pixels } = decoded;
  if (widthPx < 1 || heightPx < 1 || widthPx > MAX_SIDE_PX || heightPx > MAX_SIDE_PX) throw bad('size');
  if (pixels.length !== widthPx * heightPx * decoded.channels) throw bad('unreadable');
  return { widthPx, heightPx, channels, pixels: channels === 1 ? toGrey(decoded) : toRgba(decoded) };
}

type Decoded = { readonly widthPx: number; readonly heightPx: number; readonly channels: number; readonly pixels: ArrayLike<number> };

function decode(bytes: Uint8Array, ending: string): Decoded {
  if (ending === 'pgm') return parsePgm(bytes);
  if (ending === 'png') return decodePngPixels(bytes);
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: 16, maxMemoryUsageInMB: 256 });
  return { widthPx: width, heightPx: height, channels: 4, pixels: data };
}

function decodePngPixels(bytes: Uint8Array): Decoded {
  // The header is read first so that a small file can't ask for gigabytes.
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(16) > MAX_SIDE_PX || header.getUint32(20) > MAX_SIDE_PX) throw new RangeError('too large');
  const png = decodePng(bytes, { checkCrc: true });
  if (png.depth < 8 && png.palette === undefined) throw new RangeError('depth');
  const pixels: ArrayLike<number> = png.palette === undefined ? png.data : convertIndexedToRgb(png);
  const channels = pixels.length / (png.width * png.height);
  return { widthPx: png.width, heightPx: png.height, channels, pixels: png.depth === 16 ? Array.from(pixels, (v) => v >> 8) : pixels };
}

/** Rec. 601 luma, as scanners' own software uses it. */
function toGrey({ pixels, channels }: Decoded): Uint8Array<ArrayBuffer> {
  if (channels === 1) return Uint8Array.from(pixels);
  const grey = new Uint8Array(pixels.length / channels);
  for (let n = 0; n < grey.length; n++) {
    const at = n * channels;
    grey[n] = channels < 3 ? pixels[at]! : Math.round(0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!);
  }
  return grey;
}

function toRgba({ pixels, channels }: Decoded): Uint8Array<ArrayBuffer> {
  if (channels === 4) return Uint8Array.from(pixels);
  const count = pixels.length / channels;
  const rgba = new Uint8Array(count * 4).fill(255);
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < 3; c++) rgba[n * 4 + c] = pixels[n * channels + (channels < 3 ? 0 : c)]!;
  }
  return rgba;
}
