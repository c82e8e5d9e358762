import type { CodecError } from '../../../electron/core/biometrics/codec-error.ts';
import type { GrayImage } from '../../../electron/core/biometrics/image/gray-image.ts';
import { readPgm } from '../../../electron/core/biometrics/image/pgm.ts';
import { decodeWsq } from '../../../electron/core/biometrics/wsq/decode.ts';
import { err, ok, type Result } from '../../../electron/core/result/result.ts';
import { decodePngPixels, greyPixels } from './decode-png.ts';

/** Where neither file nor caller says anything else. */
const USUAL_PPI = 500;

/**
 * A grey image from a PNG, WSQ or PGM file; the first bytes say which.
 * @param ppi pixels per inch, whatever the file says; without it a WSQ comment is believed, else it is 500
 * Errors: `png.unreadable`, `wsq.*`, `pgm.*`.
 */
export function readGreyImage(bytes: Uint8Array, ppi?: number): Result<GrayImage, CodecError> {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return readPng(bytes, ppi ?? USUAL_PPI);
  if (bytes[0] !== 0xff || bytes[1] !== 0xa0) return readPgm(bytes, ppi ?? USUAL_PPI);
  const image = decodeWsq(bytes);
  return image.ok ? ok({ ...image.value, ppi: ppi ?? image.value.ppi }) : image;
}

function readPng(bytes: Uint8Array, ppi: number): Result<GrayImage, CodecError> {
  try {
    const image = decodePngPixels(bytes);
    return ok({ widthPx: image.widthPx, heightPx: image.heightPx, pixels: greyPixels(image), ppi });
  } catch (error) {
    return err({ code: 'png.unreadable', offsetBytes: 0, reason: error instanceof Error ? error.message : 'damaged' });
  }
}
