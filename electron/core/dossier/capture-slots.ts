/**
 * The ten fingers in ANSI/NIST-ITL order (FGP 1..10) and the images a dossier may hold.
 * Source: ANSI/NIST-ITL 1-2011 Update 2015, Table 8 (friction ridge position codes): 13 right four, 14 left four, 15 thumbs.
 */
export const FINGERS = [
  'right-thumb', 'right-index', 'right-middle', 'right-ring', 'right-little',
  'left-thumb', 'left-index', 'left-middle', 'left-ring', 'left-little',
] as const;
export type Finger = (typeof FINGERS)[number];

export const SLAPS = ['right-four', 'left-four', 'thumbs'] as const;
export type Slap = (typeof SLAPS)[number];

export const FINGERS_OF: Readonly<Record<Slap, readonly Finger[]>> = {
  'right-four': ['right-index', 'right-middle', 'right-ring', 'right-little'],
  'left-four': ['left-index', 'left-middle', 'left-ring', 'left-little'],
  thumbs: ['right-thumb', 'left-thumb'],
};

export const FINGERPRINT_SLOTS = [...SLAPS, ...FINGERS] as const;
export type FingerprintSlot = (typeof FINGERPRINT_SLOTS)[number];

export const CAPTURE_SLOTS = [...FINGERPRINT_SLOTS, 'portrait', 'signature'] as const;
export type CaptureSlot = (typeof CAPTURE_SLOTS)[number];

/** Friction ridge position code of a slot, `undefined` for portrait and signature. */
export const FGP: Readonly<Record<FingerprintSlot, number>> = {
  'right-thumb': 1, 'right-index': 2, 'right-middle': 3, 'right-ring': 4, 'right-little': 5,
  'left-thumb': 6, 'left-index': 7, 'left-middle': 8, 'left-ring': 9, 'left-little': 10,
  'right-four': 13, 'left-four': 14, thumbs: 15,
};

/** Why a finger has no print. Labels are ours; the law only says "describe" (TT 60/2021 Article 5). */
export const MISSING_REASONS = ['amputated', 'deformed', 'bandaged', 'worn', 'scarred', 'other'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

const isSlap = (slot: FingerprintSlot): slot is Slap => (SLAPS as readonly string[]).includes(slot);

/** Fingers that an image of `slot` is meant to show, the missing ones left out. */
export const expectedFingers = (slot: FingerprintSlot, missing: ReadonlySet<Finger>): readonly Finger[] =>
  (isSlap(slot) ? FINGERS_OF[slot] : [slot]).filter((finger) => !missing.has(finger));
