import { log } from '../../kit/log.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Sql } from '../database/sql.ts';

/** The start looks at the newest audit entries and at small files whole; the rest is looked at once the counter is served. */
const AFTER_START_MS = 20_000;

/** Walks the whole audit chain and every table in the background, one slice at a time. What it finds stands in the diagnostics. */
export class IdleCheck {
  readonly #sql: Sql;
  readonly #audit: AuditLog;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  finding = 'not yet';

  constructor(sql: Sql, audit: AuditLog) {
    this.#sql = sql;
    this.#audit = audit;
  }

  begin(): void {
    this.#timer ??= setTimeout(() => void this.run(), AFTER_START_MS).unref();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async run(): Promise<void> {
    const tables = this.#sql.statement<[], { readonly name: string }>('idle-check.tables', `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'`).all();
    for (const { name } of tables) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#closed) return;
      if (this.#sql.pragma(`quick_check('${name}')`) !== 'ok') return this.#found(`table ${name} is damaged`);
    }
    const verdict = await this.#audit.verify(() => this.#closed);
    if (this.#closed) return;
    this.#found(verdict.ok ? 'whole' : `audit chain broken at ${verdict.firstBreak ?? 0}`);
  }

  #found(finding: string): void {
    this.finding = finding;
    log('store.idle-check', { finding });
  }
}
