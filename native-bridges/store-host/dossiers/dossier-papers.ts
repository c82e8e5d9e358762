import { randomUUID } from 'node:crypto';
import type { DocumentEntry, DocumentPage } from '../../../electron/contract/paper.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';

type DocumentRow = { readonly id: string; readonly kind: DocumentEntry['kind']; readonly number: string; readonly issued_on: string; readonly note: string };
type PageRow = {
  readonly id: string; readonly document_id: string; readonly media_type: DocumentPage['mediaType']; readonly sha256: string; readonly bytes: number;
  readonly width_px: number; readonly height_px: number; readonly ppi: number; readonly device_json: string; readonly warnings_json: string;
  readonly captured_at: string; readonly accepted_at: string; readonly officer_id: string;
};
export type PaperWords = Pick<DocumentEntry, 'number' | 'issuedOn' | 'note'>;

const PAGE = 'id, document_id, media_type, sha256, bytes, width_px, height_px, ppi, device_json, warnings_json, captured_at, accepted_at, officer_id';

/** The only writer of the papers of a dossier and of their pages. Rows are never deleted. Called inside DossierDesk's transaction. */
export class DossierPapers {
  readonly #documents: Statement<[string], DocumentRow>;
  readonly #pages: Statement<[string], PageRow>;
  readonly #officers: Statement<[string], { readonly officer_id: string }>;
  readonly #kind: Statement<[string, string], Pick<DocumentRow, 'kind'>>;
  readonly #kindOfPage: Statement<[string, string], Pick<DocumentRow, 'kind'>>;
  readonly #insert: Statement<[string, string, string, string, string, string], never>;
  readonly #set: Statement<[string, string, string, string, string], never>;
  readonly #remove: Statement<[string | null, string, string], never>;
  readonly #insertPage: Statement<Record<string, string | number>, never>;
  readonly #removePage: Statement<[string | null, string, string], never>;
  readonly #place: Statement<[number, string, string], never>;

  constructor(sql: Sql) {
    this.#documents = sql.statement('document.of-dossier', 'SELECT id, kind, number, issued_on, note FROM document WHERE dossier_id = ? AND removed_at IS NULL ORDER BY seq');
    this.#pages = sql.statement('document-page.of-dossier', `SELECT ${PAGE} FROM document_page WHERE dossier_id = ? AND removed_at IS NULL ORDER BY document_id, position, seq`);
    this.#officers = sql.statement('document-page.officers', 'SELECT DISTINCT officer_id FROM document_page WHERE dossier_id = ?');
    this.#kind = sql.statement('document.kind', 'SELECT kind FROM document WHERE dossier_id = ? AND id = ?');
    this.#kindOfPage = sql.statement('document-page.kind', 'SELECT kind FROM document WHERE id = (SELECT document_id FROM document_page WHERE dossier_id = ? AND id = ?)');
    this.#insert = sql.statement('document.insert', 'INSERT INTO document (id, dossier_id, kind, number, issued_on, note) VALUES (?, ?, ?, ?, ?, ?)');
    this.#set = sql.statement('document.set', 'UPDATE document SET number = ?, issued_on = ?, note = ? WHERE dossier_id = ? AND id = ? AND removed_at IS NULL');
    this.#remove = sql.statement('document.remove', 'UPDATE document SET removed_at = ? WHERE dossier_id = ? AND id = ?');
    this.#insertPage = sql.statement('document-page.insert', `INSERT INTO document_page (${PAGE}, dossier_id, position)
      VALUES (:id, :documentId, :mediaType, :sha256, :bytes, :widthPx, :heightPx, :ppi, :device, :warnings, :capturedAt, :acceptedAt, :officerId, :dossierId, :position)`);
    this.#removePage = sql.statement('document-page.remove', 'UPDATE document_page SET removed_at = ? WHERE dossier_id = ? AND id = ?');
    this.#place = sql.statement('document-page.place', 'UPDATE document_page SET position = ? WHERE dossier_id = ? AND id = ?');
  }

  ofDossier(dossierId: string): readonly DocumentEntry[] {
    const pages = Map.groupBy(this.#pages.all(dossierId), ({ document_id }) => document_id);
    return this.#documents.all(dossierId).map(({ issued_on, ...row }) => ({ ...row, issuedOn: issued_on, pages: (pages.get(row.id) ?? []).map(pageOf) }));
  }

  /** Also those whose page was taken away since: they took part. */
  pageOfficers(dossierId: string): readonly string[] {
    return this.#officers.all(dossierId).map((row) => row.officer_id);
  }

  /** Of a paper that is there or was taken away. @throws {AppError} store.not-found */
  kindOf(dossierId: string, documentId: string): DocumentEntry['kind'] {
    return known(this.#kind.get(dossierId, documentId), 'document').kind;
  }

  /** Of the paper of a page that is there or was taken away. @throws {AppError} store.not-found */
  kindOfPage(dossierId: string, pageId: string): DocumentEntry['kind'] {
    return known(this.#kindOfPage.get(dossierId, pageId), 'page').kind;
  }

  insert(dossierId: string, document: PaperWords & Pick<DocumentEntry, 'kind'>): string {
    const id = randomUUID();
    this.#insert.run(id, dossierId, document.kind, document.number.normalize('NFC'), document.issuedOn, document.note.normalize('NFC'));
    return id;
  }

  /** @throws {AppError} store.not-found */
  set(dossierId: string, documentId: string, { number, issuedOn, note }: PaperWords): void {
    found(this.#set.run(number.normalize('NFC'), issuedOn, note.normalize('NFC'), dossierId, documentId), 'document');
  }

  /** Its pages go and come with it. @param at `null` takes it back @throws {AppError} store.not-found */
  remove(dossierId: string, documentId: string, at: string | null): void {
    found(this.#remove.run(at, dossierId, documentId), 'document');
  }

  /** As the last page of its paper. */
  insertPage(dossierId: string, documentId: string, { device, warnings, ...page }: DocumentPage): void {
    const position = this.#pagesOf(dossierId, documentId).length;
    this.#insertPage.run({ ...page, dossierId, documentId, device: JSON.stringify(device), warnings: JSON.stringify(warnings), position });
  }

  /** @param at `null` takes it back @throws {AppError} store.not-found */
  removePage(dossierId: string, pageId: string, at: string | null): void {
    found(this.#removePage.run(at, dossierId, pageId), 'page');
  }

  /** Puts a page at place `to` of its paper, 0 = first; beyond the end means last. @throws {AppError} store.not-found */
  movePage(dossierId: string, pageId: string, to: number): void {
    const paper = this.ofDossier(dossierId).find(({ pages }) => pages.some(({ id }) => id === pageId));
    if (paper === undefined) throw new AppError('store.not-found', { what: 'page' });
    const others = paper.pages.map(({ id }) => id).filter((id) => id !== pageId);
    for (const [position, id] of others.toSpliced(to, 0, pageId).entries()) this.#place.run(position, dossierId, id);
  }

  #pagesOf(dossierId: string, documentId: string): readonly PageRow[] {
    return this.#pages.all(dossierId).filter(({ document_id }) => document_id === documentId);
  }
}

function known<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new AppError('store.not-found', { what });
  return row;
}

function found(changed: number, what: string): void {
  if (changed === 0) throw new AppError('store.not-found', { what });
}

const pageOf = ({ id, media_type, sha256, bytes, width_px, height_px, ppi, device_json, warnings_json, captured_at, accepted_at, officer_id }: PageRow): DocumentPage => ({
  id, mediaType: media_type, sha256, bytes, widthPx: width_px, heightPx: height_px, ppi, warnings: JSON.parse(warnings_json) as string[],
  device: JSON.parse(device_json) as DocumentPage['device'], capturedAt: captured_at, acceptedAt: accepted_at, officerId: officer_id,
});
