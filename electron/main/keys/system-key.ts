import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';
import { DATA_KEY_BYTES, type KeySource } from './key-source.ts';

/** The key store of the operating system, as far as it is needed; the asynchronous calls came with later Electrons. */
export type SystemKeyStore = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  getSelectedStorageBackend?(): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>;
};

/** File: the key in base64, sealed by the operating system for this account. */
export function systemKey(folder: string, store: SystemKeyStore): KeySource {
  const path = join(folder, 'data-key.system');
  return {
    kind: 'immediate',
    async open() {
      await demandRealEncryption(store);
      const kept = await readKeyFile(path);
      if (kept !== undefined) return unwrap(kept, store);
      const key = randomBytes(DATA_KEY_BYTES);
      const text = key.toString('base64');
      await createKeyFile(path, store.encryptStringAsync === undefined ? store.encryptString(text) : await store.encryptStringAsync(text));
      return new Uint8Array(key);
    },
  };
}

/** Without a keyring Chromium "encrypts" with a password that is in its source (`basic_text`): that is no key store. */
async function demandRealEncryption(store: SystemKeyStore): Promise<void> {
  const available = store.isAsyncEncryptionAvailable === undefined ? store.isEncryptionAvailable() : await store.isAsyncEncryptionAvailable();
  const backend = process.platform === 'linux' ? (store.getSelectedStorageBackend?.() ?? 'unknown') : 'system';
  if (!available || backend === 'basic_text' || backend === 'unknown') throw new AppError('keys.unavailable', { backend });
}

async function unwrap(sealed: Buffer, store: SystemKeyStore): Promise<Uint8Array> {
  let text: string;
  try {
    text = store.decryptStringAsync === undefined ? store.decryptString(sealed) : (await store.decryptStringAsync(sealed)).result;
  } catch {
    throw new AppError('keys.damaged', { bytes: sealed.length });
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== DATA_KEY_BYTES) throw new AppError('keys.damaged', { bytes: sealed.length });
  return new Uint8Array(key);
}
