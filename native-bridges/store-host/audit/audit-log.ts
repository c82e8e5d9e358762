import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';
import { append, entryOf, firstBreak, GENESIS, type AuditEntry, type Link } from './audit-chain.ts';

export type Note = { readonly who: string; readonly action: string; readonly subject: string; readonly detail?: string };
export type Verdict = { readonly entries: number; readonly ok: boolean; readonly firstBreak: number | null; readonly head: string };

/** Entries verified before the host says ready; the rest follows in idle moments. */
const TAIL = 2_000;
const DETAIL_MAX = 500;

/** The only writer of `audit`. `note` must be called inside the transaction of the change that it records. */
export class AuditLog {
  readonly #sql: Sql;
  readonly #now: () => number;
  readonly #toleranceMs: () => number;
  /** The latest time any entry carries, epoch ms: the clock may not creep back step by step either. */
  #latestMs: number;
  readonly #insert: Statement<[number, string, string], never>;
  readonly #last: Statement<[], Link>;
  readonly #from: Statement<[number, number], Link>;
  readonly #page: Statement<[number, string, string, number], Link>;
  readonly #bySubject: Statement<[string], Link>;

  constructor(sql: Sql, now: () => number, toleranceMs: () => number) {
    this.#sql = sql;
    this.#now = now;
    this.#toleranceMs = toleranceMs;
    this.#insert = sql.statement('audit.insert', 'INSERT INTO audit (seq, body, hash) VALUES (?, ?, ?)');
    this.#last = sql.statement('audit.last', 'SELECT seq, body, hash FROM audit ORDER BY seq DESC LIMIT 1');
    this.#from = sql.statement('audit.from', 'SELECT seq, body, hash FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?');
    this.#page = sql.statement('audit.page', `SELECT seq, body, hash FROM audit WHERE seq < ? AND (? = '' OR instr(lower(body), lower(?)) > 0) ORDER BY seq DESC LIMIT ?`);
    this.#bySubject = sql.statement('audit.by-subject', 'SELECT seq, body, hash FROM audit WHERE subject = ? ORDER BY seq');
    const recent = this.#page.all(Number.MAX_SAFE_INTEGER, '', '', TAIL).map((link) => Date.parse(entryOf(link).at));
    this.#latestMs = recent.reduce((latest, at) => (at > latest ? at : latest), 0);
  }

  /** @throws {AppError} store.clock-back when the newest entry lies later than now by more than the tolerance */
  note(note: Note): void {
    this.#sql.write(() => {
      this.checkClock();
      const last = this.#last.get();
      const link = append(last, { at: new Date(this.#now()).toISOString(), detail: '', ...note, ...(note.detail !== undefined && { detail: note.detail.slice(0, DETAIL_MAX) }) });
      this.#insert.run(link.seq, link.body, link.hash);
      this.#latestMs = Math.max(this.#latestMs, this.#now());
    });
  }

  head(): string {
    return this.#last.get()?.hash ?? GENESIS;
  }

  /** @throws {AppError} store.clock-back */
  checkClock(): void {
    const aheadMs = this.#latestMs - this.#now();
    if (aheadMs > this.#toleranceMs()) throw new AppError('store.clock-back', { aheadMinutes: Math.ceil(aheadMs / 60_000) });
  }

  /** The newest entries only: quick, at start. @throws {AppError} store.audit-broken */
  checkTail(): void {
    const last = this.#last.get();
    if (last === undefined) return;
    const start = Math.max(1, last.seq - TAIL);
    const [first, ...rest] = this.#from.all(start, TAIL + 1);
    const broken = start === 1 ? firstBreak(this.#from.all(1, TAIL + 1)) : firstBreak(rest, first);
    if (broken !== undefined) throw new AppError('store.audit-broken', { entry: broken });
  }

  /** Walks the whole chain in slices, letting other work in between them. @param stop asked between slices: the database is about to close */
  async verify(stop: () => boolean = () => false): Promise<Verdict> {
    const last = this.#last.get();
    const entries = last?.seq ?? 0;
    let previous: Link | undefined;
    for (let start = 1; start <= entries && !stop(); start += TAIL) {
      const slice = this.#from.all(start, Math.min(TAIL, entries - start + 1));
      const broken = slice.length === 0 ? start : firstBreak(slice, previous);
      if (broken !== undefined) return { entries, ok: false, firstBreak: broken, head: last?.hash ?? GENESIS };
      previous = slice.at(-1);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { entries, ok: true, firstBreak: null, head: last?.hash ?? GENESIS };
  }

  /** Newest first, older than `before`; `search` is looked for in the whole entry, letter case aside. */
  page(before: number | null, size: number, search: string): readonly (AuditEntry & { readonly seq: number; readonly hash: string })[] {
    return this.#page.all(before ?? Number.MAX_SAFE_INTEGER, search, search, size).map((link) => ({ ...entryOf(link), seq: link.seq, hash: link.hash }));
  }

  bySubject(subject: string): readonly AuditEntry[] {
    return this.#bySubject.all(subject).map(entryOf);
  }
}
