/**
 * A try that gave no picture is a try: the hash may be absent, the outcome `failed` or `cancelled`, and `job_id` says which capture it
 * was, so that none is put on record twice. `record_json` = CaptureRecord, `shown_json` = Shown, null for older attempts.
 */
export const ATTEMPT_RECORD = `
CREATE TABLE attempt_next (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  slot TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'failed', 'cancelled')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  analysis_json TEXT CHECK (analysis_json IS NULL OR json_valid(analysis_json)),
  device_json TEXT CHECK (device_json IS NULL OR json_valid(device_json)),
  record_json TEXT CHECK (record_json IS NULL OR json_valid(record_json)),
  shown_json TEXT CHECK (shown_json IS NULL OR json_valid(shown_json)),
  veto TEXT NOT NULL DEFAULT 'none',
  job_id TEXT UNIQUE,
  CHECK (sha256 IS NOT NULL OR outcome IN ('failed', 'cancelled'))
) STRICT;
INSERT INTO attempt_next (seq, dossier_id, slot, attempt, sha256, outcome, reason, at, officer_id, analysis_json, device_json)
  SELECT seq, dossier_id, slot, attempt, sha256, outcome, reason, at, officer_id, analysis_json, device_json FROM attempt;
DROP TABLE attempt;
ALTER TABLE attempt_next RENAME TO attempt;
CREATE INDEX attempt_by_dossier ON attempt (dossier_id, slot, seq);
`;
