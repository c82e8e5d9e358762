/**
 * The face on a citizen's last card as the population database last gave it, and the one that a dossier's citizen was
 * identified by. The pictures are encrypted files in the vault, named by `sha256`; NULL = no card was ever issued.
 */
export const LAST_FACES = `
CREATE TABLE last_face (
  pid TEXT PRIMARY KEY,
  sha256 TEXT,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dossier_face (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  sha256 TEXT,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
