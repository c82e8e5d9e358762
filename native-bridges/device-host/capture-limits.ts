import type { CaptureRecord } from '../../electron/contract/attempt.ts';
import type { PolicySettings } from '../../electron/core/biometrics/capture-policy/policy-settings.ts';

/** What held during a capture, for the record: without the thresholds, which stand with each finger. */
export const limitsOf = ({ attempts, handCheck, uniquenessCheck, autoDelayMs, captureTimeoutMs, silenceMs, clearMs }: PolicySettings): CaptureRecord['limits'] =>
  ({ attempts, handCheck, uniquenessCheck, autoDelayMs, captureTimeoutMs, silenceMs, clearMs });
