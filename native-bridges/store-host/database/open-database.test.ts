import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, unlinkSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { newestMigration } from '../migrations/migrations.ts';
import { openDatabase } from './open-database.ts';
import { Sqlite } from './sqlite.ts';

const KEY = Buffer.alloc(32, 3);
const OTHER_KEY = Buffer.alloc(32, 4);
let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tram-db-'));
  file = join(dir, 'station.db');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A database with something in it, closed in order. */
function make(): void {
  const sql = openDatabase({ file, key: KEY });
  const insert = sql.statement<[string, string, string]>('test', `INSERT INTO setting (key, value_json, at) VALUES (?, ?, ?)`);
  sql.write(() => {
    for (let i = 0; i < 2_000; i++) insert.run(`key-${i}`, `"${'x'.repeat(200)}"`, '');
  });
  sql.close();
}

/** A log without bytes and its shared-memory index hold nothing: SQLite makes them to look at a file. */
const holdsSomething = (name: string): boolean => !name.endsWith('-shm') && !(name.endsWith('-wal') && statSync(join(dir, name)).size === 0);

/** Name and SHA-256 of every file here that holds something. */
const fingerprint = (): Record<string, string> =>
  Object.fromEntries(readdirSync(dir).filter(holdsSomething).map((name) => [name, createHash('sha256').update(readFileSync(join(dir, name))).digest('hex')]));

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'opened';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

function overwrite(at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** Runs SQL on the file with its right key, past the program. */
function tamper(sql: string): void {
  const db = new Sqlite(file);
  db.pragma("cipher='sqlcipher'");
  db.pragma(`key="x'${KEY.toString('hex')}'"`);
  db.exec(sql);
  db.close();
}

it('keeps what was committed, over a second opening', () => {
  make();
  const sql = openDatabase({ file, key: KEY });
  expect(sql.statement<[], { n: number }>('test', 'SELECT count(*) AS n FROM setting').get()?.n).toBe(2_000);
  expect([sql.pragma('journal_mode'), sql.pragma('synchronous'), sql.pragma('foreign_keys'), sql.pragma('trusted_schema'), sql.pragma('busy_timeout')])
    .toEqual(['wal', 2, 1, 0, 5_000]);
  sql.close();
});

describe('a file that must not be opened stays byte for byte as it was', () => {
  const cases: readonly (readonly [string, string, () => void, Uint8Array])[] = [
    ['a wrong key', 'store.wrong-key', () => undefined, OTHER_KEY],
    ['a wrong key where the check file is lost', 'store.wrong-key', () => unlinkSync(`${file}.check`), OTHER_KEY],
    ['bytes overwritten in the middle', 'store.corrupt', () => overwrite(40_000, Buffer.alloc(4_096, 0xee)), KEY],
    ['bytes overwritten in the first page', 'store.corrupt', () => overwrite(100, Buffer.alloc(500, 0xee)), KEY],
    ['a cut tail', 'store.corrupt', () => truncateSync(file, 60_000), KEY],
    ['an empty file where there was one', 'store.corrupt', () => truncateSync(file, 0), KEY],
    ['a database that is gone', 'store.corrupt', () => unlinkSync(file), KEY],
    ['a plain SQLite file', 'store.foreign', () => {
      unlinkSync(file);
      const plain = new Sqlite(file);
      plain.exec('CREATE TABLE a (b)');
      plain.close();
    }, KEY],
    ['a file of other bytes', 'store.foreign', () => writeFileSync(file, Buffer.alloc(40_960, 0x5a)), KEY],
    ['another program under the same key', 'store.foreign', () => tamper('PRAGMA application_id = 1'), KEY],
    ['a newer schema', 'store.newer', () => tamper(`PRAGMA user_version = ${newestMigration() + 10}`), KEY],
  ];
  it.each(cases)('%s is %s', (_name, code, damage, key) => {
    make();
    damage();
    const before = fingerprint();
    expect(codeOf(() => openDatabase({ file, key }))).toBe(code);
    expect(fingerprint()).toEqual(before);
  });

  it('leaves an unfinished log alone when the key is wrong', () => {
    const sql = openDatabase({ file, key: KEY });
    sql.statement<[string]>('test', `INSERT INTO setting (key, value_json, at) VALUES (?, '1', '')`).run('a');
    const crashed = join(dir, 'crashed');
    mkdirSync(crashed);
    for (const name of ['station.db', 'station.db-wal', 'station.db.check']) copyFileSync(join(dir, name), join(crashed, name));
    sql.close();
    const copy = join(crashed, 'station.db');
    const wal = readFileSync(`${copy}-wal`);
    expect(wal.length).toBeGreaterThan(0);
    expect(codeOf(() => openDatabase({ file: copy, key: OTHER_KEY }))).toBe('store.wrong-key');
    expect(readFileSync(`${copy}-wal`).equals(wal)).toBe(true);
    const again = openDatabase({ file: copy, key: KEY });
    expect(again.statement<[], { n: number }>('test', 'SELECT count(*) AS n FROM setting').get()?.n).toBe(1);
    again.close();
  });

  it('refuses a migration whose text is not the one it knows', () => {
    make();
    tamper(`UPDATE migration SET checksum = 'other'`);
    expect(codeOf(() => openDatabase({ file, key: KEY }))).toBe('store.foreign');
  });
});

it('is in use while another has it', () => {
  const sql = openDatabase({ file, key: KEY });
  expect(codeOf(() => openDatabase({ file, key: KEY }))).toBe('store.in-use');
  sql.close();
});

it('is unreadable without the key', () => {
  make();
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  expect(bytes.includes('key-1')).toBe(false);
  expect(entropyBitsPerByte(bytes)).toBeGreaterThan(7.9);
});

function entropyBitsPerByte(bytes: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte]! += 1;
  return counts.reduce((sum, n) => (n === 0 ? sum : sum - (n / bytes.length) * Math.log2(n / bytes.length)), 0);
}
