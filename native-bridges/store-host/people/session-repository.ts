import { createHash, randomBytes } from 'node:crypto';
import type { Sql, Statement } from '../database/sql.ts';

type Row = { readonly user_id: string; readonly active_at_ms: number; readonly locked: number };
export type StoredSession = { readonly userId: string; readonly activeAtMs: number; readonly locked: boolean };

const TOKEN_BYTES = 32;

/** The token itself is never kept: a copy of the database does not open a session. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 43 characters of base64url. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** The only writer of `session`: what a restarted host needs to take a sign-in up again. */
export class SessionRepository {
  readonly #find: Statement<[string], Row>;
  readonly #insert: Statement<[string, string, string, number], never>;
  readonly #touch: Statement<[number, string], never>;
  readonly #lock: Statement<[number, number, string], never>;
  readonly #end: Statement<[string, string], never>;
  readonly #endOfUser: Statement<[string, string], never>;
  readonly #endOld: Statement<[string, number], never>;

  constructor(sql: Sql) {
    this.#find = sql.statement('session.find', 'SELECT user_id, active_at_ms, locked FROM session WHERE token_hash = ? AND ended_at IS NULL');
    this.#insert = sql.statement('session.insert', 'INSERT INTO session (token_hash, user_id, started_at, active_at_ms, locked) VALUES (?, ?, ?, ?, 0)');
    this.#touch = sql.statement('session.touch', 'UPDATE session SET active_at_ms = ? WHERE token_hash = ?');
    this.#lock = sql.statement('session.lock', 'UPDATE session SET locked = ?, active_at_ms = ? WHERE token_hash = ?');
    this.#end = sql.statement('session.end', 'UPDATE session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL');
    this.#endOfUser = sql.statement('session.end-of-user', 'UPDATE session SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL');
    this.#endOld = sql.statement('session.end-old', 'UPDATE session SET ended_at = ? WHERE active_at_ms < ? AND ended_at IS NULL');
  }

  find(hash: string): StoredSession | undefined {
    const row = this.#find.get(hash);
    return row === undefined ? undefined : { userId: row.user_id, activeAtMs: row.active_at_ms, locked: row.locked === 1 };
  }

  insert(hash: string, userId: string, nowMs: number): void {
    this.#insert.run(hash, userId, new Date(nowMs).toISOString(), nowMs);
  }

  touch(hash: string, nowMs: number): void {
    this.#touch.run(nowMs, hash);
  }

  setLocked(hash: string, locked: boolean, nowMs: number): void {
    this.#lock.run(locked ? 1 : 0, nowMs, hash);
  }

  end(hash: string, at: string): void {
    this.#end.run(at, hash);
  }

  endOfUser(userId: string, at: string): void {
    this.#endOfUser.run(at, userId);
  }

  /** Nobody comes back to a session after a night. */
  endIdleSince(beforeMs: number, at: string): void {
    this.#endOld.run(at, beforeMs);
  }
}
