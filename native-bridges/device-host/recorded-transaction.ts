import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { recordedImages } from '../../electron/core/biometrics/enrolment/recorded-images.ts';
import type { ItlImage } from '../../electron/core/biometrics/itl/image-fields.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import type { StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError, type SafeDetail } from '../../electron/core/errors/app-error.ts';
import type { RecordedImage } from './recorded-image.ts';
import type { RecordedFiles, RecordedSource } from './recorded-input.ts';

const MAX_FILE_BYTES = 64_000_000;
/** The simulated scanner is one of 500 ppi; paper cards are scanned within a percent of that. */
const [LEAST_PPI, MOST_PPI] = [495, 505] as const;
const READABLE: Readonly<Partial<Record<ItlImage['compression'], RecordedImage['format']>>> = { NONE: 'raw', WSQ20: 'wsq', JPEGB: 'jpg', PNG: 'png' };

/**
 * Prints, face and signature of an ANSI/NIST-ITL transaction, held in memory; decoded when they are captured.
 * @throws {AppError} `device.recorded-transaction-bad` with the codec's code and offset, or for an image that can't be played
 */
export async function readRecordedTransaction(path: string): Promise<RecordedFiles> {
  const file = basename(path);
  const bad = (why: string, detail: SafeDetail = {}): AppError => new AppError('device.recorded-transaction-bad', { file, why, ...detail });
  if ((await stat(path)).size > MAX_FILE_BYTES) throw bad('too large');
  const transaction = readItl(new Uint8Array(await readFile(path)));
  if (!transaction.ok) throw bad(transaction.error.code, { at: transaction.error.offsetBytes });
  const { images, signature } = recordedImages(transaction.value);
  const sources = new Map<StillSlot, RecordedSource>();
  for (const [slot, image] of images) {
    const format = READABLE[image.compression];
    if (format === undefined) throw bad(`compression ${image.compression}`, { slot });
    if (slot !== 'portrait' && (image.ppi < LEAST_PPI || image.ppi > MOST_PPI)) throw bad('resolution', { slot, ppi: image.ppi });
    const { widthPx, heightPx, data } = image;
    // The transaction's own buffer is larger than the image: a copy is what may travel to the image worker.
    sources.set(slot, { from: 'image', image: { file, format, widthPx, heightPx, bytes: data.slice() } });
  }
  if (signature !== undefined) sources.set('signature', 'samples' in signature ? { from: 'strokes', strokes: signature } : { from: 'image', image: { file, format: 'raw', widthPx: signature.widthPx, heightPx: signature.heightPx, bytes: signature.pixels } });
  if (sources.size === 0) throw bad('no images');
  return sources;
}
