/** Day sheets of fees are issued and counted like the forms of a dossier; voids that wait are found without reading all receipts. */
export const FEE_DAY = `
DROP TRIGGER form_issue_no_update;
DROP TRIGGER form_issue_no_delete;
ALTER TABLE form_issue RENAME TO form_issue_33;
CREATE TABLE form_issue (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_of TEXT NOT NULL CHECK (subject_of IN ('dossier', 'reception', 'fee-day')),
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
INSERT INTO form_issue SELECT * FROM form_issue_33;
DROP TABLE form_issue_33;
CREATE TRIGGER form_issue_no_update BEFORE UPDATE ON form_issue BEGIN SELECT RAISE(ABORT, 'an issued form is never changed'); END;
CREATE TRIGGER form_issue_no_delete BEFORE DELETE ON form_issue BEGIN SELECT RAISE(ABORT, 'an issued form is never deleted'); END;

CREATE INDEX fee_receipt_void_waiting ON fee_receipt (void_asked_at, seq) WHERE void_asked_at IS NOT NULL AND void_decided_at IS NULL;
CREATE INDEX fee_receipt_by_void_day ON fee_receipt (void_decided_on) WHERE void_decided_on IS NOT NULL;
`;
