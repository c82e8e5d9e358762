import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { STILL_SLOTS, type StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import type { RecordedImage } from './recorded-image.ts';
import { readRecordedTransaction } from './recorded-transaction.ts';
import type { PenStrokes } from '../../electron/core/biometrics/signature/pen-strokes.ts';

/** Endings that are understood, the one preferred first when a position has several files. */
const ENDINGS = ['pgm', 'png', 'wsq', 'jpg', 'jpeg'] as const;

/** What lies before a sensor: a file, an image out of a transaction, or a signature's strokes. */
export type RecordedSource = { readonly from: 'file'; readonly path: string } | { readonly from: 'image'; readonly image: RecordedImage } | { readonly from: 'strokes'; readonly strokes: PenStrokes };

/** Recorded input by position. A position without any is drawn instead. */
export type RecordedFiles = ReadonlyMap<StillSlot, RecordedSource>;

/**
 * @param input a folder with a file a position, e.g. `right-four.pgm`, or an ANSI/NIST-ITL transaction
 * @throws {AppError} `device.recorded-input-bad` when it can't be read, `device.recorded-transaction-bad` when it is no transaction
 */
export async function findRecordedFiles(input: string): Promise<RecordedFiles> {
  const unreadable = (error: unknown): AppError => new AppError('device.recorded-input-bad', { file: basename(input), why: 'no such folder' }, { cause: error });
  const found = await stat(input).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (!found.isDirectory()) return readRecordedTransaction(input);
  const names = await readdir(input).catch((error: unknown) => {
    throw unreadable(error);
  });
  return new Map(STILL_SLOTS.flatMap((slot): readonly [StillSlot, RecordedSource][] => {
    const name = ENDINGS.map((ending) => names.find((candidate) => candidate.toLowerCase() === `${slot}.${ending}`)).find((match) => match !== undefined);
    return name === undefined ? [] : [[slot, { from: 'file', path: join(input, name) }]];
  }));
}
