import type { Minutia } from '../minutiae/find-minutiae.ts';
import type { PrintTemplate } from '../minutiae/print-template.ts';
import { aligned, alignmentOf, fitAlignment, shiftBetween, turnBetween, type Alignment, type Pairing } from './alignment.ts';
import { likenessTable } from './descriptor-likeness.ts';

/** Fingers on a platen lie upright within this, two impressions against each other. */
const MOST_TURN_RAD = (55 * Math.PI) / 180;
/** So many of the most alike pairs are tried as anchors. */
const ANCHORS = 28;
/** Of them so many are refined. */
const REFINED = 4;
/** Skin stretches: a minutia may be off by this much, px, and turned by this much; how soon it counts less. */
const REACH_PX = 17;
const REACH_RAD = 0.5;
const MOST_TURN = 1 - Math.cos(REACH_RAD);
const BELL_PX = 6.5;
const BELL_TURN = 0.2;
/** Likeness of the surroundings that unrelated minutiae reach anyway. */
const CHANCE_LIKENESS = 0.35;
/** Minutiae count as shared ground when the other print has one within this distance, px. */
const GROUND_PX = 42;
/** Keeps a handful of pairs on a tiny overlap from looking like a match. */
const GROUND_FLOOR = 8;
/**
 * Two loops agree somewhere in any case: this share of the support that the next best, quite different way of laying
 * one on the other finds is taken for chance.
 */
const CHANCE_SHARE = 0.8;
/** Ways of laying differ when the middle of the print moves this far, px, or it turns this far. */
const OTHER_WAY_PX = 30;
const OTHER_WAY_RAD = 0.25;

export type Match = {
  /** 0 = nothing in common; see `docs/biometrics-measured.md` for the measured false-match rates of each value. */
  readonly score: number;
  readonly pairs: readonly Pairing[];
  readonly alignment: Alignment | undefined;
};

const NO_MATCH: Match = { score: 0, pairs: [], alignment: undefined };

/** Compares two prints one to one. The order of the two changes the score at most slightly. */
export function matchPrints(a: PrintTemplate, b: PrintTemplate): Match {
  if (a.minutiae.length < 4 || b.minutiae.length < 4) return NO_MATCH;
  const likeness = likenessTable(a, b, MOST_TURN_RAD);
  const tried = anchors(likeness, a.minutiae.length, b.minutiae.length)
    .map(([i, j]) => alignmentOf(a.minutiae[i]!, b.minutiae[j]!))
    .map((alignment) => ({ alignment, support: supportOf(a.minutiae, b.minutiae, alignment, likeness) }))
    .toSorted((one, other) => other.support - one.support);
  let best: Laid | undefined;
  for (const { alignment } of tried.slice(0, REFINED)) {
    const laid = refine(a.minutiae, b.minutiae, alignment, likeness);
    if (laid !== undefined && (best === undefined || laid.strength > best.strength)) best = laid;
  }
  return best === undefined ? NO_MATCH : scored(best, tried, a.minutiae, b.minutiae);
}

type Tried = { readonly alignment: Alignment; readonly support: number };
type Laid = { readonly alignment: Alignment; readonly pairs: readonly Pairing[]; readonly strength: number };

/** Strength beyond chance against the minutiae on shared ground. */
function scored({ alignment, pairs, strength }: Laid, tried: readonly Tried[], a: readonly Minutia[], b: readonly Minutia[]): Match {
  const other = tried.find((one) => turnBetween(one.alignment, alignment) > OTHER_WAY_RAD || shiftBetween(one.alignment, alignment, a) > OTHER_WAY_PX);
  const beyond = Math.max(0, strength - CHANCE_SHARE * (other?.support ?? 0));
  return { score: (10 * beyond * beyond) / (groundOf(a, b, alignment) + GROUND_FLOOR), pairs, alignment };
}

/** The most alike pairs, each minutia at most three times. */
function anchors(likeness: Float32Array, countA: number, countB: number): readonly (readonly [number, number])[] {
  const alike: number[] = [];
  for (let at = 0; at < likeness.length; at++) if (likeness[at]! > 0.5) alike.push(at);
  const order = alike.sort((p, q) => likeness[q]! - likeness[p]!);
  const usedA = new Uint8Array(countA), usedB = new Uint8Array(countB);
  const chosen: [number, number][] = [];
  for (const at of order) {
    const i = Math.floor(at / countB), j = at % countB;
    if (usedA[i]! >= 3 || usedB[j]! >= 3) continue;
    usedA[i] = usedA[i]! + 1;
    usedB[j] = usedB[j]! + 1;
    chosen.push([i, j]);
    if (chosen.length >= ANCHORS) break;
  }
  return chosen;
}

function supportOf(a: readonly Minutia[], b: readonly Minutia[], alignment: Alignment, likeness: Float32Array): number {
  const moved = aligned(a, alignment);
  let support = 0;
  for (let i = 0; i < a.length; i++) {
    let best = 0;
    for (let j = 0; j < b.length; j++) {
      const alike = likeness[i * b.length + j]!;
      // Most pairs aren't alike or lie apart: found out without a call.
      if (alike <= CHANCE_LIKENESS || Math.abs(moved[3 * i]! - b[j]!.x) > REACH_PX) continue;
      const weight = weightOf(moved, i, b[j]!, alike);
      if (weight > best) best = weight;
    }
    support += best;
  }
  return support;
}

/** 0..1: how well minutia i, moved, sits on `other`. */
function weightOf(moved: Float32Array, i: number, other: Minutia, likeness: number): number {
  const dx = moved[3 * i]! - other.x, dy = moved[3 * i + 1]! - other.y;
  const square = dx * dx + dy * dy;
  if (square > REACH_PX * REACH_PX || likeness <= CHANCE_LIKENESS) return 0;
  const turn = 1 - Math.cos(moved[3 * i + 2]! - other.angleRad);
  if (turn > MOST_TURN) return 0;
  return ((likeness - CHANCE_LIKENESS) / (1 - CHANCE_LIKENESS)) * Math.exp(-square / (2 * BELL_PX * BELL_PX) - turn / (BELL_TURN * BELL_TURN));
}

function refine(a: readonly Minutia[], b: readonly Minutia[], start: Alignment, likeness: Float32Array): Laid | undefined {
  let alignment = start;
  let pairs = pairUp(a, b, alignment, likeness);
  for (let round = 0; round < 3 && pairs.length >= 3; round++) {
    alignment = fitAlignment(pairs, a, b);
    pairs = pairUp(a, b, alignment, likeness);
  }
  return pairs.length < 3 ? undefined : { alignment, pairs, strength: pairs.reduce((sum, pair) => sum + pair.weight, 0) };
}

/** One-to-one pairs, the best first. */
function pairUp(a: readonly Minutia[], b: readonly Minutia[], alignment: Alignment, likeness: Float32Array): readonly Pairing[] {
  const moved = aligned(a, alignment);
  const candidates: Pairing[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const weight = weightOf(moved, i, b[j]!, likeness[i * b.length + j]!);
      if (weight > 0) candidates.push({ a: i, b: j, weight });
    }
  }
  const usedA = new Set<number>(), usedB = new Set<number>();
  return candidates.sort((p, q) => q.weight - p.weight).filter((pair) => {
    if (usedA.has(pair.a) || usedB.has(pair.b)) return false;
    usedA.add(pair.a);
    usedB.add(pair.b);
    return true;
  });
}

/** How many minutiae of one print lie where the other shows skin, the mean of both ways. */
function groundOf(a: readonly Minutia[], b: readonly Minutia[], alignment: Alignment): number {
  const moved = aligned(a, alignment);
  const near = (i: number, j: number): boolean => (moved[3 * i]! - b[j]!.x) ** 2 + (moved[3 * i + 1]! - b[j]!.y) ** 2 < GROUND_PX * GROUND_PX;
  let shared = 0;
  for (let i = 0; i < a.length; i++) shared += b.some((_, j) => near(i, j)) ? 1 : 0;
  for (let j = 0; j < b.length; j++) shared += a.some((_, i) => near(i, j)) ? 1 : 0;
  return shared / 2;
}
