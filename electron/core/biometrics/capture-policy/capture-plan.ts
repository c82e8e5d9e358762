import { ROLLED_SLOTS, expectedFingers, type Finger, type FingerprintSlot } from '../../dossier/capture-slots.ts';

/** One thing to capture: a slap or one finger, laid down or rolled. */
export type PlanStep = { readonly slot: FingerprintSlot; readonly kind: 'plain' | 'rolled' };

const plain = (slot: FingerprintSlot): PlanStep => ({ slot, kind: 'plain' });
const SLAPS_442 = [plain('right-four'), plain('left-four'), plain('thumbs')] as const;

/**
 * Orders of capture. Plain slaps come before rolls, so that each roll can be verified against its plain print.
 * Source: BSI TR-03121-3 Volume 2, acquisition of ten fingers 4-4-2.
 */
export const CAPTURE_PLANS = {
  '4-4-2': SLAPS_442,
  '4-4-2+10-rolled': [...SLAPS_442, ...ROLLED_SLOTS.map((slot): PlanStep => ({ slot, kind: 'rolled' }))],
} as const satisfies Record<string, readonly PlanStep[]>;
export type CapturePlan = keyof typeof CAPTURE_PLANS;

/** Digits from the one that counts most to the one that counts least when attempts are compared. */
const DIGIT_ORDER = ['index', 'middle', 'ring', 'little'] as const;

/** Fingers of a step that are there to be captured, the most important first: index to little, right thumb before left. */
export function fingersByWeight(step: PlanStep, missing: ReadonlySet<Finger>): readonly Finger[] {
  const weight = (finger: Finger): number => DIGIT_ORDER.findIndex((digit) => finger.endsWith(digit));
  return expectedFingers(step.slot, missing).toSorted((a, b) => weight(a) - weight(b));
}
