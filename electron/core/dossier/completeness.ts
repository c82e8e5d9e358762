import type { CapturePlan } from '../procedure/capture-plan.ts';
import { FINGERS, expectedFingers, isSlap, type CaptureSlot, type Finger, type FingerprintSlot } from './capture-slots.ts';

/** What still stands between a dossier and "captured". Each value is a translation key `missing.<value>`. */
export type Gap = CaptureSlot | 'kind' | 'contact' | 'citizen-check' | 'procedure';

export type CompletenessInput = {
  readonly kind: string | undefined;
  /** What is captured of this citizen for this ground. */
  readonly plan: Pick<CapturePlan, 'prints' | 'portrait' | 'signer'>;
  /** Findings that still stand in the way (`standing`). */
  readonly standingFindings: number;
  readonly slots: ReadonlySet<CaptureSlot>;
  readonly missingFingers: ReadonlySet<Finger>;
  readonly citizenConfirmed: boolean;
};

/**
 * The gaps of a dossier in the order of the counter's steps.
 * A slap counts as done when its own image is there, or one image of each of its fingers that exists
 * (single-finger fallback, BSI TR-03121-3 Vol. 2, ACQ-FPS-SV-1), or when all its fingers are missing with a reason.
 */
export function gapsOf(input: CompletenessInput): readonly Gap[] {
  const gaps: Gap[] = [];
  if (input.kind === undefined) gaps.push('kind');
  if (input.standingFindings > 0) gaps.push('procedure');
  for (const slot of input.plan.prints) if (!isPrintDone(slot, input)) gaps.push(slot);
  if (input.plan.portrait && !input.slots.has('portrait')) gaps.push('portrait');
  if (input.plan.signer !== 'nobody' && !input.slots.has('signature')) gaps.push('signature');
  if (!input.citizenConfirmed) gaps.push('citizen-check');
  return gaps;
}

function isPrintDone(slot: FingerprintSlot, input: CompletenessInput): boolean {
  if (input.slots.has(slot)) return true;
  const expected = expectedFingers(slot, input.missingFingers);
  return isSlap(slot) ? expected.every((finger) => input.slots.has(finger)) : expected.length === 0;
}

/** Fingers shown by no image and excused by no reason. */
export function uncoveredFingers(slots: ReadonlySet<CaptureSlot>, missing: ReadonlySet<Finger>): readonly Finger[] {
  const covered = new Set<Finger>(missing);
  for (const slot of slots) {
    if (slot === 'portrait' || slot === 'signature') continue;
    for (const finger of expectedFingers(slot as FingerprintSlot, missing)) covered.add(finger);
  }
  return FINGERS.filter((finger) => !covered.has(finger));
}
