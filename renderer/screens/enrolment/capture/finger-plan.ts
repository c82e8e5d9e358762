import type { Capture, Dossier } from '../../../../electron/contract/dossier.ts';
import {
  FINGERS, FINGERS_OF, SLAPS, expectedFingers,
  type CaptureSlot, type Finger, type FingerprintSlot, type Slap,
} from '../../../../electron/core/dossier/capture-slots.ts';

export type FingerState = 'now' | 'captured' | 'missing' | 'expected';

export const missingOf = (dossier: Pick<Dossier, 'missingFingers'>): ReadonlySet<Finger> => new Set(dossier.missingFingers.map((m) => m.finger));

export const slotsOf = (captures: readonly Pick<Capture, 'slot'>[]): ReadonlySet<CaptureSlot> => new Set(captures.map((c) => c.slot));

/** A slap's fingers one by one, in the order the citizen is asked for them. */
export const singlesOf = (slap: Slap): readonly Finger[] => FINGERS_OF[slap];

const isSlapDone = (slap: Slap, slots: ReadonlySet<CaptureSlot>, missing: ReadonlySet<Finger>): boolean =>
  slots.has(slap) || expectedFingers(slap, missing).every((finger) => slots.has(finger));

/**
 * The slot to capture next: right four, left four, thumbs (TT 60/2021 Article 5), or the first finger of the
 * first unfinished slap where the officer takes fingers one by one. `undefined` = nothing is left.
 */
export function nextSlot(slots: ReadonlySet<CaptureSlot>, missing: ReadonlySet<Finger>, oneByOne: boolean): FingerprintSlot | undefined {
  const slap = SLAPS.find((s) => !isSlapDone(s, slots, missing));
  if (slap === undefined || !oneByOne) return slap;
  return expectedFingers(slap, missing).find((finger) => !slots.has(finger));
}

/** What each of the ten fingers is, for the drawing of the hands. */
export function fingerStates(slots: ReadonlySet<CaptureSlot>, missing: ReadonlySet<Finger>, now: FingerprintSlot | undefined): Readonly<Record<Finger, FingerState>> {
  const current = new Set(now === undefined ? [] : expectedFingers(now, missing));
  const stateOf = (finger: Finger): FingerState => {
    if (missing.has(finger)) return 'missing';
    if (current.has(finger)) return 'now';
    const slap = SLAPS.find((s) => FINGERS_OF[s].includes(finger));
    return slots.has(finger) || (slap !== undefined && slots.has(slap)) ? 'captured' : 'expected';
  };
  return Object.fromEntries(FINGERS.map((finger) => [finger, stateOf(finger)])) as Record<Finger, FingerState>;
}

/** Number of the try about to be made: one more than what was tried before. */
export const nextAttempt = (attempts: readonly { readonly slot: CaptureSlot; readonly attempt: number }[], slot: CaptureSlot): number =>
  Math.max(0, ...attempts.filter((a) => a.slot === slot).map((a) => a.attempt)) + 1;
