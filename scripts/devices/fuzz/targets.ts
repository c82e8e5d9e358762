import { LINE_TARGETS } from './line-targets.ts';
import { SBI_TARGETS } from './sbi-targets.ts';
import type { FuzzTarget } from './target.ts';
import { WEDGE_TARGET } from './wedge-target.ts';

/** Every reader of what a device says. A new protocol gets its line here, and both the unit tests and `scripts/devices-fuzz.ts` take it from there. */
export const FUZZ_TARGETS: readonly FuzzTarget[] = [...SBI_TARGETS, ...LINE_TARGETS, WEDGE_TARGET];
