import type { RidgeMeasures } from './ridge-measures.ts';

/** What a person at the counter can change about a bad print, the likeliest first. */
export const QUALITY_REASONS = ['too-small', 'off-centre', 'motion', 'wet', 'dry', 'smudged', 'residue', 'worn', 'scarred'] as const;
export type QualityReason = (typeof QUALITY_REASONS)[number];

/** One instruction for each reason; the key of its sentence in every language is `quality.instruction.<name>`. */
export const INSTRUCTION_OF = {
  'too-small': 'lay-finger-flat', 'off-centre': 'move-to-middle', motion: 'hold-still',
  wet: 'dry-finger', dry: 'moisten-or-press', smudged: 'clean-finger-and-glass',
  residue: 'clean-finger-and-glass', worn: 'moisten-or-press', scarred: 'press-evenly',
} as const satisfies Record<QualityReason, string>;

const SMALL_MM2 = 105;
/** More of the outline than this cut by the border of the image: part of the finger lies outside. */
const CUT_SHARE = 0.12;
/** Light lines shorter than this are gaps that every finger has. */
const SCAR_MM = 2.5;

/** One reason for how the skin printed, at most; place and size come besides. The levels part the flaws of `drivers/personas`. */
export function reasonsOf(measures: RidgeMeasures): readonly QualityReason[] {
  const skin = skinReasonOf(measures);
  const holds: Readonly<Record<QualityReason, boolean>> = {
    'too-small': measures.contactMm2 < SMALL_MM2,
    'off-centre': measures.cutShare > CUT_SHARE,
    motion: skin === 'motion', wet: skin === 'wet', dry: skin === 'dry', smudged: skin === 'smudged', residue: skin === 'residue', worn: skin === 'worn',
    scarred: skin === undefined && measures.lightLinesMm > SCAR_MM,
  };
  return QUALITY_REASONS.filter((reason) => holds[reason]);
}

function skinReasonOf({ darkShare, floodedShare, lostShare, coherence, repeat, acuteness, oneWay, range, lightLinesMm }: RidgeMeasures): QualityReason | undefined {
  // Motion greys ridges and valleys alike, or leaves only those that run along it.
  if (acuteness < 0.2 && (range < 115 || oneWay > 0.88)) return 'motion';
  // Wet ridges run together; under grease they still show.
  if (darkShare > 0.62 && floodedShare > (acuteness < 0.17 ? 0.3 : 0.5)) return 'wet';
  // Dry ridges break into grains: little ink, and all of it sharp.
  if (darkShare < 0.33 && coherence < 0.79 && acuteness > darkShare + 0.02) return 'dry';
  // Worn ones have lost their height and with it their rhythm. What scuffed them leaves light lines, a smear leaves none.
  if (acuteness > 0.19 && acuteness < 0.32 && darkShare < 0.55 && repeat < 0.7 && (lostShare < 0.35 || lightLinesMm > SCAR_MM)) return 'worn';
  if (lostShare > 0.3 || coherence < 0.7) return 'smudged';
  // Ridges as they should be, under a haze that takes their edge.
  return acuteness < (lightLinesMm > SCAR_MM ? 0.32 : 0.345) ? 'residue' : undefined;
}
