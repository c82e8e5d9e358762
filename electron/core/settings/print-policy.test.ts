import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../biometrics/capture-policy/policy-settings.ts';
import { printPolicyOf, readingFrom } from './print-policy.ts';

it('built-in settings are the built-in rules', () => {
  expect(printPolicyOf(readingFrom([]))).toEqual(DEFAULT_POLICY);
});

it('what the station sets takes their place, in the units of the rules', () => {
  const rows = [{ key: 'capture.timeout-seconds', value: 30 }, { key: 'capture.clear-seconds', value: 0 }, { key: 'capture.uniqueness-check', value: 'off' }, { key: 'capture.quality.rolled-ring', value: 12 }];
  expect(printPolicyOf(readingFrom(rows))).toEqual({
    ...DEFAULT_POLICY, captureTimeoutMs: 30_000, clearMs: 0, uniquenessCheck: 'off', rolledThresholds: { ...DEFAULT_POLICY.rolledThresholds, ring: 12 },
  });
});
