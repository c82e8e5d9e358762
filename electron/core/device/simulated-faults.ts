import { PORTRAIT_FAULTS } from './portrait-faults.ts';

/** Everything that can be wrong with a simulated device on request; `none` = nothing. docs/devices/README.md tells what each does and how it ends. */
export const SIMULATED_FAULTS = [
  'unplug', 'replug', 'stall', 'block', 'crash', 'bad-frame', 'paper-out', 'residue', 'dead-pixels', 'out-of-focus', 'too-dark', 'crooked', 'none', ...PORTRAIT_FAULTS,
] as const;
export type SimulatedFault = (typeof SIMULATED_FAULTS)[number];
