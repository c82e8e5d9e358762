/**
 * The law at the counter: facts of a dossier that rules are applied to, reasons given, fees, countersigning, time per step;
 * receptions that are no card dossier yet (adjust, create, refuse); who has to be told. Days are `YYYY-MM-DD` in Vietnam.
 */
export const PROCEDURE = `
ALTER TABLE dossier ADD COLUMN received_on TEXT;
ALTER TABLE dossier ADD COLUMN ground TEXT;
ALTER TABLE dossier ADD COLUMN print_sequence TEXT NOT NULL DEFAULT 'four-four-two';
ALTER TABLE dossier ADD COLUMN identification TEXT NOT NULL DEFAULT 'database';
ALTER TABLE dossier ADD COLUMN limited_capacity INTEGER NOT NULL DEFAULT 0 CHECK (limited_capacity IN (0, 1));
ALTER TABLE dossier ADD COLUMN hold TEXT NOT NULL DEFAULT 'none';
ALTER TABLE dossier ADD COLUMN had_card INTEGER CHECK (had_card IN (0, 1));
ALTER TABLE dossier ADD COLUMN last_biometrics INTEGER CHECK (last_biometrics IN (0, 1));
ALTER TABLE dossier ADD COLUMN representation_json TEXT;
ALTER TABLE dossier ADD COLUMN exemption TEXT;
ALTER TABLE dossier ADD COLUMN exemption_evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN reception_id TEXT;
CREATE INDEX dossier_unconfirmed ON dossier (seq) WHERE identification IN ('cached', 'manual');
CREATE INDEX dossier_by_day ON dossier (received_on, seq);
CREATE INDEX dossier_by_pid ON dossier (pid, seq) WHERE pid <> '';

CREATE TABLE finding_override (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (dossier_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE countersign (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  what TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL,
  PRIMARY KEY (dossier_id, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_time (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  step TEXT NOT NULL,
  ms INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, step)
) STRICT, WITHOUT ROWID;

-- A receipt number is used once; a voided receipt stays.
CREATE TABLE fee_receipt (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  receipt_number TEXT NOT NULL UNIQUE,
  amount_dong INTEGER NOT NULL,
  collected_at TEXT NOT NULL,
  collected_on TEXT NOT NULL,
  collected_by TEXT NOT NULL REFERENCES user (id),
  void_reason TEXT,
  void_asked_at TEXT,
  void_asked_by TEXT REFERENCES user (id),
  void_decided_at TEXT,
  void_decided_on TEXT,
  void_decided_by TEXT REFERENCES user (id),
  void_approved INTEGER CHECK (void_approved IN (0, 1))
) STRICT;
CREATE INDEX fee_receipt_by_dossier ON fee_receipt (dossier_id, seq);
CREATE INDEX fee_receipt_by_day ON fee_receipt (collected_on, seq);
CREATE TRIGGER fee_receipt_keep BEFORE DELETE ON fee_receipt BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END;

-- Citizens who did not get a card dossier at once: data adjusted first, data collected first, refused in writing.
CREATE TABLE reception (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  outcome TEXT NOT NULL CHECK (outcome IN ('adjust', 'create', 'refuse')),
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  lookup_id TEXT REFERENCES lookup (id),
  kind TEXT NOT NULL,
  ground TEXT NOT NULL,
  pid TEXT NOT NULL,
  full_name TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  body_json TEXT NOT NULL,
  due_on TEXT,
  sent_at TEXT,
  checked_at TEXT,
  answered_at TEXT,
  centre_reference TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  ready_lookup_id TEXT REFERENCES lookup (id),
  dossier_id TEXT REFERENCES dossier (id)
) STRICT;
CREATE INDEX reception_by_state ON reception (state, seq);
CREATE INDEX reception_waiting_by_pid ON reception (pid) WHERE state = 'waiting';
CREATE TRIGGER reception_keep BEFORE DELETE ON reception BEGIN SELECT RAISE(ABORT, 'a reception is never deleted'); END;

-- Nobody is left untold: one task per event that a citizen must hear of, and every try to reach them.
CREATE TABLE contact_task (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  dossier_id TEXT REFERENCES dossier (id),
  reception_id TEXT REFERENCES reception (id),
  cause TEXT NOT NULL,
  reason TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_at TEXT,
  closed_how TEXT
) STRICT;
CREATE INDEX contact_task_open ON contact_task (due_on, seq) WHERE closed_at IS NULL;
CREATE INDEX contact_task_by_dossier ON contact_task (dossier_id, seq);
CREATE TABLE contact_try (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL REFERENCES contact_task (id),
  at TEXT NOT NULL,
  officer_id TEXT NOT NULL REFERENCES user (id),
  way TEXT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX contact_try_by_task ON contact_try (task_id, seq);

-- Citizens as the population database last gave them, for identification while the line is down. Kept inside the encrypted file.
CREATE TABLE known_citizen (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  pid TEXT NOT NULL UNIQUE,
  old_id_number TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  search_key TEXT NOT NULL,
  person_json TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX known_citizen_by_old_id ON known_citizen (old_id_number) WHERE old_id_number <> '';
CREATE INDEX known_citizen_by_key ON known_citizen (search_key, birth_date);
`;
