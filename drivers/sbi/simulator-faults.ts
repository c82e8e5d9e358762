/** What can be wrong with a simulated SBI device. Each holds until another is set. */
export const SBI_FAULTS = [
  'none', 'busy', 'not-ready', 'unregistered', 'missing-finger', 'one-finger', 'swapped-hand', 'wrong-signature', 'expired-certificate', 'broken-hash-chain',
  'stale-transaction', 'clock-skew', 'stalled-stream', 'cut-stream', 'slow-drip', 'truncated-json', 'unplug',
] as const;
export type SbiFault = (typeof SBI_FAULTS)[number];
