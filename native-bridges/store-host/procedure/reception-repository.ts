import type { Correction } from '../../../electron/contract/population-request.ts';
import type { Representation } from '../../../electron/contract/procedure-facts.ts';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import type { ReceptionOutcome, ReceptionState } from '../../../electron/core/procedure/reception-state.ts';
import type { Sql, Statement } from '../database/sql.ts';

/** What of a reception is written once. */
export type ReceptionBody = {
  readonly person: Person;
  readonly corrections: readonly Correction[];
  readonly evidence: string;
  readonly reasons: readonly ReturnReason[];
  readonly text: string;
  readonly representation: Representation | null;
  /** The draft that was withdrawn for it: its captures are taken over. */
  readonly withdrawnDossierId: string | null;
};
export type ReceptionRecord = {
  readonly seq: number; readonly id: string; readonly number: string; readonly outcome: ReceptionOutcome; readonly state: ReceptionState; readonly version: number;
  readonly received_on: string; readonly opened_at: string; readonly updated_at: string; readonly officer_id: string; readonly lookup_id: string | null;
  readonly kind: IssueKind; readonly ground: GroundId; readonly pid: string; readonly full_name: string; readonly birth_date: string; readonly body_json: string;
  readonly due_on: string | null; readonly sent_at: string | null; readonly checked_at: string | null; readonly answered_at: string | null;
  readonly centre_reference: string; readonly answer: string; readonly ready_lookup_id: string | null; readonly dossier_id: string | null;
};
export type NewReception = {
  readonly id: string; readonly number: string; readonly outcome: ReceptionOutcome; readonly state: ReceptionState; readonly receivedOn: string; readonly at: string;
  readonly officerId: string; readonly lookupId: string | null; readonly kind: IssueKind; readonly ground: GroundId; readonly dueOn: string | null; readonly body: ReceptionBody;
};
type Column = 'pid' | 'full_name' | 'birth_date' | 'sent_at' | 'checked_at' | 'answered_at' | 'centre_reference' | 'answer' | 'ready_lookup_id' | 'dossier_id';
type Counted = { readonly state: ReceptionState; readonly n: number };
const NEWEST = Number.MAX_SAFE_INTEGER;

export const bodyOf = ({ body_json }: Pick<ReceptionRecord, 'body_json'>): ReceptionBody => JSON.parse(body_json) as ReceptionBody;

/** The only writer of `reception`. Called inside ReceptionDesk's transaction. */
export class ReceptionRepository {
  readonly #sql: Sql;
  readonly #find: Statement<[string], ReceptionRecord>;
  readonly #insert: Statement<Record<string, string | null>, never>;
  readonly #lastNumber: Statement<[string], { readonly number: string }>;
  readonly #page: Statement<[string, number, number], ReceptionRecord>;
  readonly #counts: Statement<[], Counted>;
  readonly #overdue: Statement<[string], { readonly n: number }>;
  readonly #waiting: Statement<[], ReceptionRecord>;
  readonly #waitingFor: Statement<[string], { readonly id: string }>;
  readonly #bump: Statement<[ReceptionState, string, string, number], never>;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#find = sql.statement('reception.find', 'SELECT * FROM reception WHERE id = ?');
    this.#insert = sql.statement('reception.insert', `INSERT INTO reception
      (id, number, outcome, state, version, received_on, opened_at, updated_at, officer_id, lookup_id, kind, ground, pid, full_name, birth_date, body_json, due_on)
      VALUES (:id, :number, :outcome, :state, 1, :receivedOn, :at, :at, :officerId, :lookupId, :kind, :ground, :pid, :fullName, :birthDate, :body, :dueOn)`);
    this.#lastNumber = sql.statement('reception.last-number', 'SELECT number FROM reception WHERE number GLOB ? ORDER BY length(number) DESC, number DESC LIMIT 1');
    this.#page = sql.statement('reception.page', 'SELECT * FROM reception WHERE state IN (SELECT value FROM json_each(?)) AND seq < ? ORDER BY seq DESC LIMIT ?');
    this.#counts = sql.statement('reception.counts', 'SELECT state, count(*) AS n FROM reception GROUP BY state');
    this.#overdue = sql.statement('reception.overdue', `SELECT count(*) AS n FROM reception WHERE state = 'waiting' AND due_on < ?`);
    this.#waiting = sql.statement('reception.waiting', `SELECT * FROM reception WHERE state = 'waiting' ORDER BY seq`);
    this.#waitingFor = sql.statement('reception.waiting-for', `SELECT id FROM reception WHERE state = 'waiting' AND pid = ? LIMIT 1`);
    this.#bump = sql.statement('reception.bump', 'UPDATE reception SET state = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ?');
  }

  /** @throws {AppError} store.not-found */
  load(id: string): ReceptionRecord {
    const record = this.#find.get(id);
    if (record === undefined) throw new AppError('store.not-found', { what: 'reception' });
    return record;
  }

  /** `TN-YY-MMDD-NNNN`. @param day `YYYY-MM-DD` */
  nextNumber(day: string): string {
    const head = `TN-${day.slice(2, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-`;
    const last = Number(this.#lastNumber.get(`${head}*`)?.number.slice(head.length) ?? 0);
    return `${head}${String(last + 1).padStart(4, '0')}`;
  }

  insert({ body, ...reception }: NewReception): ReceptionRecord {
    const { pid, fullName, birthDate } = body.person;
    this.#insert.run({ ...reception, pid, fullName, birthDate, body: JSON.stringify(body) });
    return this.load(reception.id);
  }

  page(states: readonly ReceptionState[], before: number | null, limit: number): readonly ReceptionRecord[] {
    return this.#page.all(JSON.stringify(states), before ?? NEWEST, limit);
  }

  counts(): readonly Counted[] {
    return this.#counts.all();
  }

  overdue(today: string): number {
    return this.#overdue.get(today)?.n ?? 0;
  }

  waiting(): readonly ReceptionRecord[] {
    return this.#waiting.all();
  }

  /** Whether an adjustment for this number isn't decided yet. */
  isWaitingFor(pid: string): boolean {
    return pid !== '' && this.#waitingFor.get(pid) !== undefined;
  }

  set(id: string, change: Partial<Readonly<Record<Column, string | null>>>): void {
    for (const [column, value] of Object.entries(change)) {
      this.#sql.statement<[string | null, string]>(`reception.set-${column}`, `UPDATE reception SET ${column} = ? WHERE id = ?`).run(value, id);
    }
  }

  /** @throws {AppError} dossier.stale-version */
  bump(record: ReceptionRecord, state: ReceptionState, at: string): void {
    if (this.#bump.run(state, at, record.id, record.version) !== 1) throw new AppError('dossier.stale-version');
  }
}
