import type { Finger } from '../../dossier/capture-slots.ts';

type Digit = 'thumb' | 'index' | 'middle' | 'ring' | 'little';
/** Least quality that a finger must reach, on the scale of `quality/print-quality.ts`. */
export type Thresholds = Readonly<Record<Digit, number>>;

export type PolicySettings = {
  readonly plainThresholds: Thresholds;
  readonly rolledThresholds: Thresholds;
  /** Tries per slap or finger before the best of them is proposed. */
  readonly attempts: number;
  /** `warn` shows the result of the left/right check, `log-only` keeps it for evaluation, `off` doesn't look. */
  readonly handCheck: 'warn' | 'log-only' | 'off';
  readonly captureTimeoutMs: number;
};

/** Source: BSI TR-03121-3 Volume 2 v7.0, thresholds for enrolment; the numbers there are NFIQ 2 scores, see docs/biometrics.md. */
export const DEFAULT_POLICY: PolicySettings = {
  plainThresholds: { thumb: 30, index: 30, middle: 20, ring: 10, little: 10 },
  rolledThresholds: { thumb: 20, index: 15, middle: 15, ring: 10, little: 5 },
  attempts: 3,
  handCheck: 'warn',
  captureTimeoutMs: 40_000,
};

export const thresholdFor = (settings: PolicySettings, finger: Finger, kind: 'plain' | 'rolled'): number =>
  (kind === 'plain' ? settings.plainThresholds : settings.rolledThresholds)[finger.slice(finger.indexOf('-') + 1) as Digit];
