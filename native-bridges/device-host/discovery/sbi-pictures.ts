import { decodeWsq } from '../../../electron/core/biometrics/wsq/decode.ts';
import type { Raster } from '../../../drivers/contract/driver.ts';
import { decodeJpegPixels } from '../../kit/images/decode-jpeg.ts';
import { decodeJpeg2000 } from '../../kit/jpeg2000/decode.ts';
import { LIVE_WIDTH_PX, fittedTo } from '../raster-scale.ts';
import { decodeRecorded, formatNamed } from '../recorded-image.ts';

/** Both run in the image worker: a slap of four pictures would hold the host's loop up. */

/** Codes of ISO/IEC 19794-4:2011, table "image compression algorithm". */
const WSQ = 2;
const JPEG = 3;
const JPEG_2000_LOSSY = 4;
const JPEG_2000_LOSSLESS = 5;
const PNG = 6;
const LIVE_MEMORY_MB = 64;

/** One picture of a live stream as it is shown and looked at: grey, no wider than 640 px. Undefined where it is none. */
export function decodeLiveJpeg(bytes: Uint8Array): Raster | undefined {
  try {
    const { widthPx, heightPx, pixels } = decodeJpegPixels(bytes, LIVE_MEMORY_MB);
    return fittedTo({ widthPx, heightPx, channels: 1, pixels: greyOf(pixels) }, LIVE_WIDTH_PX);
  } catch {
    return undefined;
  }
}

/** ITU-R BT.601 luma, in 256ths. */
const [RED, GREEN, BLUE] = [77, 150, 29] as const;

function greyOf(rgba: Uint8Array): Uint8Array<ArrayBuffer> {
  const grey = new Uint8Array(rgba.length / 4);
  for (let n = 0; n < grey.length; n++) grey[n] = (rgba[n * 4]! * RED + rgba[n * 4 + 1]! * GREEN + rgba[n * 4 + 2]! * BLUE) >> 8;
  return grey;
}

/** Pictures in finger records; undefined for a compression nobody opens. */
export async function decodePicture(bytes: Uint8Array, compression: number): Promise<Raster | 'damaged' | undefined> {
  switch (compression) {
    case WSQ: {
      const image = decodeWsq(bytes);
      return image.ok ? { widthPx: image.value.widthPx, heightPx: image.value.heightPx, channels: 1, pixels: Uint8Array.from(image.value.pixels) } : 'damaged';
    }
    case JPEG: return recorded(bytes, 'record.jpg');
    case PNG: return recorded(bytes, 'record.png');
    case JPEG_2000_LOSSY:
    case JPEG_2000_LOSSLESS: {
      const image = await decodeJpeg2000(bytes);
      if (!image.ok || image.value.channels !== 1) return 'damaged';
      const { widthPx, heightPx, pixels } = image.value;
      return { widthPx, heightPx, channels: 1, pixels: Uint8Array.from(pixels) };
    }
    default: return undefined;
  }
}

function recorded(bytes: Uint8Array, name: string): Raster | 'damaged' {
  try {
    return decodeRecorded({ file: name, format: formatNamed(name), widthPx: 0, heightPx: 0, bytes }, 1);
  } catch {
    return 'damaged';
  }
}
