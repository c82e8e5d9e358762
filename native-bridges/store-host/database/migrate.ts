import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, readSync } from 'node:fs';
import type { SqliteDatabase } from './sqlite.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { log } from '../../kit/log.ts';
import { MIGRATIONS, type Migration } from '../migrations/migrations.ts';

type Applied = { readonly id: number; readonly checksum: string };

const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

/**
 * Brings the schema up to date: each migration once, in its own transaction, remembered with the checksum of its text.
 * An existing file is copied first (`station.db.before-<id>`); the copy stays.
 * @throws {AppError} store.foreign when an applied migration's text is not the one this program knows
 */
export function migrate(db: SqliteDatabase, file: string, applicationId: number): void {
  const applied = appliedTo(db);
  for (const { id, checksum } of applied) {
    const known = MIGRATIONS.find((migration) => migration.id === id);
    if (known === undefined || checksumOf(known) !== checksum) throw new AppError('store.foreign', { why: 'migration', id });
  }
  const due = MIGRATIONS.filter((migration) => !applied.some(({ id }) => id === migration.id));
  if (due.length === 0) return;
  if (applied.length > 0) copyBefore(db, file, due[0]!.id);
  for (const migration of due) apply(db, migration, applicationId);
}

function appliedTo(db: SqliteDatabase): Applied[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'").get();
  return exists === undefined ? [] : (db.prepare('SELECT id, checksum FROM migration ORDER BY id').all() as Applied[]);
}

function apply(db: SqliteDatabase, migration: Migration, applicationId: number): void {
  db.transaction(() => {
    db.exec(migration.sql);
    db.prepare('INSERT INTO migration (id, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
      .run(migration.id, migration.name, checksumOf(migration), new Date().toISOString());
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${migration.id}`);
  }).immediate();
  log('store.migrated', { id: migration.id });
}

/** Everything in the log goes into the file first; then the plain copy is a whole database under the same key. */
function copyBefore(db: SqliteDatabase, file: string, id: number): void {
  const copy = `${file}.before-${id}`;
  db.pragma('wal_checkpoint(TRUNCATE)');
  if (!existsSync(copy)) copyFileSync(file, copy);
  if (hashOf(copy) !== hashOf(file)) throw new AppError('store.full', { why: 'copy before migration' });
}

const hashOf = (file: string): string => {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const chunk = Buffer.alloc(1 << 20);
  for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) hash.update(chunk.subarray(0, read));
  closeSync(handle);
  return hash.digest('hex');
};
