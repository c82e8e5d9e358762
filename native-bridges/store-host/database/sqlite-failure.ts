import { AppError, type ErrorCode } from '../../../electron/core/errors/app-error.ts';

/** SQLite's and the file system's ways of saying the same thing. Source: sqlite.org/rescode.html, errno(3). */
const CODE_OF: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_WRITE|SQLITE_IOERR_SHMSIZE|SQLITE_IOERR_TRUNCATE|ENOSPC|EDQUOT|EFBIG)$/, 'store.full'],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB|SQLITE_IOERR_SHORT_READ|SQLITE_IOERR_DATA|SQLITE_IOERR_CORRUPTFS)$/, 'store.corrupt'],
  [/^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EACCES|EPERM|EROFS)$/, 'store.read-only'],
  [/^(SQLITE_BUSY.*|SQLITE_LOCKED.*)$/, 'store.in-use'],
];

/** Turns a failure of the database or the disk into the code a person can act on; anything else is a bug and stays as it is. */
export function asStoreFailure(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const known = CODE_OF.find(([pattern]) => pattern.test(code));
  return known === undefined ? error : new AppError(known[1], { cause: code }, { cause: error });
}

/** The `code` of a SqliteError or a system error, '' for anything else. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
