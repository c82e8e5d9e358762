import type { Step } from '../../../electron/core/dossier/steps.ts';
import type { FindingCode } from '../../../electron/core/procedure/finding-codes.ts';
import type { Sql, Statement } from '../database/sql.ts';

export type OverrideRow = { readonly code: FindingCode; readonly reason: string; readonly officer_id: string; readonly at: string };
export type CountersignRow = { readonly what: string; readonly officer_id: string; readonly at: string };
export type StepTimeRow = { readonly step: Step; readonly ms: number };

/** The only writer of reasons given for warnings, of the chief's countersigning and of the time per step. Called inside DossierDesk's transaction. */
export class ProcedureRepository {
  readonly #overrides: Statement<[string], OverrideRow>;
  readonly #setOverride: Statement<[string, string, string, string, string], never>;
  readonly #clearOverride: Statement<[string, string], never>;
  readonly #countersigns: Statement<[string], CountersignRow>;
  readonly #setCountersign: Statement<[string, string, string, string], never>;
  readonly #clearCountersigns: Statement<[string], never>;
  readonly #stepTimes: Statement<[string], StepTimeRow>;
  readonly #addTime: Statement<[string, Step, number], never>;

  constructor(sql: Sql) {
    this.#overrides = sql.statement('finding-override.of-dossier', 'SELECT code, reason, officer_id, at FROM finding_override WHERE dossier_id = ?');
    this.#setOverride = sql.statement('finding-override.set', `INSERT INTO finding_override (dossier_id, code, reason, officer_id, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (dossier_id, code) DO UPDATE SET reason = excluded.reason, officer_id = excluded.officer_id, at = excluded.at`);
    this.#clearOverride = sql.statement('finding-override.clear', 'DELETE FROM finding_override WHERE dossier_id = ? AND code = ?');
    this.#countersigns = sql.statement('countersign.of-dossier', 'SELECT what, officer_id, at FROM countersign WHERE dossier_id = ?');
    this.#setCountersign = sql.statement('countersign.set', `INSERT INTO countersign (dossier_id, what, officer_id, at) VALUES (?, ?, ?, ?)
      ON CONFLICT (dossier_id, what) DO UPDATE SET officer_id = excluded.officer_id, at = excluded.at`);
    this.#clearCountersigns = sql.statement('countersign.clear', 'DELETE FROM countersign WHERE dossier_id = ?');
    this.#stepTimes = sql.statement('step-time.of-dossier', 'SELECT step, ms FROM step_time WHERE dossier_id = ?');
    this.#addTime = sql.statement('step-time.add', `INSERT INTO step_time (dossier_id, step, ms) VALUES (?, ?, ?)
      ON CONFLICT (dossier_id, step) DO UPDATE SET ms = ms + excluded.ms`);
  }

  overrides(dossierId: string): readonly OverrideRow[] {
    return this.#overrides.all(dossierId);
  }

  setOverride(dossierId: string, override: OverrideRow): void {
    this.#setOverride.run(dossierId, override.code, override.reason.normalize('NFC'), override.officer_id, override.at);
  }

  clearOverride(dossierId: string, code: FindingCode): void {
    this.#clearOverride.run(dossierId, code);
  }

  countersigns(dossierId: string): readonly CountersignRow[] {
    return this.#countersigns.all(dossierId);
  }

  setCountersign(dossierId: string, { what, officer_id, at }: CountersignRow): void {
    this.#setCountersign.run(dossierId, what, officer_id, at);
  }

  /** A dossier that is submitted anew is signed for anew. */
  clearCountersigns(dossierId: string): void {
    this.#clearCountersigns.run(dossierId);
  }

  stepTimes(dossierId: string): readonly StepTimeRow[] {
    return this.#stepTimes.all(dossierId);
  }

  addTime(dossierId: string, step: Step, ms: number): void {
    this.#addTime.run(dossierId, step, ms);
  }
}
