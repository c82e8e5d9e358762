import { decode } from 'jpeg-js';
import type { DecodedImage } from './decode-png.ts';

/** Larger than any camera here; what asks for more is a mistake or an attack on memory. */
const LIMITS = { maxResolutionInMP: 16, maxMemoryUsageInMB: 256 } as const;

/** Pixels of a baseline or progressive JPEG, four channels. Errors: throws for damage and for more than the limits; the caller names the file. */
export function decodeJpegPixels(bytes: Uint8Array): DecodedImage & { readonly channels: 4; readonly pixels: Uint8Array } {
  const { width, height, data } = decode(bytes, { useTArray: true, ...LIMITS });
  return { widthPx: width, heightPx: height, channels: 4, pixels: data };
}
