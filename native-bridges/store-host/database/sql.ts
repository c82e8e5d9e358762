import type { SqliteDatabase } from './sqlite.ts';
import { log } from '../../kit/log.ts';

/** Slower than this and the log names the statement; the values bound to it never appear. */
const SLOW_MS = 40;
const SLOW_KEPT = 20;

type Value = string | number | null | Uint8Array;
type Binds = readonly Value[] | Readonly<Record<string, Value>>;

/** A prepared statement with a name, timed. `Row` is what the columns of the SELECT are: the caller vouches for it. */
export type Statement<P extends Binds, Row> = {
  get(...binds: P extends readonly Value[] ? P : [P]): Row | undefined;
  all(...binds: P extends readonly Value[] ? P : [P]): Row[];
  /** @returns how many rows changed */
  run(...binds: P extends readonly Value[] ? P : [P]): number;
  iterate(...binds: P extends readonly Value[] ? P : [P]): IterableIterator<Row>;
};

export type SlowStatement = { readonly name: string; readonly ms: number; readonly at: string };

/** The open database as repositories see it: named statements and one way to write. */
export class Sql {
  readonly #db: SqliteDatabase;
  readonly #slow: SlowStatement[] = [];
  #inside = false;
  #afterCommit: (() => void)[] = [];

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  statement<P extends Binds, Row = never>(name: string, source: string): Statement<P, Row> {
    const prepared = this.#db.prepare(source);
    const timed = <T>(work: () => T): T => {
      const start = performance.now();
      try {
        return work();
      } finally {
        this.#note(name, performance.now() - start);
      }
    };
    return {
      get: (...binds) => timed(() => prepared.get(...binds) as Row | undefined),
      all: (...binds) => timed(() => prepared.all(...binds) as Row[]),
      run: (...binds) => timed(() => prepared.run(...binds).changes),
      iterate: (...binds) => prepared.iterate(...binds) as IterableIterator<Row>,
    };
  }

  /** Everything inside commits together or not at all. A call inside a call joins the outer transaction. */
  write<T>(work: () => T): T {
    if (this.#inside) return work();
    const start = performance.now();
    this.#inside = true;
    this.#afterCommit = [];
    try {
      const result = this.#db.transaction(work).immediate();
      this.#inside = false;
      for (const tell of this.#afterCommit) tell();
      return result;
    } finally {
      this.#inside = false;
      this.#note('commit', performance.now() - start);
    }
  }

  /** Inside `write`: runs `tell` once everything is on disk, and not at all when it is rolled back. */
  afterCommit(tell: () => void): void {
    if (this.#inside) this.#afterCommit.push(tell);
    else tell();
  }

  /** For pragmas and checks outside the repositories. */
  pragma(source: string): unknown {
    return this.#db.pragma(source, { simple: true });
  }

  slowStatements(): readonly SlowStatement[] {
    return this.#slow;
  }

  close(): void {
    this.#db.close();
  }

  #note(name: string, ms: number): void {
    if (ms < SLOW_MS) return;
    log('store.slow-statement', { statement: name, ms: Math.round(ms) });
    this.#slow.push({ name, ms: Math.round(ms), at: new Date().toISOString() });
    if (this.#slow.length > SLOW_KEPT) this.#slow.shift();
  }
}
