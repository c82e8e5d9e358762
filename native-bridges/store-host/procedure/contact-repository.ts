import { randomUUID } from 'node:crypto';
import type { ContactCause, ContactOutcome } from '../../../electron/core/procedure/contact-causes.ts';
import { BUILT_IN_CALENDAR } from '../../../electron/core/procedure/holidays.ts';
import { TELL_WITHIN_WORKING_DAYS } from '../../../electron/core/procedure/reasons.ts';
import { addWorkingDays } from '../../../electron/core/procedure/working-days.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { Sql, Statement } from '../database/sql.ts';

export type TaskRow = {
  readonly seq: number; readonly id: string; readonly dossier_id: string | null; readonly reception_id: string | null; readonly cause: ContactCause; readonly reason: string;
  readonly opened_at: string; readonly due_on: string; readonly closed_at: string | null; readonly closed_how: string | null;
};
export type TryRow = { readonly at: string; readonly officer_id: string; readonly way: 'phone' | 'in-person' | 'message' | 'commune'; readonly outcome: ContactOutcome; readonly note: string };
type NewTask = { readonly dossierId?: string; readonly receptionId?: string; readonly cause: ContactCause; readonly reason: string; readonly at: string };

/** The only writer of who has to be told and of the tries. Called inside the transaction of what they are to be told of. */
export class ContactRepository {
  readonly #insert: Statement<[string, string | null, string | null, string, string, string, string], never>;
  readonly #find: Statement<[string], TaskRow>;
  readonly #open: Statement<[number], TaskRow>;
  readonly #closed: Statement<[number], TaskRow>;
  readonly #countOpen: Statement<[], { readonly n: number }>;
  readonly #countOverdue: Statement<[string], { readonly n: number }>;
  readonly #close: Statement<[string, string, string], never>;
  readonly #closeOfDossier: Statement<[string, string, string], never>;
  readonly #closeOfReception: Statement<[string, string, string], never>;
  readonly #tries: Statement<[string], TryRow>;
  readonly #insertTry: Statement<[string, string, string, string, string, string], never>;

  constructor(sql: Sql) {
    this.#insert = sql.statement('contact-task.insert', 'INSERT INTO contact_task (id, dossier_id, reception_id, cause, reason, opened_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#find = sql.statement('contact-task.find', 'SELECT * FROM contact_task WHERE id = ?');
    this.#open = sql.statement('contact-task.open', 'SELECT * FROM contact_task WHERE closed_at IS NULL ORDER BY due_on, seq LIMIT ?');
    this.#closed = sql.statement('contact-task.closed', 'SELECT * FROM contact_task WHERE closed_at IS NOT NULL ORDER BY seq DESC LIMIT ?');
    this.#countOpen = sql.statement('contact-task.count', 'SELECT count(*) AS n FROM contact_task WHERE closed_at IS NULL');
    this.#countOverdue = sql.statement('contact-task.overdue', 'SELECT count(*) AS n FROM contact_task WHERE closed_at IS NULL AND due_on < ?');
    this.#close = sql.statement('contact-task.close', 'UPDATE contact_task SET closed_at = ?, closed_how = ? WHERE id = ?');
    this.#closeOfDossier = sql.statement('contact-task.close-of-dossier', 'UPDATE contact_task SET closed_at = ?, closed_how = ? WHERE dossier_id = ? AND closed_at IS NULL');
    this.#closeOfReception = sql.statement('contact-task.close-of-reception', 'UPDATE contact_task SET closed_at = ?, closed_how = ? WHERE reception_id = ? AND closed_at IS NULL');
    this.#tries = sql.statement('contact-try.of-task', 'SELECT at, officer_id, way, outcome, note FROM contact_try WHERE task_id = ? ORDER BY seq');
    this.#insertTry = sql.statement('contact-try.insert', 'INSERT INTO contact_try (task_id, at, officer_id, way, outcome, note) VALUES (?, ?, ?, ?, ?, ?)');
  }

  /** Due one working day later. */
  open(task: NewTask): void {
    const dueOn = addWorkingDays(localDay(task.at), TELL_WITHIN_WORKING_DAYS, BUILT_IN_CALENDAR.off, BUILT_IN_CALENDAR.worked);
    this.#insert.run(randomUUID(), task.dossierId ?? null, task.receptionId ?? null, task.cause, task.reason, task.at, dueOn);
  }

  /** @throws {AppError} store.not-found */
  load(id: string): TaskRow {
    const row = this.#find.get(id);
    if (row === undefined) throw new AppError('store.not-found', { what: 'contact' });
    return row;
  }

  list(closed: boolean, limit: number): readonly TaskRow[] {
    return (closed ? this.#closed : this.#open).all(limit);
  }

  counts(today: string): { readonly open: number; readonly overdue: number } {
    return { open: this.#countOpen.get()?.n ?? 0, overdue: this.#countOverdue.get(today)?.n ?? 0 };
  }

  close(id: string, how: string, at: string): void {
    this.#close.run(at, how, id);
  }

  /** The citizen stands at the counter again, or nothing has to be told any more. */
  closeOfDossier(dossierId: string, how: string, at: string): void {
    this.#closeOfDossier.run(at, how, dossierId);
  }

  closeOfReception(receptionId: string, how: string, at: string): void {
    this.#closeOfReception.run(at, how, receptionId);
  }

  tries(taskId: string): readonly TryRow[] {
    return this.#tries.all(taskId);
  }

  insertTry(taskId: string, one: TryRow): void {
    this.#insertTry.run(taskId, one.at, one.officer_id, one.way, one.outcome, one.note.normalize('NFC'));
  }
}
