import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { writeDurably } from './write-durably.ts';

/** File = version byte, 12-byte nonce, 16-byte tag, ciphertext. The plaintext's SHA-256 is the associated data and the name. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Captured images on disk, AES-256-GCM, named by what they hold: writing the same image twice is one file. */
export class ImageVault {
  readonly #dir: string;
  readonly #key: Buffer;

  /** @param dataKey 32 bytes; the image key is derived from it by HKDF-SHA-256, so the two never mix */
  constructor(dir: string, dataKey: Uint8Array) {
    this.#dir = dir;
    this.#key = Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(), 'tram-can-cuoc images 1', 32));
  }

  /** On disk and synced when it settles. @throws store.full and the like, through the handlers' failure map */
  async write(hash: string, bytes: Uint8Array): Promise<void> {
    if (existsSync(this.#path(hash)) && (await this.#isWhole(hash))) return;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(Buffer.from(hash, 'hex'));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    await writeDurably(this.#path(hash), Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]));
  }

  /** @throws {AppError} capture.image-damaged when the file is missing, altered or not the image it is named after */
  async read(hash: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const file = await readFile(this.#path(hash));
      if (file.length < HEAD_BYTES || file[0] !== VERSION) throw new RangeError('head');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, file.subarray(1, 1 + NONCE_BYTES));
      decipher.setAAD(Buffer.from(hash, 'hex'));
      decipher.setAuthTag(file.subarray(1 + NONCE_BYTES, HEAD_BYTES));
      const bytes = Buffer.concat([decipher.update(file.subarray(HEAD_BYTES)), decipher.final()]);
      if (sha256(bytes) !== hash) throw new RangeError('hash');
      return new Uint8Array(bytes);
    } catch (error) {
      throw new AppError('capture.image-damaged', { image: hash.slice(0, 12) }, { cause: error });
    }
  }

  async #isWhole(hash: string): Promise<boolean> {
    return this.read(hash).then(() => true, () => false);
  }

  #path(hash: string): string {
    return join(this.#dir, hash.slice(0, 2), hash);
  }
}
