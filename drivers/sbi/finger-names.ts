import { FINGERS, FINGERS_OF, SLAPS, expectedFingers, type Finger, type FingerprintSlot, type Slap } from '../../electron/core/dossier/capture-slots.ts';

/** SBI's names. Source: MDS specification 0.9.5, "bioSubType". */
export const SBI_NAME: Readonly<Record<Finger, string>> = {
  'right-thumb': 'Right Thumb', 'right-index': 'Right IndexFinger', 'right-middle': 'Right MiddleFinger', 'right-ring': 'Right RingFinger', 'right-little': 'Right LittleFinger',
  'left-thumb': 'Left Thumb', 'left-index': 'Left IndexFinger', 'left-middle': 'Left MiddleFinger', 'left-ring': 'Left RingFinger', 'left-little': 'Left LittleFinger',
};

const BY_NAME = new Map(FINGERS.map((finger) => [SBI_NAME[finger], finger]));
export const fingerOf = (name: string): Finger | undefined => BY_NAME.get(name);

/** Part of a slap device: 1 left four, 2 right four, 3 thumbs. */
export const SUB_ID: Readonly<Record<Slap, string>> = { 'left-four': '1', 'right-four': '2', thumbs: '3' };
export const slapOfSubId = (subId: string): Slap | undefined => SLAPS.find((slap) => SUB_ID[slap] === subId);

export type FingerOrder = { readonly subId: string; readonly fingers: readonly Finger[]; readonly exceptions: readonly Finger[] };

/** What to ask a slap device for. One finger alone is its slap with the others excepted: count and exceptions must add up to the slap. */
export function orderOf(slot: FingerprintSlot, missing: ReadonlySet<Finger>): FingerOrder {
  const slap = SLAPS.find((one) => one === slot) ?? SLAPS.find((one) => FINGERS_OF[one].some((finger) => finger === slot))!;
  const fingers = expectedFingers(slot, missing);
  return { subId: SUB_ID[slap], fingers, exceptions: FINGERS_OF[slap].filter((finger) => !fingers.includes(finger)) };
}
