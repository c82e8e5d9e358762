/** Times are ISO 8601 UTC text unless the name ends in `_ms`; ids are UUIDs; `..._json` columns hold JSON. */
export const FIRST_SCHEMA = `
CREATE TABLE migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'chief', 'technician', 'auditor', 'administrator')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_sign_in_at TEXT
) STRICT, WITHOUT ROWID;

-- Failed tries per login, known or not, so that the wait outlives a restart and tells nothing about which logins exist.
CREATE TABLE sign_in_failure (login TEXT PRIMARY KEY, tries INTEGER NOT NULL, wait_until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  started_at TEXT NOT NULL,
  active_at_ms INTEGER NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  ended_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  purpose TEXT NOT NULL,
  query_json TEXT NOT NULL,
  outcome TEXT NOT NULL,
  people_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT,
  step TEXT NOT NULL,
  regime TEXT NOT NULL,
  lookup_id TEXT NOT NULL REFERENCES lookup (id),
  lookup_purpose TEXT NOT NULL,
  supersedes TEXT REFERENCES dossier (id),
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  full_name TEXT NOT NULL,
  pid TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  sex TEXT NOT NULL,
  search_key TEXT NOT NULL,
  citizen_confirmed_at TEXT,
  submitted_at TEXT,
  submitted_by TEXT REFERENCES user (id),
  decided_at TEXT,
  decided_by TEXT REFERENCES user (id),
  returned_reason TEXT,
  returned_text TEXT,
  returned_at TEXT,
  returned_by TEXT REFERENCES user (id),
  centre_outcome TEXT,
  centre_reason TEXT,
  centre_at TEXT,
  centre_reference TEXT,
  seal_sha256 TEXT,
  seal_bytes INTEGER,
  seal_at TEXT,
  receipt_copies INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX dossier_by_state ON dossier (state, seq);
CREATE INDEX dossier_by_key ON dossier (search_key, seq);

-- Name without tone marks, PID, old number and dossier number: any three letters in a row are found by index.
CREATE VIRTUAL TABLE dossier_search USING fts5 (search_key, content = 'dossier', content_rowid = 'seq', tokenize = 'trigram');

-- How many dossiers stand in each state, kept by the database itself so that the desk never counts.
CREATE TABLE dossier_count (state TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER dossier_count_insert AFTER INSERT ON dossier BEGIN
  INSERT INTO dossier_count (state, n) VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER dossier_count_move AFTER UPDATE OF state ON dossier WHEN old.state <> new.state BEGIN
  UPDATE dossier_count SET n = n - 1 WHERE state = old.state;
  INSERT INTO dossier_count (state, n) VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER dossier_keep BEFORE DELETE ON dossier BEGIN SELECT RAISE(ABORT, 'a dossier is never deleted'); END;

CREATE TABLE dossier_person (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), person_json TEXT NOT NULL, database_json TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Every change of a field, in order: who wrote what and when.
CREATE TABLE dossier_field (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_field_by_dossier ON dossier_field (dossier_id, seq);

-- A retaken image takes the place of the earlier one; the earlier one stays.
CREATE TABLE capture (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  slot TEXT NOT NULL,
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
  attempt INTEGER NOT NULL,
  replaced_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX capture_current ON capture (dossier_id, slot) WHERE replaced_at IS NULL;
CREATE INDEX capture_by_dossier ON capture (dossier_id);

CREATE TABLE attempt (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  slot TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id)
) STRICT;
CREATE INDEX attempt_by_dossier ON attempt (dossier_id, slot, seq);

CREATE TABLE missing_finger (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  finger TEXT NOT NULL,
  reason TEXT NOT NULL,
  permanent INTEGER NOT NULL CHECK (permanent IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (dossier_id, finger)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_dossier ON document (dossier_id, seq);

CREATE TABLE outbox (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  seal_sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'uploading', 'parked', 'done')),
  sent_bytes INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_ms INTEGER NOT NULL,
  last_error TEXT,
  upload_url TEXT,
  delivered INTEGER NOT NULL DEFAULT 0 CHECK (delivered IN (0, 1)),
  queued_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (state, next_try_ms);
CREATE TRIGGER outbox_keep BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'an outbox entry is never deleted'); END;

-- body = JSON array [at, who, action, subject, detail]; hash(n) = SHA-256(hash(n-1) LF n LF body).
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  subject TEXT GENERATED ALWAYS AS (json_extract(body, '$[3]')) VIRTUAL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE setting (key TEXT PRIMARY KEY, value_json TEXT NOT NULL, at TEXT NOT NULL, officer_id TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_issue (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  copy INTEGER NOT NULL,
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  pdf_sha256 TEXT NOT NULL,
  outcome TEXT NOT NULL,
  UNIQUE (dossier_id, copy)
) STRICT;

-- Keys and certificates of the station, safe because the whole file is encrypted.
CREATE TABLE station_secret (name TEXT PRIMARY KEY, value BLOB NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
