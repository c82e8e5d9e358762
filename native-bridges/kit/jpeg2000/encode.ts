import { JP2_OVERHEAD_BYTES, wrapJp2, type J2kImage } from '../../../electron/core/biometrics/jpeg2000/jp2-file.ts';
import type { CodecError } from '../../../electron/core/biometrics/codec-error.ts';
import { err, ok, type Result } from '../../../electron/core/result/result.ts';
import { forgetOpenJpeg, openJpeg } from './openjpeg.ts';

/** `lossless`, or the most bytes the whole file may take. */
export type J2kTarget = 'lossless' | { readonly maxBytes: number };

const DECOMPOSITIONS = 5;
/** The rate control lands within a percent of what it is asked for; each further try asks for a little less. */
const TRIES = 4;
const TIGHTEN = 1.02;

/**
 * A JP2 file of an 8-bit grey or RGB image, irreversible 9/7 with one quality layer, or reversible when `lossless`.
 *
 * Unit:   `maxBytes` counts the whole file with its boxes; the largest file below it is made.
 * Errors: `jp2.unsupported` for pixels that don't match the size, `jp2.too-large` when no rate fits `maxBytes`,
 *         `jp2.bad-data` for a fault inside the encoder.
 * Source: ISO/IEC 15444-1; the chip's portrait is 622×800 of at most 17 kB (BSI TR-03121-3 Vol. 2).
 */
export async function encodeJpeg2000(image: J2kImage, target: J2kTarget): Promise<Result<Uint8Array<ArrayBuffer>, CodecError>> {
  const rawBytes = image.widthPx * image.heightPx * image.channels;
  if (rawBytes === 0 || image.pixels.length !== rawBytes) return fault('jp2.unsupported', 'pixels do not match the size');
  if (target === 'lossless') {
    const codestream = await encodeOnce(image, undefined);
    return codestream === undefined ? fault('jp2.bad-data', 'encoder') : ok(wrapJp2(codestream, image));
  }
  const roomBytes = target.maxBytes - JP2_OVERHEAD_BYTES;
  if (roomBytes <= 0) return fault('jp2.too-large', 'no room for an image');
  let ratio = Math.max(1, rawBytes / roomBytes);
  for (let n = 0; n < TRIES; n++) {
    const codestream = await encodeOnce(image, ratio);
    if (codestream === undefined) return fault('jp2.bad-data', 'encoder');
    if (codestream.length <= roomBytes) return ok(wrapJp2(codestream, image));
    ratio *= (codestream.length / roomBytes) * TIGHTEN;
  }
  return fault('jp2.too-large', `does not fit ${target.maxBytes} bytes`);
}

async function encodeOnce(image: J2kImage, ratio: number | undefined): Promise<Uint8Array | undefined> {
  const { J2KEncoder } = await openJpeg();
  try {
    const encoder = new J2KEncoder();
    const { widthPx: width, heightPx: height, channels: componentCount } = image;
    encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount, isSigned: false }).set(image.pixels);
    encoder.setDecompositions(DECOMPOSITIONS);
    encoder.setQuality(ratio === undefined, ratio === undefined ? 0 : 1);
    if (ratio !== undefined) encoder.setCompressionRatio(0, ratio);
    encoder.encode();
    const codestream = Uint8Array.from(encoder.getEncodedBuffer());
    encoder.delete();
    return codestream;
  } catch {
    // The module throws numbers and traps; neither says anything to a person.
    forgetOpenJpeg();
    return undefined;
  }
}

const fault = (code: CodecError['code'], reason: string): Result<never, CodecError> => err({ code, offsetBytes: 0, reason });
