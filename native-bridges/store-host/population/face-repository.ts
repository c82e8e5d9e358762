import type { Sql, Statement } from '../database/sql.ts';

/** `sha256` names the picture in the vault; null = the database has none, and said so at `seenAt`. */
export type KeptFace = { readonly sha256: string | null; readonly widthPx: number; readonly heightPx: number; readonly issuedOn: string; readonly seenAt: string };
type Row = { readonly sha256: string | null; readonly width_px: number; readonly height_px: number; readonly issued_on: string; readonly seen_at: string };

const COLUMNS = 'sha256, width_px, height_px, issued_on, seen_at';
type Put = Statement<[string, string | null, number, number, string, string], never>;

/** The only writer of `last_face` and `dossier_face`: what the database last gave of a citizen, and what a dossier goes by for good. */
export class FaceRepository {
  readonly #put: Put;
  readonly #find: Statement<[string], Row>;
  readonly #pin: Put;
  readonly #pinned: Statement<[string], Row>;

  constructor(sql: Sql) {
    this.#put = sql.statement('last-face.put', `INSERT INTO last_face (pid, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (pid) DO UPDATE SET sha256 = excluded.sha256, width_px = excluded.width_px, height_px = excluded.height_px, issued_on = excluded.issued_on, seen_at = excluded.seen_at`);
    this.#find = sql.statement('last-face.find', `SELECT ${COLUMNS} FROM last_face WHERE pid = ?`);
    this.#pin = sql.statement('dossier-face.pin', `INSERT INTO dossier_face (dossier_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
    this.#pinned = sql.statement('dossier-face.find', `SELECT ${COLUMNS} FROM dossier_face WHERE dossier_id = ?`);
  }

  remember(pid: string, face: KeptFace): void {
    this.#put.run(pid, face.sha256, face.widthPx, face.heightPx, face.issuedOn, face.seenAt);
  }

  find(pid: string): KeptFace | undefined {
    return toKept(this.#find.get(pid));
  }

  /** The first one stays: a face that the database gives later doesn't change what was compared. */
  pin(dossierId: string, face: KeptFace): void {
    this.#pin.run(dossierId, face.sha256, face.widthPx, face.heightPx, face.issuedOn, face.seenAt);
  }

  pinned(dossierId: string): KeptFace | undefined {
    return toKept(this.#pinned.get(dossierId));
  }
}

const toKept = (row: Row | undefined): KeptFace | undefined =>
  row && { sha256: row.sha256, widthPx: row.width_px, heightPx: row.height_px, issuedOn: row.issued_on, seenAt: row.seen_at };
