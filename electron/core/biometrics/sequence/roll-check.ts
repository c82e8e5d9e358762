import type { FingerCheck } from './check-sequence.ts';

/**
 * What became of holding a roll against the plain print of its finger. `undetermined`: both are there and neither tells.
 * `no-plain-print`: the person gave none that shows this finger. `plain-print-unread`: one is kept and could not be read in time.
 * Source of the first three: BSI TR-03121-3 Volume 2, verification of rolled against plain.
 */
export const ROLL_CHECKS = ['successful', 'wrong-finger', 'undetermined', 'no-plain-print', 'plain-print-unread'] as const;
export type RollCheck = (typeof ROLL_CHECKS)[number];

/** Whether the finger's own plain print was among those compared with, and if not, why. */
export type PlainPrint = 'compared' | 'none' | 'unread';

/** Another finger's print can tell a wrong finger even where its own is not at hand. */
export function rollCheckOf({ verdict }: Pick<FingerCheck, 'verdict'>, plain: PlainPrint): RollCheck {
  if (verdict === 'as-claimed') return 'successful';
  if (verdict === 'other-finger') return 'wrong-finger';
  return plain === 'compared' ? 'undetermined' : plain === 'none' ? 'no-plain-print' : 'plain-print-unread';
}
