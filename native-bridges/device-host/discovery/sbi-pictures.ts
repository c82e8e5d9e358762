import { decode as decodeJpeg } from 'jpeg-js';
import type { Raster } from '../../../drivers/contract/driver.ts';
import { decodeRecorded } from '../recorded-image.ts';

/** Codes of ISO/IEC 19794-4:2011, table "image compression algorithm". */
const ENDING: Readonly<Record<number, 'jpg' | 'png'>> = { 3: 'jpg', 5: 'png' };
const LIVE_MEMORY_MB = 64;

/** One picture of a live stream, undefined where it is none. */
export function decodeLiveJpeg(bytes: Uint8Array): Raster | undefined {
  try {
    const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxMemoryUsageInMB: LIVE_MEMORY_MB });
    return { widthPx: width, heightPx: height, channels: 4, pixels: Uint8Array.from(data) };
  } catch {
    return undefined;
  }
}

/** Pictures in finger records that the driver itself can't open; undefined for a compression nobody opens or a damaged picture. */
export function decodePicture(bytes: Uint8Array, compression: number): Raster | undefined {
  const ending = ENDING[compression];
  if (ending === undefined) return undefined;
  try {
    return decodeRecorded(bytes, `record.${ending}`, 1);
  } catch {
    return undefined;
  }
}
