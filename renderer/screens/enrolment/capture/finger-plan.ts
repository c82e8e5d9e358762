import type { SegmentView } from '../../../../electron/contract/analysis.ts';
import type { Capture, Dossier } from '../../../../electron/contract/dossier.ts';
import { FINGERS, FINGERS_OF, SLAPS, expectedFingers, type CaptureSlot, type Finger, type FingerprintSlot } from '../../../../electron/core/dossier/capture-slots.ts';

export type FingerState = 'now' | 'captured' | 'missing' | 'expected';
/** `quality` `null` = measuring failed; undefined = nothing is known of it. `good` tells whether it is enough. */
export type FingerMark = { readonly state: FingerState; readonly quality?: number | null; readonly good?: boolean };

export const missingOf = (dossier: Pick<Dossier, 'missingFingers'>): ReadonlySet<Finger> => new Set(dossier.missingFingers.map((m) => m.finger));

export const slotsOf = (captures: readonly Pick<Capture, 'slot'>[]): ReadonlySet<CaptureSlot> => new Set(captures.map((c) => c.slot));

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

type Seen = Pick<SegmentView, 'quality' | 'ok'>;

/** The fingers with the qualities that are known: `now` what the picture on the screen shows, `kept` what is in the dossier. */
export function fingerMarks(states: Readonly<Record<Finger, FingerState>>, kept: ReadonlyMap<Finger, Seen>, now: ReadonlyMap<Finger, Seen>): Readonly<Record<Finger, FingerMark>> {
  const markOf = (finger: Finger): FingerMark => {
    const state = states[finger];
    const seen = state === 'now' ? now.get(finger) : state === 'captured' ? kept.get(finger) : undefined;
    return seen === undefined ? { state } : { state, quality: seen.quality, good: seen.ok };
  };
  return Object.fromEntries(FINGERS.map((finger) => [finger, markOf(finger)])) as Record<Finger, FingerMark>;
}
