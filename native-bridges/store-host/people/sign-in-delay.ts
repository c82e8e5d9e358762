import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';
import { normaliseLogin } from './user-repository.ts';

/** Two slips cost nothing; from the third on the wait doubles: 5 s, 10 s, 20 s … 15 min. */
const FREE_TRIES = 2;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const KEPT_LOGINS = 1_000;

export const waitAfterMs = (tries: number): number =>
  tries <= FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (tries - FREE_TRIES - 1), LONGEST_WAIT_MS);

/** Failed tries per login, kept on disk so that a restart does not forgive them. */
export class SignInDelay {
  readonly #find: Statement<[string], { readonly tries: number; readonly wait_until_ms: number }>;
  readonly #keep: Statement<[string, number, number], never>;
  readonly #clear: Statement<[string], never>;
  readonly #prune: Statement<[number], never>;

  constructor(sql: Sql) {
    this.#find = sql.statement('sign-in-failure.find', 'SELECT tries, wait_until_ms FROM sign_in_failure WHERE login = ?');
    this.#keep = sql.statement('sign-in-failure.keep', `INSERT INTO sign_in_failure (login, tries, wait_until_ms) VALUES (?, ?, ?)
      ON CONFLICT (login) DO UPDATE SET tries = excluded.tries, wait_until_ms = excluded.wait_until_ms`);
    this.#clear = sql.statement('sign-in-failure.clear', 'DELETE FROM sign_in_failure WHERE login = ?');
    this.#prune = sql.statement('sign-in-failure.prune', `DELETE FROM sign_in_failure WHERE login IN
      (SELECT login FROM sign_in_failure ORDER BY wait_until_ms DESC LIMIT -1 OFFSET ?)`);
  }

  /** @throws {AppError} session.wait with the seconds left */
  check(login: string, nowMs: number): void {
    const leftMs = (this.#find.get(normaliseLogin(login))?.wait_until_ms ?? 0) - nowMs;
    // A clock set back must not lock somebody out for longer than the longest wait.
    if (leftMs > 0) throw new AppError('session.wait', { seconds: Math.ceil(Math.min(leftMs, LONGEST_WAIT_MS) / 1000) });
  }

  /** @returns the wait that this failure earned, in milliseconds */
  failed(login: string, nowMs: number): number {
    const name = normaliseLogin(login);
    const tries = (this.#find.get(name)?.tries ?? 0) + 1;
    this.#keep.run(name, tries, nowMs + waitAfterMs(tries));
    this.#prune.run(KEPT_LOGINS);
    return waitAfterMs(tries);
  }

  succeeded(login: string): void {
    this.#clear.run(normaliseLogin(login));
  }
}
