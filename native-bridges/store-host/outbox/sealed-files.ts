import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { writeDurably } from '../images/write-durably.ts';
import type { SealedFile } from '../seams.ts';

/** Sealed dossiers on disk, `<sha256>.p7m`: already encrypted to the centre, so this station can't read them back. Never deleted. */
export class SealedFiles {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async write(file: SealedFile): Promise<void> {
    await writeDurably(join(this.#dir, `${file.sha256}.p7m`), file.bytes);
  }

  /** @throws {AppError} sealed.hash-mismatch when the file is missing or is not what its name says */
  async read(sha256: string): Promise<Uint8Array> {
    try {
      const bytes = await readFile(join(this.#dir, `${sha256}.p7m`));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new RangeError('hash');
      return new Uint8Array(bytes);
    } catch (error) {
      throw new AppError('sealed.hash-mismatch', { name: sha256.slice(0, 12) }, { cause: error });
    }
  }
}
