import type { VoidDecision } from '../../../electron/contract/procedure.ts';
import type { VoidRefusal } from '../../../electron/core/procedure/void-refusals.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { Sql, Statement } from '../database/sql.ts';

export type ReceiptRow = {
  readonly seq: number;
  readonly dossier_id: string;
  readonly receipt_number: string;
  readonly amount_dong: number;
  readonly collected_at: string;
  readonly collected_on: string;
  readonly collected_by: string;
  readonly void_reason: string | null;
  readonly void_asked_at: string | null;
  readonly void_asked_by: string | null;
  readonly void_decided_at: string | null;
  readonly void_decided_on: string | null;
  readonly void_decided_by: string | null;
  readonly void_approved: 0 | 1 | null;
  readonly void_refusal: VoidRefusal | null;
  readonly void_answer: string | null;
};
export type NewReceipt = { readonly dossierId: string; readonly receiptNumber: string; readonly amountDong: number; readonly at: string; readonly day: string; readonly officerId: string };

export const isVoid = (row: ReceiptRow): boolean => row.void_approved === 1;
export const isVoidAsked = (row: ReceiptRow): boolean => row.void_asked_at !== null && row.void_decided_at === null;

/** The only writer of `fee_receipt`: what was collected, voided and by whom. Called inside DossierDesk's transaction. */
export class FeeRepository {
  readonly #ofDossier: Statement<[string], ReceiptRow>;
  readonly #find: Statement<[string], ReceiptRow>;
  readonly #insert: Statement<[string, string, number, string, string, string], never>;
  readonly #askVoid: Statement<[string, string, string, number], never>;
  readonly #decideVoid: Statement<[string, string, string, number, string | null, string | null, number], never>;
  readonly #dossiersOfDay: Statement<[string, string, string], { readonly id: string }>;
  readonly #waiting: Statement<[], ReceiptRow>;

  constructor(sql: Sql) {
    this.#ofDossier = sql.statement('fee-receipt.of-dossier', 'SELECT * FROM fee_receipt WHERE dossier_id = ? ORDER BY seq');
    this.#find = sql.statement('fee-receipt.find', 'SELECT * FROM fee_receipt WHERE receipt_number = ?');
    this.#insert = sql.statement('fee-receipt.insert', `INSERT INTO fee_receipt (dossier_id, receipt_number, amount_dong, collected_at, collected_on, collected_by)
      VALUES (?, ?, ?, ?, ?, ?)`);
    this.#askVoid = sql.statement('fee-receipt.ask-void', `UPDATE fee_receipt SET void_reason = ?, void_asked_at = ?, void_asked_by = ?,
      void_decided_at = NULL, void_decided_on = NULL, void_decided_by = NULL, void_approved = NULL, void_refusal = NULL, void_answer = NULL WHERE seq = ?`);
    this.#decideVoid = sql.statement('fee-receipt.decide-void', `UPDATE fee_receipt SET void_decided_at = ?, void_decided_on = ?, void_decided_by = ?, void_approved = ?,
      void_refusal = ?, void_answer = ? WHERE seq = ?`);
    this.#dossiersOfDay = sql.statement('fee-receipt.dossiers-of-day', `SELECT id FROM dossier WHERE id IN
      (SELECT dossier_id FROM fee_receipt WHERE collected_on = ? UNION SELECT dossier_id FROM fee_receipt WHERE void_decided_on = ? UNION SELECT id FROM dossier WHERE received_on = ?)
      ORDER BY seq`);
    this.#waiting = sql.statement('fee-receipt.waiting', 'SELECT * FROM fee_receipt WHERE void_asked_at IS NOT NULL AND void_decided_at IS NULL ORDER BY void_asked_at, seq');
  }

  ofDossier(dossierId: string): readonly ReceiptRow[] {
    return this.#ofDossier.all(dossierId);
  }

  /** @throws {AppError} fee.number-used */
  insert(receipt: NewReceipt): void {
    if (this.#find.get(receipt.receiptNumber) !== undefined) throw new AppError('fee.number-used');
    this.#insert.run(receipt.dossierId, receipt.receiptNumber, receipt.amountDong, receipt.at, receipt.day, receipt.officerId);
  }

  /** The receipt of this dossier by its number. @throws {AppError} fee.no-such-receipt */
  load(dossierId: string, receiptNumber: string): ReceiptRow {
    const row = this.#find.get(receiptNumber);
    if (row === undefined || row.dossier_id !== dossierId) throw new AppError('fee.no-such-receipt');
    return row;
  }

  askVoid({ seq }: ReceiptRow, reason: string, at: string, officerId: string): void {
    this.#askVoid.run(reason.normalize('NFC'), at, officerId, seq);
  }

  decideVoid({ seq }: ReceiptRow, decision: VoidDecision, { at, chiefId }: { readonly at: string; readonly chiefId: string }): void {
    const why = decision.approve ? undefined : decision;
    this.#decideVoid.run(at, localDay(at), chiefId, decision.approve ? 1 : 0, why?.refusal ?? null, why?.answer.normalize('NFC').trim() ?? null, seq);
  }

  /** Dossiers received on the day, or with a receipt written or voided on it. */
  dossiersOfDay(day: string): readonly string[] {
    return this.#dossiersOfDay.all(day, day, day).map(({ id }) => id);
  }

  /** Voids that were asked for and not decided, the longest waiting first. */
  waitingVoids(): readonly ReceiptRow[] {
    return this.#waiting.all();
  }
}
