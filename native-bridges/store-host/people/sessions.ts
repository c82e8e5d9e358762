import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { User } from '../../../electron/contract/session.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Sql } from '../database/sql.ts';
import type { OpenSession, PageContext } from '../station/page-context.ts';
import { newToken, tokenHash, type SessionRepository } from './session-repository.ts';
import type { UserRepository } from './user-repository.ts';

/** Activity is written at most this often; after a crash the idle clock is that much early, never late. */
const TOUCH_EVERY_MS = 10_000;
const TICK_MS = 5_000;

type Closed = 'locked' | 'ended';
type Parts = { readonly sql: Sql; readonly users: UserRepository; readonly repository: SessionRepository; readonly audit: AuditLog; readonly now: () => number; readonly idleLockMs: () => number };

/** Open sign-ins in memory, each backed by its row. Locks what has been idle for too long, whatever the page does. */
export class Sessions {
  readonly #parts: Parts;
  readonly #open = new Map<string, OpenSession & { locked: boolean; activeAtMs: number }>();
  readonly #writtenAtMs = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #onClosed: (hash: string, why: Closed) => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.lockIdle(), TICK_MS).unref();
  }

  /** Hears of every session that was locked or ended. */
  onClosed(listener: (hash: string, why: Closed) => void): void {
    this.#onClosed = listener;
  }

  /** The session of a port, its idle lock applied; undefined when nobody is signed in there. */
  current(context: PageContext): OpenSession | undefined {
    const session = context.tokenHash === undefined ? undefined : this.#open.get(context.tokenHash);
    if (session !== undefined) this.#lockIfIdle(session);
    return session;
  }

  /** The caller has checked the password. Must run inside the transaction that notes the sign-in. @returns the token */
  start(context: PageContext, user: User): string {
    const token = newToken();
    const hash = tokenHash(token);
    const nowMs = this.#parts.now();
    this.#parts.repository.insert(hash, user.id, nowMs);
    this.#open.set(hash, { tokenHash: hash, user, locked: false, activeAtMs: nowMs, seen: new Map() });
    context.tokenHash = hash;
    return token;
  }

  /** Takes an earlier sign-in up again after a restart. @throws {AppError} session.required */
  resume(context: PageContext, token: string): OpenSession {
    const hash = tokenHash(token);
    const stored = this.#parts.repository.find(hash);
    const user = stored === undefined ? undefined : this.#parts.users.find(stored.userId);
    if (stored === undefined || user === undefined || !user.active) throw new AppError('session.required');
    const session = this.#open.get(hash) ?? { tokenHash: hash, user, locked: stored.locked, activeAtMs: stored.activeAtMs, seen: new Map() };
    this.#open.set(hash, session);
    context.tokenHash = hash;
    this.#lockIfIdle(session);
    return session;
  }

  touch(session: OpenSession): void {
    const open = this.#open.get(session.tokenHash);
    if (open === undefined || open.locked) return;
    open.activeAtMs = this.#parts.now();
    if (open.activeAtMs - (this.#writtenAtMs.get(open.tokenHash) ?? 0) < TOUCH_EVERY_MS) return;
    this.#writtenAtMs.set(open.tokenHash, open.activeAtMs);
    this.#parts.repository.touch(open.tokenHash, open.activeAtMs);
  }

  lock(session: OpenSession, why: 'asked' | 'idle'): void {
    const open = this.#open.get(session.tokenHash);
    if (open === undefined || open.locked) return;
    this.#parts.sql.write(() => {
      this.#parts.repository.setLocked(open.tokenHash, true, this.#parts.now());
      this.#parts.audit.note({ who: open.user.login, action: 'session.lock', subject: open.user.id, detail: why });
    });
    open.locked = true;
    this.#onClosed(open.tokenHash, 'locked');
  }

  /** The caller has checked the password and notes it in the same transaction. */
  unlock(session: OpenSession): void {
    const open = this.#open.get(session.tokenHash);
    if (open === undefined) throw new AppError('session.required');
    this.#parts.repository.setLocked(open.tokenHash, false, this.#parts.now());
    open.locked = false;
    open.activeAtMs = this.#parts.now();
  }

  end(session: OpenSession): void {
    this.#parts.repository.end(session.tokenHash, new Date(this.#parts.now()).toISOString());
    this.#open.delete(session.tokenHash);
    this.#onClosed(session.tokenHash, 'ended');
  }

  endOfUser(userId: string): void {
    this.#parts.repository.endOfUser(userId, new Date(this.#parts.now()).toISOString());
    for (const [hash, session] of this.#open) {
      if (session.user.id !== userId) continue;
      this.#open.delete(hash);
      this.#onClosed(hash, 'ended');
    }
  }

  lockIdle(): void {
    for (const session of this.#open.values()) this.#lockIfIdle(session);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #lockIfIdle(session: OpenSession): void {
    if (!session.locked && this.#parts.now() - session.activeAtMs > this.#parts.idleLockMs()) this.lock(session, 'idle');
  }
}
