import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';
import { DATA_KEY_BYTES, type KeySource } from './key-source.ts';

/** Practice data is made up: its key lies in a plain file that only this account can read. Never used with real data. */
export function practiceKey(folder: string): KeySource {
  const path = join(folder, 'practice.key');
  return {
    kind: 'immediate',
    async open() {
      const kept = await readKeyFile(path);
      if (kept !== undefined) {
        if (kept.length !== DATA_KEY_BYTES) throw new AppError('keys.damaged', { bytes: kept.length });
        return new Uint8Array(kept);
      }
      const key = randomBytes(DATA_KEY_BYTES);
      await createKeyFile(path, key);
      return new Uint8Array(key);
    },
  };
}
