import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { STILL_SLOTS, type StillSlot } from '../../electron/core/dossier/capture-slots.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';

/** Endings that are understood, the one preferred first when a position has several files. */
const ENDINGS = ['pgm', 'png', 'wsq', 'jpg', 'jpeg'] as const;

/** Recorded files by position, e.g. `right-four` → `/…/right-four.pgm`. A position without a file is drawn instead. */
export type RecordedFiles = ReadonlyMap<StillSlot, string>;

/** @throws {AppError} `device.recorded-input-bad` when the folder can't be read. */
export async function findRecordedFiles(folder: string): Promise<RecordedFiles> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new AppError('device.recorded-input-bad', { file: basename(folder), why: 'no such folder' }, { cause: error });
  }
  const found = STILL_SLOTS.flatMap((slot): readonly [StillSlot, string][] => {
    const name = ENDINGS.map((ending) => names.find((candidate) => candidate.toLowerCase() === `${slot}.${ending}`)).find((match) => match !== undefined);
    return name === undefined ? [] : [[slot, join(folder, name)]];
  });
  return new Map(found);
}
