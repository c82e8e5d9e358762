/** What this program uses of better-sqlite3-multiple-ciphers: its own types can't be found through its `exports`. */
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Sqlite {
    type Statement = {
      get(...binds: readonly unknown[]): unknown;
      all(...binds: readonly unknown[]): unknown[];
      run(...binds: readonly unknown[]): { readonly changes: number };
      iterate(...binds: readonly unknown[]): IterableIterator<unknown>;
    };
    type Transaction<T> = { (): T; immediate(): T };
    type Database = {
      prepare(source: string): Statement;
      exec(source: string): void;
      pragma(source: string, options?: { readonly simple?: boolean }): unknown;
      transaction<T>(work: () => T): Transaction<T>;
      close(): void;
    };
  }
  class Sqlite {
    constructor(file: string, options?: { readonly readonly?: boolean; readonly fileMustExist?: boolean; readonly timeout?: number });
  }
  interface Sqlite extends Sqlite.Database {}
  export default Sqlite;
}
