/** What self-tests and work showed of the devices, as a trend. Nothing here knows a person: devices, measures, times. */
export const DEVICE_HEALTH = `
CREATE TABLE device_test (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  device_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  model TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  origin TEXT NOT NULL CHECK (origin IN ('self-test', 'work')),
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  steps_json TEXT NOT NULL CHECK (json_valid(steps_json)),
  histogram_json TEXT NOT NULL CHECK (json_valid(histogram_json))
) STRICT;
CREATE INDEX device_test_device ON device_test (device_id, id);

CREATE TABLE device_reading (
  test_id INTEGER NOT NULL REFERENCES device_test (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (test_id, measure)
) STRICT, WITHOUT ROWID;
`;
