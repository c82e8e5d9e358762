/** Pages in order, what was wrong with them, and papers that were taken away: rows stay, so that everything can be taken back. */
export const PAPER_PAGES = `
ALTER TABLE document ADD COLUMN removed_at TEXT;
CREATE TRIGGER document_keep BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'a paper is never deleted'); END;

ALTER TABLE document_page ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_page ADD COLUMN warnings_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings_json));
DROP INDEX document_page_by_dossier;
CREATE INDEX document_page_by_dossier ON document_page (dossier_id, document_id, position, seq);
CREATE TRIGGER document_page_keep BEFORE DELETE ON document_page BEGIN SELECT RAISE(ABORT, 'a page is never deleted'); END;
CREATE TRIGGER document_page_fixed BEFORE UPDATE OF id, dossier_id, document_id, media_type, sha256, bytes, width_px, height_px, ppi, device_json, captured_at, accepted_at, officer_id, warnings_json
  ON document_page BEGIN SELECT RAISE(ABORT, 'a kept page is never changed'); END;
`;
