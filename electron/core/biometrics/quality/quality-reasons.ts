import type { RidgeMeasures } from './ridge-measures.ts';

/** What a person at the counter can change about a bad print, the likeliest first. */
export const QUALITY_REASONS = ['too-small', 'off-centre', 'motion', 'wet', 'dry', 'smudged'] as const;
export type QualityReason = (typeof QUALITY_REASONS)[number];

/** One instruction for each reason; the key of its sentence in every language is `quality.instruction.<name>`. */
export const INSTRUCTION_OF = {
  'too-small': 'lay-finger-flat', 'off-centre': 'move-to-middle', motion: 'hold-still',
  wet: 'dry-finger', dry: 'moisten-or-press', smudged: 'clean-finger-and-glass',
} as const satisfies Record<QualityReason, string>;

const SMALL_MM2 = 105;
/** More of the outline than this cut by the border of the image: part of the finger lies outside. */
const CUT_SHARE = 0.12;

export function reasonsOf(measures: RidgeMeasures): readonly QualityReason[] {
  const { darkShare, floodedShare, lostShare, coherence, acuteness, oneWay, range } = measures;
  // Motion greys ridges and valleys alike, or leaves only those that run along it.
  const moved = acuteness < 0.2 && (range < 115 || oneWay > 0.88);
  const wet = !moved && floodedShare > 0.3 && darkShare > 0.62;
  const dry = darkShare < 0.36 && coherence < 0.79 && lostShare < 0.35;
  const holds: Readonly<Record<QualityReason, boolean>> = {
    'too-small': measures.contactMm2 < SMALL_MM2,
    'off-centre': measures.cutShare > CUT_SHARE,
    motion: moved,
    wet,
    dry,
    smudged: !moved && !wet && !dry && (lostShare > 0.3 || coherence < 0.7),
  };
  return QUALITY_REASONS.filter((reason) => holds[reason]);
}
