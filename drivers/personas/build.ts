import type { Finger } from '../../electron/core/dossier/capture-slots.ts';
import { gaussian, joinSeeds, randomFrom } from './persona-random.ts';

/** Relative size and ridge period of the five fingers; thumbs are wide and coarse. */
const DIGITS: Readonly<Record<string, { readonly scale: number; readonly coarserPx: number }>> = {
  thumb: { scale: 1.19, coarserPx: 0.35 }, index: { scale: 1, coarserPx: 0 }, middle: { scale: 1.03, coarserPx: 0.05 },
  ring: { scale: 0.98, coarserPx: 0 }, little: { scale: 0.84, coarserPx: -0.25 },
};

/** What all ten fingers of a person share: size relative to an average adult, and mean ridge period in px at 500 ppi. */
export type Build = { readonly size: number; readonly periodPx: number };

/** Ridge periods of adults lie about 9.3 px apart for men, 8.6 for women. */
export function buildOf(seed: number): Build {
  const random = randomFrom(joinSeeds(seed, 0x50));
  return { size: 1 + gaussian(random) * 0.025, periodPx: (random() < 0.5 ? 9.3 : 8.6) + gaussian(random) * 0.25 };
}

export const digitOf = (finger: Finger): string => finger.slice(finger.indexOf('-') + 1);

/** Size of one finger relative to an average index finger, and its ridge period. */
export function fingerBuild(seed: number, finger: Finger): { readonly scale: number; readonly periodPx: number } {
  const { size, periodPx } = buildOf(seed);
  const { scale, coarserPx } = DIGITS[digitOf(finger)]!;
  return { scale: scale * size, periodPx: periodPx + coarserPx };
}
