// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module has no other way into every project that imports this file
/// <reference path="./sqlite-driver.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers';

/** The one importer of the database's native module. */
export { Sqlite };
export type SqliteDatabase = Sqlite.Database;
