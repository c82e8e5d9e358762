import type { Finger } from '../../dossier/capture-slots.ts';
import type { Fingertip } from './fingertip-shape.ts';
import type { Foreground } from './foreground.ts';
import { loopSlant } from './hand-features.ts';

export type HandSide = { readonly verdict: 'right' | 'left' | 'undecided'; /** 0..1 that it is a right hand. */ readonly rightProbability: number };

type Digit = 'index' | 'middle' | 'ring' | 'little';
type Build = { readonly drop: number; readonly width: number; readonly length: number };
/**
 * How an average hand is built: how much lower each tip lies (in finger widths), logarithms of width and length.
 * Source: the geometry of FAP 60 slaps in docs/biometrics-measured.md; only differences between fingers count.
 */
const BUILD: Readonly<Record<Digit, Build>> = {
  index: { drop: 0.05, width: 0.04, length: 0.04 },
  middle: { drop: -0.36, width: 0.06, length: 0.07 },
  ring: { drop: -0.13, width: 0.03, length: 0.03 },
  little: { drop: 0.43, width: -0.13, length: -0.14 },
};
/** How far hands and measuring stray from that; wider than measured on synthetic hands, so that no single trait decides. */
const SPREAD = { drop: 0.2, width: 0.09, length: 0.1, slant: 0.75 } as const;
/** Of a finger that left less than this share of the mean print, size and place say nothing of the hand. */
const TELLING_SHARE = 0.5;
/** Mean slant of a finger's loops on a right hand. */
const ULNAR_SLANT = 0.3;
/** Probability from which a side is named: odds of 20 to 1. */
export const SURE = 0.95;

const isDigit = (name: string): name is Digit => Object.hasOwn(BUILD, name);

/**
 * Left or right hand from heights, sizes and loops of its fingertips, given from left to right.
 * `due` names the fingers meant to be there (either hand's): a right hand shows them from index to little, a left hand
 * the other way round. Undecided for fewer than two fingers, for thumbs, and when the number doesn't fit.
 */
export function decideHand(tips: readonly Fingertip[], handAngleRad: number, foreground: Foreground, due: readonly Finger[]): HandSide {
  const digits = due.map((finger) => finger.slice(finger.indexOf('-') + 1)).filter(isDigit);
  if (tips.length < 2 || tips.length !== digits.length) return { verdict: 'undecided', rightProbability: 0.5 };
  const meanCells = tips.reduce((sum, tip) => sum + tip.region.cells.length, 0) / tips.length;
  const telling = tips.flatMap((tip, place) => (tip.region.cells.length >= TELLING_SHARE * meanCells ? [{ tip, place }] : []));
  const usual = telling.reduce((sum, { tip }) => sum + tip.width, 0) / telling.length;
  const seen = telling.map(({ tip }): Build => ({
    drop: (-tip.tipX * Math.sin(handAngleRad) + tip.tipY * Math.cos(handAngleRad)) / usual,
    width: Math.log(tip.width), length: Math.log(tip.length),
  }));
  const misfit = (order: readonly Digit[]): number => misfitOf(seen, telling.map(({ place }) => BUILD[order[place]!]));
  const slant = telling.reduce((sum, { tip }) => sum + loopSlant(tip, foreground), 0);
  const logOdds = (misfit(digits.toReversed()) - misfit(digits)) / 2 + (2 * ULNAR_SLANT * slant) / SPREAD.slant ** 2;
  const rightProbability = 1 / (1 + Math.exp(-logOdds));
  return { rightProbability, verdict: rightProbability >= SURE ? 'right' : rightProbability <= 1 - SURE ? 'left' : 'undecided' };
}

/** Squared deviations in spreads, each trait against its own mean: size of the hand and place on the glass drop out. */
function misfitOf(seen: readonly Build[], expected: readonly Build[]): number {
  return (['drop', 'width', 'length'] as const).reduce((sum, trait) => {
    const off = seen.map((one, n) => one[trait] - expected[n]![trait]);
    const mean = off.reduce((total, value) => total + value, 0) / off.length;
    return sum + off.reduce((total, value) => total + ((value - mean) / SPREAD[trait]) ** 2, 0);
  }, 0);
}
