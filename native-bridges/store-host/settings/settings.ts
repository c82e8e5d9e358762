import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CHECK_MODES } from '../../../electron/core/biometrics/capture-policy/policy-settings.ts';
import { parseDeviceLines } from '../../../electron/core/device/device-lines.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { parseStepOrder } from '../../../electron/core/dossier/step-order.ts';
import { SETTINGS, SETTING_KEYS, isSettingKey, type SettingKey, type SettingOrigin, type SettingValues } from '../../../electron/core/settings/settings.ts';
import type { Sql, Statement } from '../database/sql.ts';

const source = z.enum(['', 'real', 'simulated']);
const quality = z.int().min(0).max(100);

/** What each setting may be. One schema for the policy file, the station's rows and `settings.set`. */
const SCHEMA: Readonly<Record<SettingKey, z.ZodType<string | number>>> = {
  'station.name': z.string().trim().max(200),
  'station.counter': z.string().trim().max(200),
  'session.idle-lock-minutes': z.int().min(1).max(60),
  'store.clock-tolerance-minutes': z.int().min(1).max(60),
  'receipt.working-days': z.int().min(1).max(60),
  'counter.step-order': z.string().max(100).refine((order) => parseStepOrder(order) !== undefined),
  'receipt.printer': z.string().max(200),
  'capture.print-sequence': z.enum(['four-four-two', 'thirteen']),
  'capture.attempts': z.int().min(1).max(9),
  'capture.hand-check': z.enum(CHECK_MODES),
  'capture.uniqueness-check': z.enum(CHECK_MODES),
  'capture.auto-delay-milliseconds': z.int().min(0).max(5_000),
  'capture.timeout-seconds': z.int().min(10).max(600),
  'capture.silence-milliseconds': z.int().min(500).max(30_000),
  'capture.clear-seconds': z.int().min(0).max(60),
  'capture.portrait-attempts': z.int().min(1).max(9),
  'capture.portrait-delay-milliseconds': z.int().min(0).max(5_000),
  'capture.quality.thumb': quality,
  'capture.quality.index': quality,
  'capture.quality.middle': quality,
  'capture.quality.ring': quality,
  'capture.quality.little': quality,
  'capture.quality.rolled-thumb': quality,
  'capture.quality.rolled-index': quality,
  'capture.quality.rolled-middle': quality,
  'capture.quality.rolled-ring': quality,
  'capture.quality.rolled-little': quality,
  'camera.label': z.string().max(200),
  'camera.resolution': z.enum(['1280x720', '1920x1080', '2560x1440', '3840x2160']),
  'devices.fingerprint-scanner': source,
  'devices.camera': source,
  'devices.document-camera': source,
  'devices.signature-pad': source,
  'devices.printer': source,
  'devices.code-reader': source,
  'devices.sbi-trust-file': z.string().max(500).regex(/^$|^(\/|[A-Z]:\\)/),
  'devices.lines': z.string().trim().max(500).refine((text) => parseDeviceLines(text).ok),
};
const POLICY_MAX_BYTES = 1024 * 1024;

type Value = string | number | boolean;
export type SettingView = { readonly key: string; readonly value: Value; readonly origin: SettingOrigin };

/** Built-in < station row < machine policy: what the policy file names is fixed by the administrator of the machine. */
export class Settings {
  readonly #policy: ReadonlyMap<SettingKey, Value>;
  readonly #station = new Map<SettingKey, Value>();
  readonly #upsert: Statement<[string, string, string, string | null], never>;

  /** @throws {AppError} settings.unknown-key, settings.bad-value for a policy file that says something this program doesn't know */
  constructor(sql: Sql, policyFile: string | null) {
    this.#policy = readPolicy(policyFile);
    this.#upsert = sql.statement('setting.set', `INSERT INTO setting (key, value_json, at, officer_id) VALUES (?, ?, ?, ?)
      ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json, at = excluded.at, officer_id = excluded.officer_id`);
    for (const row of sql.statement<[], { key: string; value_json: string }>('setting.all', 'SELECT key, value_json FROM setting').all()) {
      const [key, value] = parseSetting(row.key, JSON.parse(row.value_json));
      this.#station.set(key, value);
    }
  }

  get<K extends SettingKey>(key: K): SettingValues[K] {
    return this.#view(key).value as SettingValues[K];
  }

  list(): readonly SettingView[] {
    return SETTING_KEYS.map((key) => this.#view(key));
  }

  /** Keeps a station row; the caller notes the audit entry in the same transaction. @throws {AppError} settings.* */
  set(key: string, value: Value, at: string, officerId: string | null): void {
    const [known, parsed] = parseSetting(key, value);
    if (this.#policy.has(known)) throw new AppError('settings.locked-by-policy', { key });
    this.#upsert.run(known, JSON.stringify(parsed), at, officerId);
    this.#station.set(known, parsed);
  }

  #view(key: SettingKey): SettingView {
    const policy = this.#policy.get(key);
    if (policy !== undefined) return { key, value: policy, origin: 'policy' };
    const station = this.#station.get(key);
    return station === undefined ? { key, value: SETTINGS[key], origin: 'built-in' } : { key, value: station, origin: 'station' };
  }
}

function parseSetting(key: string, value: unknown): readonly [SettingKey, Value] {
  if (!isSettingKey(key)) throw new AppError('settings.unknown-key', { key: key.slice(0, 60) });
  const parsed = SCHEMA[key].safeParse(value);
  if (!parsed.success) throw new AppError('settings.bad-value', { key });
  return [key, parsed.data];
}

/** The machine's policy: `{ "settings": { … } }`; other parts of the file belong to other readers. Absent = no policy. */
function readPolicy(file: string | null): ReadonlyMap<SettingKey, Value> {
  const text = file === null ? undefined : readIfThere(file);
  if (text === undefined) return new Map();
  const policy = z.looseObject({ settings: z.record(z.string(), z.unknown()).optional() }).safeParse(parseJson(text));
  if (!policy.success || text.length > POLICY_MAX_BYTES) throw new AppError('settings.bad-value', { key: 'policy file' });
  return new Map(Object.entries(policy.data.settings ?? {}).map(([key, value]) => parseSetting(key, value)));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AppError('settings.bad-value', { key: 'policy file' }, { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
