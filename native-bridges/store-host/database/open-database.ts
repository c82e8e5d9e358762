import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Sqlite, type SqliteDatabase } from './sqlite.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { compareKeyCheck, hasKeyCheck, isPlainSqlite, keepKeyCheck } from './key-check.ts';
import { asStoreFailure, codeOf } from './sqlite-failure.ts';
import { migrate } from './migrate.ts';
import { newestMigration } from '../migrations/migrations.ts';
import { Sql } from './sql.ts';

/** 'TCC1' as SQLite's application id: an encrypted file of another program that happens to share the key is still foreign. */
const APPLICATION_ID = 0x54434331;
const BUSY_TIMEOUT_MS = 5_000;
/** Larger files are checked table by table after the start (IdleCheck): every page carries an HMAC that is verified whenever it is read. */
const QUICK_CHECK_AT_START_BYTES = 32 * 1024 * 1024;

export type OpenOptions = { readonly file: string; /** 32 bytes */ readonly key: Uint8Array };

/**
 * Opens the station's database, making it on the first start. The file is first looked at through a read-only connection,
 * so that a corrupt, foreign, newer or wrongly keyed file is left byte for byte as it was.
 * @throws {AppError} store.wrong-key, .foreign, .corrupt, .newer, .in-use, .full, .read-only
 */
export function openDatabase({ file, key }: OpenOptions): Sql {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if (isFresh(file)) return new Sql(prepareDatabase(file, key));
    inspect(file, key);
    return new Sql(prepareDatabase(file, key));
  } catch (error) {
    throw asStoreFailure(error);
  }
}

/** Fresh = nothing was ever kept here. A check file without its database means that the database was lost: never start over. */
function isFresh(file: string): boolean {
  const empty = !existsSync(file) || statSync(file).size === 0;
  if (empty && hasKeyCheck(file)) throw new AppError('store.corrupt', { why: 'missing' });
  return empty;
}

function inspect(file: string, key: Uint8Array): void {
  if (isPlainSqlite(file)) throw new AppError('store.foreign', { why: 'not encrypted' });
  const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    unlock(db, key);
    firstRead(db, file, key);
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new AppError('store.foreign', { why: 'application id' });
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version > newestMigration()) throw new AppError('store.newer', { found: version, known: newestMigration() });
    if (statSync(file).size > QUICK_CHECK_AT_START_BYTES) return;
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('store.corrupt', { why: 'quick check' });
  } finally {
    db.close();
  }
}

function firstRead(db: SqliteDatabase, file: string, key: Uint8Array): void {
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_NOTADB') throw error;
    switch (compareKeyCheck(file, key)) {
      case 'same-file': throw new AppError('store.corrupt', { why: 'first page' });
      case 'other-file': throw new AppError('store.foreign', { why: 'another file' });
      case 'wrong-key':
      case 'no-check': throw new AppError('store.wrong-key');
    }
  }
}

/** The key goes in as a raw pragma; the statement is never logged, and an error of it would not quote it. */
function unlock(db: SqliteDatabase, key: Uint8Array): void {
  db.pragma("cipher='sqlcipher'");
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
}

function prepareDatabase(file: string, key: Uint8Array): SqliteDatabase {
  const db = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    unlock(db, key);
    // One process at a time: a second one is told store.in-use instead of sharing the file.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('cache_size = -65536');
    db.pragma('temp_store = MEMORY');
    migrate(db, file, APPLICATION_ID);
    keepKeyCheck(file, key);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
