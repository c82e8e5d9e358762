import type { OutboxRow } from '../../../electron/contract/station.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';
import type { DossierDesk } from '../dossiers/dossier-desk.ts';
import type { DossierRepository } from '../dossiers/dossier-repository.ts';
import type { ContactRepository } from '../procedure/contact-repository.ts';
import type { CentreAnswer, OutboxEntry, OutboxStore } from '../seams.ts';

type Row = {
  readonly dossier_id: string; readonly number: string; readonly seal_sha256: string; readonly bytes: number; readonly state: OutboxRow['state'];
  readonly sent_bytes: number; readonly tries: number; readonly next_try_ms: number; readonly last_error: string | null;
  readonly upload_url: string | null; readonly delivered: number; readonly queued_at: string;
};
type Parts = { readonly sql: Sql; readonly desk: DossierDesk; readonly dossiers: DossierRepository; readonly contacts: ContactRepository; readonly now: () => number; /** after every write of this table */ readonly onChanged: () => void };

const LISTED = 500;

/** The only writer of `outbox`. A move of a dossier and of its entry commit together. */
export class OutboxRepository implements OutboxStore {
  readonly #parts: Parts;
  readonly #due: Statement<[number], Row>;
  readonly #next: Statement<[], { readonly at: number | null }>;
  readonly #list: Statement<[number], Row>;
  readonly #find: Statement<[string], Row>;
  readonly #counts: Statement<[], { readonly state: string; readonly n: number }>;
  readonly #insert: Statement<[string, string, number, number, string], never>;
  readonly #state: Statement<[string, string], never>;
  readonly #url: Statement<[string | null, string], never>;
  readonly #progress: Statement<[number, string], never>;
  readonly #delivered: Statement<[string], never>;
  readonly #failed: Statement<[string, string, number, string], never>;
  readonly #again: Statement<[number, string], never>;
  readonly #lineBack: Statement<[number], never>;

  constructor(parts: Parts) {
    const { sql } = parts;
    this.#parts = parts;
    const columns = 'o.*, d.number FROM outbox o JOIN dossier d ON d.id = o.dossier_id';
    this.#due = sql.statement('outbox.due', `SELECT ${columns} WHERE o.state = 'queued' AND o.next_try_ms <= ? ORDER BY o.next_try_ms, o.queued_at LIMIT 1`);
    this.#next = sql.statement('outbox.next', `SELECT min(next_try_ms) AS at FROM outbox WHERE state = 'queued'`);
    this.#list = sql.statement('outbox.list', `SELECT ${columns} ORDER BY o.queued_at DESC LIMIT ?`);
    this.#find = sql.statement('outbox.find', `SELECT ${columns} WHERE o.dossier_id = ?`);
    this.#counts = sql.statement('outbox.counts', 'SELECT state, count(*) AS n FROM outbox GROUP BY state');
    this.#insert = sql.statement('outbox.insert', `INSERT INTO outbox (dossier_id, seal_sha256, bytes, state, next_try_ms, queued_at) VALUES (?, ?, ?, 'queued', ?, ?)`);
    this.#state = sql.statement('outbox.state', 'UPDATE outbox SET state = ? WHERE dossier_id = ?');
    this.#url = sql.statement('outbox.url', 'UPDATE outbox SET upload_url = ? WHERE dossier_id = ?');
    this.#progress = sql.statement('outbox.progress', 'UPDATE outbox SET sent_bytes = ? WHERE dossier_id = ?');
    this.#delivered = sql.statement('outbox.delivered', 'UPDATE outbox SET delivered = 1, sent_bytes = bytes WHERE dossier_id = ?');
    this.#failed = sql.statement('outbox.failed', 'UPDATE outbox SET state = ?, last_error = ?, next_try_ms = ?, tries = tries + 1 WHERE dossier_id = ?');
    this.#again = sql.statement('outbox.again', `UPDATE outbox SET state = 'queued', tries = 0, next_try_ms = ? WHERE dossier_id = ? AND state IN ('queued', 'parked')`);
    this.#lineBack = sql.statement('outbox.line-back', `UPDATE outbox SET next_try_ms = ? WHERE state = 'queued' AND last_error = 'outbox.offline'`);
  }

  /** Inside the sealing transaction. */
  insert(dossierId: string, seal: { readonly sha256: string; readonly bytes: number }, nowMs: number): void {
    this.#insert.run(dossierId, seal.sha256, seal.bytes, nowMs, new Date(nowMs).toISOString());
    this.#tell();
  }

  due(nowMs: number): OutboxEntry | undefined {
    const row = this.#due.get(nowMs);
    return row === undefined ? undefined : {
      dossierId: row.dossier_id, sealSha256: row.seal_sha256, bytes: row.bytes, tries: row.tries,
      uploadUrl: row.upload_url ?? undefined, delivered: row.delivered === 1,
    };
  }

  nextDueMs(): number | undefined {
    return this.#next.get()?.at ?? undefined;
  }

  markUploading(dossierId: string): void {
    this.#parts.sql.write(() => {
      if (this.#load(dossierId).state === 'uploading') return;
      this.#state.run('uploading', dossierId);
      this.#tell();
      this.#parts.desk.move({ target: { id: dossierId }, who: 'system', action: 'dossier.upload-started', events: ['upload-started'] });
    });
  }

  saveUploadUrl(dossierId: string, url: string | undefined): void {
    this.#url.run(url ?? null, dossierId);
  }

  progress(dossierId: string, sentBytes: number): void {
    this.#progress.run(sentBytes, dossierId);
    this.#tell();
  }

  delivered(dossierId: string): void {
    this.#delivered.run(dossierId);
    this.#tell();
  }

  interrupted(dossierId: string, errorCode: string, nextAtMs: number): void {
    this.#backToQueue(dossierId, 'queued', errorCode, nextAtMs);
  }

  park(dossierId: string, errorCode: string): void {
    this.#backToQueue(dossierId, 'parked', errorCode, 0);
  }

  answered(dossierId: string, answer: CentreAnswer): void {
    this.#parts.sql.write(() => {
      this.#state.run('done', dossierId);
      this.#tell();
      this.#parts.desk.move({
        target: { id: dossierId }, who: 'system', action: `dossier.${answer.outcome}`, detail: answer.reason,
        events: [answer.outcome === 'accepted' ? 'accept' : 'reject'],
        work: (record, at) => {
          this.#parts.dossiers.set(record.id, {
            centre_outcome: answer.outcome, centre_reason: answer.reason.slice(0, 60), centre_at: answer.at, centre_reference: answer.reference.slice(0, 80),
          });
          if (answer.outcome === 'rejected') this.#parts.contacts.open({ dossierId: record.id, cause: 'rejected', reason: answer.reason.slice(0, 60), at });
        },
      });
    });
  }

  /** On start: whatever was under way when the host died waits again, from where the centre has it. */
  requeueInterrupted(): void {
    for (const record of this.#parts.dossiers.inState('uploading')) {
      this.#parts.sql.write(() => {
        this.#state.run('queued', record.id);
        this.#tell();
        this.#parts.desk.move({ target: { id: record.id }, who: 'system', action: 'dossier.upload-interrupted', detail: 'restart', events: ['upload-interrupted'] });
      });
    }
  }

  /** Not parked, not under way, not answered. */
  isQueued(dossierId: string): boolean {
    return this.#load(dossierId).state === 'queued';
  }

  /** What waited for nothing but the line is due now. */
  lineBack(nowMs: number): void {
    this.#lineBack.run(nowMs);
    this.#tell();
  }

  /** A person asks for another try now; a parked entry starts counting anew. @throws {AppError} store.not-found */
  retry(dossierId: string, nowMs: number): void {
    this.#load(dossierId);
    this.#again.run(nowMs, dossierId);
    this.#tell();
  }

  list(): OutboxRow[] {
    return this.#list.all(LISTED).map((row) => ({
      dossierId: row.dossier_id, number: row.number, state: row.state, sealSha256: row.seal_sha256, bytes: row.bytes, sentBytes: row.sent_bytes,
      tries: row.tries, lastError: row.last_error, queuedAt: row.queued_at,
      nextTryAt: row.state === 'queued' ? new Date(row.next_try_ms).toISOString() : null,
    }));
  }

  waiting(): { readonly waiting: number; readonly parked: number } {
    const counts = new Map(this.#counts.all().map(({ state, n }) => [state, n]));
    return { waiting: (counts.get('queued') ?? 0) + (counts.get('uploading') ?? 0), parked: counts.get('parked') ?? 0 };
  }

  #backToQueue(dossierId: string, state: 'queued' | 'parked', errorCode: string, nextAtMs: number): void {
    this.#parts.sql.write(() => {
      const wasUploading = this.#load(dossierId).state === 'uploading';
      this.#failed.run(state, errorCode.slice(0, 60), nextAtMs, dossierId);
      this.#tell();
      if (wasUploading) this.#parts.desk.move({ target: { id: dossierId }, who: 'system', action: `dossier.upload-${state === 'parked' ? 'parked' : 'interrupted'}`, detail: errorCode, events: ['upload-interrupted'] });
    });
  }

  #tell(): void {
    this.#parts.sql.afterCommit(this.#parts.onChanged);
  }

  #load(dossierId: string): Row {
    const row = this.#find.get(dossierId);
    if (row === undefined) throw new AppError('store.not-found', { what: 'outbox' });
    return row;
  }
}
