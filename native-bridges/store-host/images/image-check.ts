import { createHash } from 'node:crypto';
import { readPenStrokes } from '../../../electron/core/biometrics/signature/pen-strokes.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { DerivedImage, Still } from '../../../electron/contract/device.ts';
import { jpegSize } from '../../kit/images/jpeg-head.ts';
import { CHIP_PORTRAIT_PX } from '../../../electron/core/biometrics/face/portrait-window.ts';
import { readJ2kHead } from '../../../electron/core/biometrics/jpeg2000/jp2-file.ts';

const MAX_BYTES = 24 * 1024 * 1024;
const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

type Size = { readonly widthPx: number; readonly heightPx: number };

/**
 * What comes from device-host is looked at again before it is kept: the hash the officer accepted, the kind of file it
 * says it is, the dimensions it says it has, and what was made from it. @throws {AppError} capture.bad-image
 */
export function checkStill(still: Still, acceptedSha256: string): void {
  const refuse = (why: string): never => {
    throw new AppError('capture.bad-image', { why });
  };
  if (still.bytes.length === 0 || still.bytes.length > MAX_BYTES) refuse('size');
  if (createHash('sha256').update(still.bytes).digest('hex') !== acceptedSha256) refuse('hash');
  if (still.derived?.some((file) => !isDerived(file)) === true) refuse('derived');
  if (still.widthPx < 1 || still.heightPx < 1 || still.ppi < 0) refuse('dimensions');
  if (still.mediaType === 'application/json') return isSignature(still.bytes) ? undefined : refuse('format');
  const size = still.mediaType === 'image/png' ? pngSize(still.bytes) : jpegSize(still.bytes);
  if (size === undefined) return refuse('format');
  if (size.widthPx !== still.widthPx || size.heightPx !== still.heightPx) refuse('dimensions');
}

/** Source: W3C PNG 3rd edition, 5.2 signature and 11.2.2 IHDR. */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 33 || PNG_MAGIC.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(12) !== 0x49484452) return undefined; // 'IHDR'
  return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** WSQ by its first marker; JPEG 2000 by its size, which is the chip's. */
function isDerived({ kind, bytes }: DerivedImage): boolean {
  if (kind === 'wsq') return bytes.length <= MAX_BYTES && bytes[0] === 0xff && bytes[1] === 0xa0;
  const head = readJ2kHead(bytes);
  return head.ok && bytes.length <= CHIP_PORTRAIT_PX.maxBytes && head.value.widthPx === CHIP_PORTRAIT_PX.widthPx && head.value.heightPx === CHIP_PORTRAIT_PX.heightPx;
}

/** A signature that could not be drawn again would stop the dossier at its seal. */
function isSignature(bytes: Uint8Array): boolean {
  try {
    return readPenStrokes(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) !== undefined;
  } catch {
    return false;
  }
}
