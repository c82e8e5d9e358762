import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';

/**
 * A small file beside the database that tells a wrong key from a damaged or a foreign file: an encrypted page that can't
 * be decrypted looks the same in all three cases. Two lines: HMAC-SHA256(key, label) and the database's salt (its first
 * 16 bytes, which SQLCipher leaves in the clear), both hex. It gives nothing away about the key.
 */
const LABEL = 'tram-can-cuoc store key check 1';
const SALT_BYTES = 16;

export type KeyVerdict = 'no-check' | 'wrong-key' | 'same-file' | 'other-file';

const path = (databaseFile: string): string => `${databaseFile}.check`;
const keyMark = (key: Uint8Array): string => createHmac('sha256', key).update(LABEL).digest('hex');

export const hasKeyCheck = (databaseFile: string): boolean => existsSync(path(databaseFile));

export function compareKeyCheck(databaseFile: string, key: Uint8Array): KeyVerdict {
  if (!hasKeyCheck(databaseFile)) return 'no-check';
  const [mark = '', salt = ''] = readFileSync(path(databaseFile), 'utf8').split('\n');
  const expected = Buffer.from(keyMark(key));
  const found = Buffer.from(mark);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return 'wrong-key';
  return salt === saltOf(databaseFile) ? 'same-file' : 'other-file';
}

/** Written once, after the database was first opened with this key; never overwritten. */
export function keepKeyCheck(databaseFile: string, key: Uint8Array): void {
  if (hasKeyCheck(databaseFile) || saltOf(databaseFile) === '') return;
  const file = openSync(path(databaseFile), 'wx', 0o600);
  writeSync(file, `${keyMark(key)}\n${saltOf(databaseFile)}\n`);
  fsyncSync(file);
  closeSync(file);
}

/** The first 16 bytes as hex, '' when there are not that many. */
function saltOf(databaseFile: string): string {
  return headOf(databaseFile).toString('hex');
}

/** A plain SQLite file says so in its first 16 bytes; ours never do. */
export const isPlainSqlite = (databaseFile: string): boolean => headOf(databaseFile).toString('latin1') === 'SQLite format 3\0';

function headOf(databaseFile: string): Buffer {
  if (!existsSync(databaseFile) || statSync(databaseFile).size < SALT_BYTES) return Buffer.alloc(0);
  const file = openSync(databaseFile, 'r');
  try {
    const head = Buffer.alloc(SALT_BYTES);
    readSync(file, head, 0, SALT_BYTES, 0);
    return head;
  } finally {
    closeSync(file);
  }
}
