import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';
import { DATA_KEY_BYTES, type KeySource } from './key-source.ts';

/**
 * The wrapped key of a kiosk, as the file keeps it (`data-key.passphrase`, 93 bytes, numbers big-endian):
 *   0  8  "TCCKEY01"
 *   8  4  argon2id memory, KiB
 *  12  4  argon2id iterations
 *  16  1  argon2id parallelism
 *  17 16  salt
 *  33 12  AES-256-GCM nonce
 *  45 32  the data key, encrypted
 *  77 16  GCM tag; bytes 0..44 are authenticated with it
 */
const MAGIC = Buffer.from('TCCKEY01', 'latin1');
const HEAD_BYTES = 45;
const FILE_BYTES = HEAD_BYTES + DATA_KEY_BYTES + 16;
const MIN_PASSPHRASE = 12;
/** A file that asks for more than this was not written by us; it would hold the machine up. */
const MAX_MEMORY_KIB = 1_048_576;
const MAX_ITERATIONS = 64;

export type Argon2Cost = { readonly memoryKib: number; readonly iterations: number; readonly parallelism: number };
/** RFC 9106 §4, second recommended option: 64 MiB, three passes, four lanes. */
export const KIOSK_COST: Argon2Cost = { memoryKib: 65_536, iterations: 3, parallelism: 4 };

/** By machine policy, where there is no key store to trust: a passphrase that only the station's people know. */
export function passphraseKey(folder: string, cost: Argon2Cost = KIOSK_COST): KeySource {
  const path = join(folder, 'data-key.passphrase');
  return {
    kind: 'passphrase',
    isFirst: async () => (await readKeyFile(path)) === undefined,
    async open(passphrase) {
      const kept = await readKeyFile(path);
      if (kept !== undefined) return unwrap(kept, passphrase);
      if ([...passphrase.normalize('NFC')].length < MIN_PASSPHRASE) throw new AppError('keys.weak-passphrase', { least: MIN_PASSPHRASE });
      const key = randomBytes(DATA_KEY_BYTES);
      await createKeyFile(path, await wrap(key, passphrase, cost));
      return new Uint8Array(key);
    },
  };
}

async function wrap(key: Uint8Array, passphrase: string, cost: Argon2Cost): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  MAGIC.copy(head);
  head.writeUInt32BE(cost.memoryKib, 8);
  head.writeUInt32BE(cost.iterations, 12);
  head.writeUInt8(cost.parallelism, 16);
  randomBytes(28).copy(head, 17);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, head), head.subarray(33, 45));
  cipher.setAAD(head);
  return Buffer.concat([head, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

async function unwrap(file: Buffer, passphrase: string): Promise<Uint8Array> {
  const head = file.subarray(0, HEAD_BYTES);
  if (file.length !== FILE_BYTES || !head.subarray(0, 8).equals(MAGIC) || !costIsSane(head)) throw new AppError('keys.damaged', { bytes: file.length });
  const decipher = createDecipheriv('aes-256-gcm', await stretch(passphrase, head), head.subarray(33, 45));
  decipher.setAAD(head);
  decipher.setAuthTag(file.subarray(HEAD_BYTES + DATA_KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(file.subarray(HEAD_BYTES, HEAD_BYTES + DATA_KEY_BYTES)), decipher.final()]));
  } catch {
    throw new AppError('keys.wrong-passphrase');
  }
}

const costIsSane = (head: Buffer): boolean =>
  head.readUInt32BE(8) >= 8 * head.readUInt8(16) && head.readUInt32BE(8) <= MAX_MEMORY_KIB
  && head.readUInt32BE(12) >= 1 && head.readUInt32BE(12) <= MAX_ITERATIONS && head.readUInt8(16) >= 1;

async function stretch(passphrase: string, head: Buffer): Promise<Uint8Array> {
  // Loaded only where a passphrase is used: it costs time at every start.
  const { argon2id } = await import('hash-wasm');
  return argon2id({
    password: passphrase.normalize('NFC'),
    salt: head.subarray(17, 33),
    memorySize: head.readUInt32BE(8),
    iterations: head.readUInt32BE(12),
    parallelism: head.readUInt8(16),
    hashLength: DATA_KEY_BYTES,
    outputType: 'binary',
  });
}
