import type { z } from 'zod';
import type { Attempt } from '../../../electron/contract/attempt.ts';
import type { Capture, MissingFinger } from '../../../electron/contract/dossier.ts';
import type { CaptureSlot, Finger } from '../../../electron/core/dossier/capture-slots.ts';
import type { Sql, Statement } from '../database/sql.ts';

type MissingView = z.infer<typeof MissingFinger>;
type CaptureRow = {
  readonly id: string; readonly slot: CaptureSlot; readonly media_type: Capture['mediaType']; readonly sha256: string; readonly bytes: number;
  readonly width_px: number; readonly height_px: number; readonly ppi: number; readonly device_json: string;
  readonly captured_at: string; readonly accepted_at: string; readonly officer_id: string; readonly attempt: number;
};
type AttemptRow = Pick<Attempt, 'slot' | 'attempt' | 'sha256' | 'outcome' | 'reason' | 'at' | 'veto'> & {
  readonly officer_id: string; readonly analysis_json: string | null; readonly device_json: string | null; readonly record_json: string | null; readonly shown_json: string | null;
};
type MissingRow = { readonly finger: Finger; readonly reason: MissingView['reason']; readonly permanent: number; readonly note: string };

const CAPTURE = 'id, slot, media_type, sha256, bytes, width_px, height_px, ppi, device_json, captured_at, accepted_at, officer_id, attempt';

/** The only writer of what hangs on a dossier: captures, attempts, missing fingers; papers have DossierPapers. Called inside DossierDesk's transaction. */
export class DossierParts {
  readonly #captures: Statement<[string], CaptureRow>;
  readonly #everyOfficer: Statement<[string], { readonly officer_id: string }>;
  readonly #replace: Statement<[string, string, string], never>;
  readonly #insertCapture: Statement<Record<string, string | number | null>, never>;
  readonly #attempts: Statement<[string], AttemptRow>;
  readonly #insertAttempt: Statement<Record<string, string | number | null>, never>;
  readonly #missing: Statement<[string], MissingRow>;
  readonly #setMissing: Statement<[string, string, string, number, string], never>;
  readonly #clearMissing: Statement<[string, string], never>;

  constructor(sql: Sql) {
    this.#captures = sql.statement('capture.of-dossier', `SELECT ${CAPTURE} FROM capture WHERE dossier_id = ? AND replaced_at IS NULL ORDER BY accepted_at, id`);
    this.#everyOfficer = sql.statement('capture.officers', 'SELECT DISTINCT officer_id FROM capture WHERE dossier_id = ?');
    this.#replace = sql.statement('capture.replace', 'UPDATE capture SET replaced_at = ? WHERE dossier_id = ? AND slot = ? AND replaced_at IS NULL');
    this.#insertCapture = sql.statement('capture.insert', `INSERT INTO capture (${CAPTURE}, dossier_id)
      VALUES (:id, :slot, :mediaType, :sha256, :bytes, :widthPx, :heightPx, :ppi, :device, :capturedAt, :acceptedAt, :officerId, :attempt, :dossierId)`);
    this.#attempts = sql.statement('attempt.of-dossier', 'SELECT slot, attempt, sha256, outcome, reason, at, veto, officer_id, analysis_json, device_json, record_json, shown_json FROM attempt WHERE dossier_id = ? ORDER BY seq');
    this.#insertAttempt = sql.statement('attempt.insert', `INSERT INTO attempt
      (dossier_id, slot, attempt, sha256, outcome, reason, at, officer_id, analysis_json, device_json, record_json, shown_json, veto, job_id)
      VALUES (:dossierId, :slot, :attempt, :sha256, :outcome, :reason, :at, :officerId, :analysis, :device, :record, :shown, :veto, :jobId)
      ON CONFLICT (job_id) DO NOTHING`);
    this.#missing = sql.statement('missing-finger.of-dossier', 'SELECT finger, reason, permanent, note FROM missing_finger WHERE dossier_id = ?');
    this.#setMissing = sql.statement('missing-finger.set', `INSERT INTO missing_finger (dossier_id, finger, reason, permanent, note) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (dossier_id, finger) DO UPDATE SET reason = excluded.reason, permanent = excluded.permanent, note = excluded.note`);
    this.#clearMissing = sql.statement('missing-finger.clear', 'DELETE FROM missing_finger WHERE dossier_id = ? AND finger = ?');
  }

  captures(dossierId: string): readonly Capture[] {
    return this.#captures.all(dossierId).map((row) => ({
      id: row.id, slot: row.slot, mediaType: row.media_type, sha256: row.sha256, bytes: row.bytes, widthPx: row.width_px, heightPx: row.height_px,
      ppi: row.ppi, device: JSON.parse(row.device_json) as Capture['device'], capturedAt: row.captured_at, acceptedAt: row.accepted_at,
      officerId: row.officer_id, attempt: row.attempt,
    }));
  }

  /** Also those whose image was retaken since: they captured. */
  captureOfficers(dossierId: string): readonly string[] {
    return this.#everyOfficer.all(dossierId).map((row) => row.officer_id);
  }

  insertCapture(dossierId: string, { device, ...capture }: Capture): void {
    this.#replace.run(capture.acceptedAt, dossierId, capture.slot);
    this.#insertCapture.run({ ...capture, dossierId, device: JSON.stringify(device) });
  }

  /** @param jobId names the capture of an attempt without a picture: the second time it is told, nothing happens. @returns whether it is new */
  insertAttempt(dossierId: string, { analysis, device, record, shown, ...attempt }: Attempt, jobId: string | null = null): boolean {
    return this.#insertAttempt.run({ ...attempt, dossierId, analysis: jsonOf(analysis), device: jsonOf(device), record: jsonOf(record), shown: jsonOf(shown), jobId }) > 0;
  }

  attempts(dossierId: string): readonly Attempt[] {
    return this.#attempts.all(dossierId).map(({ officer_id, analysis_json, device_json, record_json, shown_json, ...row }) => ({
      ...row, officerId: officer_id, analysis: fromJson<Attempt['analysis']>(analysis_json), device: fromJson<Attempt['device']>(device_json),
      record: fromJson<Attempt['record']>(record_json), shown: fromJson<Attempt['shown']>(shown_json),
    }));
  }

  missingFingers(dossierId: string): readonly MissingView[] {
    return this.#missing.all(dossierId).map((row) => ({ ...row, permanent: row.permanent === 1 }));
  }

  setMissingFinger(dossierId: string, missing: MissingView): void {
    this.#setMissing.run(dossierId, missing.finger, missing.reason, missing.permanent ? 1 : 0, missing.note.normalize('NFC'));
  }

  clearMissingFinger(dossierId: string, finger: Finger): void {
    this.#clearMissing.run(dossierId, finger);
  }
}

const jsonOf = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
const fromJson = <T>(text: string | null): T | null => (text === null ? null : JSON.parse(text) as T);
