/**
 * Files made from a kept image, so that a seal need not compute them: named by what they are made from, so that a corrected
 * dossier finds them too. An attempt remembers its device, also where the image was rejected.
 */
export const DERIVED_IMAGES = `
CREATE TABLE derived_image (
  source_sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (source_sha256, kind)
) STRICT, WITHOUT ROWID;
ALTER TABLE attempt ADD COLUMN device_json TEXT CHECK (device_json IS NULL OR json_valid(device_json));
`;
