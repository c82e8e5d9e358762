import type { Finger } from '../../dossier/capture-slots.ts';

type Digit = 'thumb' | 'index' | 'middle' | 'ring' | 'little';
/** Least quality that a finger must reach, on the scale of `quality/print-quality.ts`. */
export type Thresholds = Readonly<Record<Digit, number>>;

/** `warn` shows what was found, `log-only` keeps it for evaluation without a word on the screen, `off` doesn't look. */
export const CHECK_MODES = ['warn', 'log-only', 'off'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

export type PolicySettings = {
  readonly plainThresholds: Thresholds;
  readonly rolledThresholds: Thresholds;
  /** Tries per slap or finger before the best of them is proposed. */
  readonly attempts: number;
  /** Is it the other hand? */
  readonly handCheck: CheckMode;
  /** Was the same finger given before, or twice in this picture? */
  readonly uniquenessCheck: CheckMode;
  /** Good fingers lie still this long before the picture is taken by itself. */
  readonly autoDelayMs: number;
  /** From start to still; a citizen may need a while to sit down. */
  readonly captureTimeoutMs: number;
  /** A device that shows nothing and gives no other sign of life for this long hangs. */
  readonly silenceMs: number;
  /** Fingers of the picture before that don't leave the glass hold the next one up no longer than this. */
  readonly clearMs: number;
};

/** Source: BSI TR-03121-3 Volume 2 v7.0, thresholds for enrolment; the numbers there are NFIQ 2 scores, see docs/biometrics.md. */
export const DEFAULT_POLICY: PolicySettings = {
  plainThresholds: { thumb: 30, index: 30, middle: 20, ring: 10, little: 10 },
  rolledThresholds: { thumb: 20, index: 15, middle: 15, ring: 10, little: 5 },
  attempts: 3,
  handCheck: 'warn',
  uniquenessCheck: 'warn',
  autoDelayMs: 500,
  captureTimeoutMs: 90_000,
  silenceMs: 2_500,
  clearMs: 10_000,
};

export const thresholdFor = (settings: PolicySettings, finger: Finger, kind: 'plain' | 'rolled'): number =>
  (kind === 'plain' ? settings.plainThresholds : settings.rolledThresholds)[finger.slice(finger.indexOf('-') + 1) as Digit];
