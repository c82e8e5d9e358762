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

/** One rolled finger; the finger's own name is its plain print, taken alone where a slap won't do. */
export type RolledSlot = `rolled-${Finger}`;
export const ROLLED_SLOTS = [
  'rolled-right-thumb', 'rolled-right-index', 'rolled-right-middle', 'rolled-right-ring', 'rolled-right-little',
  'rolled-left-thumb', 'rolled-left-index', 'rolled-left-middle', 'rolled-left-ring', 'rolled-left-little',
] as const satisfies readonly RolledSlot[];

export const FINGERPRINT_SLOTS = [...SLAPS, ...FINGERS, ...ROLLED_SLOTS] as const;
export type FingerprintSlot = (typeof FINGERPRINT_SLOTS)[number];

export const CAPTURE_SLOTS = [...FINGERPRINT_SLOTS, 'portrait', 'signature'] as const;
export type CaptureSlot = (typeof CAPTURE_SLOTS)[number];

/** What a device may be asked for: a dossier's captures, or a page of a supporting paper, of which there may be many. */
export const STILL_SLOTS = [...CAPTURE_SLOTS, 'document'] as const;
export type StillSlot = (typeof STILL_SLOTS)[number];

/** Friction ridge position code of a slot, `undefined` for portrait and signature. */
export const FGP: Readonly<Record<FingerprintSlot, number>> = {
  'right-thumb': 1, 'right-index': 2, 'right-middle': 3, 'right-ring': 4, 'right-little': 5,
  'left-thumb': 6, 'left-index': 7, 'left-middle': 8, 'left-ring': 9, 'left-little': 10,
  'right-four': 13, 'left-four': 14, thumbs: 15,
  'rolled-right-thumb': 1, 'rolled-right-index': 2, 'rolled-right-middle': 3, 'rolled-right-ring': 4, 'rolled-right-little': 5,
  'rolled-left-thumb': 6, 'rolled-left-index': 7, 'rolled-left-middle': 8, 'rolled-left-ring': 9, 'rolled-left-little': 10,
};

/** Why a finger has no print. Labels are ours; the law only says "describe" (TT 60/2021 Article 5). */
export const MISSING_REASONS = ['amputated', 'deformed', 'bandaged', 'worn', 'scarred', 'other'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export const isSlap = (slot: FingerprintSlot): slot is Slap => (SLAPS as readonly string[]).includes(slot);

export const isRolled = (slot: FingerprintSlot): slot is RolledSlot => slot.startsWith('rolled-');

/** The finger of a slot that shows one. */
export const fingerOf = (slot: Finger | RolledSlot): Finger => (isRolled(slot) ? slot.slice('rolled-'.length) : slot) as Finger;

/** Fingers that an image of `slot` is meant to show, the missing ones left out. */
export const expectedFingers = (slot: FingerprintSlot, missing: ReadonlySet<Finger>): readonly Finger[] =>
  (isSlap(slot) ? FINGERS_OF[slot] : [fingerOf(slot)]).filter((finger) => !missing.has(finger));
