import type { Dossier } from '../../../electron/contract/dossier.ts';
import { isEditable, next, type DossierEvent, type DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Sql } from '../database/sql.ts';
import type { ProcedureRepository } from '../procedure/procedure-repository.ts';
import type { DossierRepository } from './dossier-repository.ts';
import type { DossierRecord } from './dossier-row.ts';
import type { DossierViews } from './dossier-view.ts';

export type Target = { readonly id: string; /** what the caller last saw; undefined for the system's own moves, and where the request names what it is about */ readonly version?: number | undefined };
export type Change = {
  readonly target: Target;
  /** login, or `system` */
  readonly who: string;
  readonly action: string;
  /** For the log. A function is asked after the change, inside the transaction: nobody learns what is there of a dossier that refuses it. */
  readonly detail?: string | (() => string);
  readonly events?: readonly DossierEvent[];
  /** Runs inside the transaction, before the move; throws to refuse. */
  readonly work?: (record: DossierRecord, at: string) => void;
};
export type Edit = Omit<Change, 'events'> & {
  /** The change concerns what the citizen confirmed: the confirmation no longer holds. */
  readonly voidsConfirmation: boolean;
};
export type Changed = { readonly id: string; readonly state: DossierState; readonly version: number };

type Parts = {
  readonly sql: Sql; readonly dossiers: DossierRepository; readonly views: DossierViews; readonly procedure: ProcedureRepository; readonly audit: AuditLog;
  readonly now: () => number; /** a pause counts no longer than this as time on a step */ readonly idleMs: () => number; readonly onChanged: (changed: Changed) => void;
};

/** Every change of a dossier goes through here: version, lifecycle, the change and its audit entry in one transaction. */
export class DossierDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  view(id: string): Dossier {
    return this.#parts.views.dossier(this.#parts.dossiers.load(id));
  }

  /** A transition named by `events`. @throws {AppError} dossier.stale-version, dossier.illegal-event, or what `work` throws */
  move(change: Change): Dossier {
    return this.#commit(change, (record) => this.#apply(record.state, change.events ?? []));
  }

  /** An officer's edit of an open dossier; draft and captured follow from what is missing. @throws also dossier.read-only */
  edit(edit: Edit): Dossier {
    const work = (record: DossierRecord, at: string): void => {
      if (!isEditable(record.state)) throw new AppError('dossier.read-only', { state: record.state });
      this.#countTime(record, at);
      edit.work?.(record, at);
      if (edit.voidsConfirmation && record.citizen_confirmed_at !== null) this.#parts.dossiers.set(record.id, { citizen_confirmed_at: null });
    };
    return this.#commit({ ...edit, work }, (record) => this.#settle(record.id, record.state));
  }

  /** A returned dossier is taken up again: draft, or captured where nothing is missing. */
  reopen(change: Omit<Change, 'events'>): Dossier {
    return this.#commit({ ...change, events: ['capture-reopened'] }, (record) => this.#settle(record.id, this.#apply(record.state, ['capture-reopened'])));
  }

  #commit(change: Change, stateAfter: (record: DossierRecord) => DossierState): Dossier {
    const { sql, dossiers, audit } = this.#parts;
    return sql.write(() => {
      const record = dossiers.load(change.target.id);
      if (change.target.version !== undefined && change.target.version !== record.version) throw new AppError('dossier.stale-version');
      // The move is refused before anything is written; what follows from the change itself is settled after it.
      if (change.events !== undefined) this.#apply(record.state, change.events);
      const at = new Date(this.#parts.now()).toISOString();
      change.work?.(record, at);
      const state = stateAfter(record);
      dossiers.bump(record, state, at);
      const moved = state === record.state ? '' : `${record.state} → ${state}`;
      audit.note({ who: change.who, action: change.action, subject: record.id, detail: [typeof change.detail === 'function' ? change.detail() : (change.detail ?? ''), moved].filter((part) => part !== '').join('; ') });
      const view = this.view(record.id);
      sql.afterCommit(() => this.#parts.onChanged({ id: view.id, state: view.state, version: view.version }));
      return view;
    });
  }

  /** The time since the last change was spent on the step that the dossier stood on. */
  #countTime(record: DossierRecord, at: string): void {
    const ms = Math.min(Date.parse(at) - Date.parse(record.updated_at), this.#parts.idleMs());
    if (ms > 0) this.#parts.procedure.addTime(record.id, record.step, ms);
  }

  #apply(from: DossierState, events: readonly DossierEvent[]): DossierState {
    return events.reduce<DossierState>((state, event) => {
      const target = next(state, event);
      if (!target.ok) throw new AppError('dossier.illegal-event', { from: state, event });
      return target.value;
    }, from);
  }

  /** draft ⇄ captured by what is missing; a returned dossier stays returned until something of it is missing. */
  #settle(id: string, state: DossierState): DossierState {
    const complete = this.#parts.views.gaps(this.#parts.dossiers.load(id)).length === 0;
    if (state === 'draft' && complete) return this.#apply(state, ['capture-complete']);
    if ((state === 'captured' || state === 'returned') && !complete) return this.#apply(state, ['capture-reopened']);
    return state;
  }
}
