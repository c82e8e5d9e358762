import type { DeviceHealth, HealthSeries, SelfTest } from '../../../electron/contract/technician.ts';
import { MEASURE_NAMES, type MeasureName } from '../../../electron/core/device/health/measures.ts';
import type { Sql, Statement } from '../database/sql.ts';

/** A test a working day for two years; what is older goes, it has no bearing on what is broken now. */
const KEPT_PER_DEVICE = 500;
/** Points of one line on the screen. */
const SHOWN = 120;

type Origin = 'self-test' | 'work';
type TestRow = { readonly id: number; readonly at: string; readonly device_id: string; readonly kind: string; readonly model: string; readonly simulated: number; readonly passed: number; readonly steps_json: string; readonly histogram_json: string };
type PointRow = { readonly test_id: number; readonly device_id: string; readonly at: string; readonly measure: string; readonly value: number };

/** The only reader and writer of `device_test` and `device_reading`. */
export class HealthRepository {
  readonly #sql: Sql;
  readonly #insertTest: Statement<[string, string, string, string, number, Origin, number, string, string], { readonly id: number }>;
  readonly #insertReading: Statement<[number, string, number], never>;
  readonly #trim: Statement<[string, string, number], never>;
  readonly #first: Statement<[string], { readonly value: number }>;
  readonly #points: Statement<[number], PointRow>;
  readonly #devices: Statement<[], TestRow>;
  readonly #lastTests: Statement<[], TestRow>;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#insertTest = sql.statement('device-test.insert', 'INSERT INTO device_test (at, device_id, kind, model, simulated, origin, passed, steps_json, histogram_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id');
    this.#insertReading = sql.statement('device-reading.insert', 'INSERT INTO device_reading (test_id, measure, value) VALUES (?, ?, ?)');
    this.#trim = sql.statement('device-test.trim', 'DELETE FROM device_test WHERE device_id = ? AND id <= (SELECT id FROM device_test WHERE device_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?)');
    this.#first = sql.statement('device-reading.first-level', `SELECT value FROM device_reading JOIN device_test ON id = test_id WHERE device_id = ? AND measure = 'platen-level' ORDER BY test_id LIMIT 1`);
    this.#points = sql.statement('device-reading.points', `SELECT test_id, device_id, at, measure, value FROM (
      SELECT test_id, device_id, at, measure, value, row_number() OVER (PARTITION BY device_id, measure ORDER BY test_id DESC) AS nth FROM device_reading JOIN device_test ON id = test_id
    ) WHERE nth <= ? ORDER BY test_id`);
    this.#devices = sql.statement('device-test.newest', 'SELECT * FROM device_test WHERE id IN (SELECT max(id) FROM device_test GROUP BY device_id) ORDER BY device_id');
    this.#lastTests = sql.statement('device-test.newest-self-test', `SELECT * FROM device_test WHERE id IN (SELECT max(id) FROM device_test WHERE origin = 'self-test' GROUP BY device_id)`);
  }

  keep(test: SelfTest, origin: Origin): void {
    this.#sql.write(() => {
      const { id } = this.#insertTest.get(test.at, test.deviceId, test.kind, test.model, test.simulated ? 1 : 0, origin, test.passed ? 1 : 0, JSON.stringify(test.steps), JSON.stringify(test.histogram))!;
      for (const { measure, value } of test.readings) this.#insertReading.run(id, measure, value);
      this.#trim.run(test.deviceId, test.deviceId, KEPT_PER_DEVICE);
    });
  }

  /** The platen's level when this device was first measured. */
  firstLevel(deviceId: string): number | undefined {
    return this.#first.get(deviceId)?.value;
  }

  /** Every device ever measured here, with its newest points and its last self-test. */
  list(): DeviceHealth[] {
    const points = this.#points.all(SHOWN);
    const tests = new Map(this.#lastTests.all().map((row) => [row.device_id, row]));
    return this.#devices.all().map((device) => ({
      deviceId: device.device_id, kind: device.kind, model: device.model, simulated: device.simulated === 1,
      series: seriesOf(points.filter((point) => point.device_id === device.device_id)),
      last: asTest(tests.get(device.device_id), points),
    }));
  }
}

const isMeasure = (name: string): name is MeasureName => (MEASURE_NAMES as readonly string[]).includes(name);

function seriesOf(points: readonly PointRow[]): HealthSeries[] {
  return MEASURE_NAMES.flatMap((measure) => {
    const own = points.filter((point) => point.measure === measure).map(({ at, value }) => ({ at, value }));
    return own.length === 0 ? [] : [{ measure, points: own }];
  });
}

function asTest(row: TestRow | undefined, points: readonly PointRow[]): SelfTest | null {
  if (row === undefined) return null;
  const readings = points.flatMap(({ test_id, measure, value }) => (test_id === row.id && isMeasure(measure) ? [{ measure, value }] : []));
  return {
    deviceId: row.device_id, kind: row.kind, model: row.model, simulated: row.simulated === 1, at: row.at, passed: row.passed === 1,
    steps: JSON.parse(row.steps_json) as SelfTest['steps'], histogram: JSON.parse(row.histogram_json) as number[], readings,
  };
}
