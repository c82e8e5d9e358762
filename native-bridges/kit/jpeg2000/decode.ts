import { readJ2kHead, type J2kImage } from '../../../electron/core/biometrics/jpeg2000/jp2-file.ts';
import type { CodecError } from '../../../electron/core/biometrics/codec-error.ts';
import { err, ok, type Result } from '../../../electron/core/result/result.ts';
import { MAX_SAMPLES_PER_BYTE } from '../images/image-limits.ts';
import { forgetOpenJpeg, openJpeg } from './openjpeg.ts';

/** The decoder takes some ten bytes a sample: a hand at 1000 ppi, or a colour picture of 4 megapixels. */
const MAX_SAMPLES = 12_000_000;

/**
 * Pixels of a JP2 file or a bare JPEG 2000 codestream.
 *
 * Errors: `jp2.truncated`, `jp2.bad-header`; `jp2.unsupported` for anything but 8-bit grey or RGB within the limits, which also
 *         hold a small file to what it can honestly show;
 *         `jp2.bad-data` when the codestream can't be decoded.
 * Source: ISO/IEC 15444-1.
 */
export async function decodeJpeg2000(bytes: Uint8Array): Promise<Result<J2kImage, CodecError>> {
  const head = readJ2kHead(bytes);
  if (!head.ok) return head;
  const { widthPx, heightPx, components, bitDepth } = head.value;
  const channels = components === 1 ? 1 : components === 3 ? 3 : undefined;
  const samples = widthPx * heightPx * components;
  if (channels === undefined || bitDepth !== 8 || samples > Math.min(MAX_SAMPLES, bytes.length * MAX_SAMPLES_PER_BYTE)) return fault('jp2.unsupported', 'size or depth');
  const pixels = await decodeOnce(bytes);
  if (pixels === undefined || pixels.length !== widthPx * heightPx * channels) return fault('jp2.bad-data', 'decoder');
  return ok({ widthPx, heightPx, channels, pixels });
}

async function decodeOnce(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { J2KDecoder } = await openJpeg();
  try {
    const decoder = new J2KDecoder();
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.decode();
    const pixels = Uint8Array.from(decoder.getDecodedBuffer());
    decoder.delete();
    return pixels;
  } catch {
    forgetOpenJpeg();
    return undefined;
  }
}

const fault = (code: CodecError['code'], reason: string): Result<never, CodecError> => err({ code, offsetBytes: 0, reason });
