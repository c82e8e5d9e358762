import type { CheckMode, PolicySettings } from '../biometrics/capture-policy/policy-settings.ts';
import { SETTINGS, type SettingKey, type SettingValues } from './settings.ts';

type Read = <K extends SettingKey>(key: K) => SettingValues[K];

/** The rules of taking fingerprints as this station is set. */
export const printPolicyOf = (read: Read): PolicySettings => ({
  plainThresholds: {
    thumb: read('capture.quality.thumb'), index: read('capture.quality.index'), middle: read('capture.quality.middle'),
    ring: read('capture.quality.ring'), little: read('capture.quality.little'),
  },
  rolledThresholds: {
    thumb: read('capture.quality.rolled-thumb'), index: read('capture.quality.rolled-index'), middle: read('capture.quality.rolled-middle'),
    ring: read('capture.quality.rolled-ring'), little: read('capture.quality.rolled-little'),
  },
  attempts: read('capture.attempts'),
  handCheck: read('capture.hand-check') as CheckMode,
  uniquenessCheck: read('capture.uniqueness-check') as CheckMode,
  autoDelayMs: read('capture.auto-delay-milliseconds'),
  captureTimeoutMs: read('capture.timeout-seconds') * 1_000,
  silenceMs: read('capture.silence-milliseconds'),
  clearMs: read('capture.clear-seconds') * 1_000,
});

/** Reads settings from the rows that `settings.list` answers with; what is not among them has its built-in value. */
export const readingFrom = (rows: readonly { readonly key: string; readonly value: string | number | boolean }[]): Read =>
  <K extends SettingKey>(key: K) => (rows.find((row) => row.key === key)?.value ?? SETTINGS[key]) as SettingValues[K];
