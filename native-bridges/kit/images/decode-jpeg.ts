import { decode } from 'jpeg-js';
import type { DecodedImage } from './decode-png.ts';
import { MAX_SAMPLES_PER_BYTE, MAX_SIDE_PX } from './image-limits.ts';
import { jpegSize } from './jpeg-head.ts';

/** The decoder reckons what it takes itself; most of it is coefficients, four bytes a sample. */
const MAX_MEMORY_MB = 224;

/** Pixels of a baseline or progressive JPEG, four channels. Errors: throws for damage and for more than the limits; the caller names the file. */
export function decodeJpegPixels(bytes: Uint8Array, maxMemoryMb = MAX_MEMORY_MB): DecodedImage & { readonly channels: 4; readonly pixels: Uint8Array } {
  const size = jpegSize(bytes);
  // The header is read first so that a small file can't ask for much.
  if (size === undefined || size.widthPx > MAX_SIDE_PX || size.heightPx > MAX_SIDE_PX || size.widthPx * size.heightPx > bytes.length * MAX_SAMPLES_PER_BYTE) throw new RangeError('size');
  const { width, height, data } = decode(bytes, { useTArray: true, maxResolutionInMP: 16, maxMemoryUsageInMB: maxMemoryMb });
  return { widthPx: width, heightPx: height, channels: 4, pixels: data };
}
