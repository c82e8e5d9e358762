/** Forms that left the program with what they showed, and the photographed pages of supporting papers. */
export const FORMS_AND_PAGES = `
CREATE TABLE form_issue (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_of TEXT NOT NULL CHECK (subject_of IN ('dossier', 'reception')),
  subject_id TEXT NOT NULL,
  job TEXT NOT NULL,
  code TEXT NOT NULL,
  circular TEXT NOT NULL,
  copy INTEGER NOT NULL,
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  content_sha256 TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL,
  UNIQUE (subject_id, job, copy)
) STRICT;
CREATE TRIGGER form_issue_no_update BEFORE UPDATE ON form_issue BEGIN SELECT RAISE(ABORT, 'an issued form is never changed'); END;
CREATE TRIGGER form_issue_no_delete BEFORE DELETE ON form_issue BEGIN SELECT RAISE(ABORT, 'an issued form is never deleted'); END;

-- A page that was taken again or away keeps its row: the file it names stays on disk.
CREATE TABLE document_page (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  document_id TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  ppi INTEGER NOT NULL,
  device_json TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  removed_at TEXT
) STRICT;
CREATE INDEX document_page_by_dossier ON document_page (dossier_id, seq) WHERE removed_at IS NULL;
`;
