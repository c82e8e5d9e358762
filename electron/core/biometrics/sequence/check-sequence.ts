import type { Finger } from '../../dossier/capture-slots.ts';
import { matchPrints } from '../matching/match-prints.ts';
import { OUTSTANDING, SAME_FINGER_SCORE, SURELY_SAME_SCORE } from '../matching/score-levels.ts';
import type { PrintTemplate } from '../minutiae/print-template.ts';

/** Prints by the finger they are said to be of. */
export type Prints = ReadonlyMap<Finger, PrintTemplate>;

export type FingerCheck = {
  readonly claimed: Finger;
  /** `as-claimed`: it matches the stored print. `other-finger`: it matches another one. `undetermined`: neither, or nothing to compare with. */
  readonly verdict: 'as-claimed' | 'other-finger' | 'undetermined';
  readonly looksLike: Finger | undefined;
  readonly score: number;
};

/** Is each finger the one it is said to be? `stored` are prints taken before: plain ones for a roll, or the card's own at hand-over. */
export function checkSequence(probes: Prints, stored: Prints): readonly FingerCheck[] {
  return [...probes].map(([claimed, probe]): FingerCheck => {
    const ranked = [...stored].map(([finger, print]) => ({ finger, score: matchPrints(probe, print).score })).sort((a, b) => b.score - a.score);
    const [best, next] = ranked;
    if (best === undefined || !isTold(best.score, next?.score)) return { claimed, verdict: 'undetermined', looksLike: undefined, score: best?.score ?? 0 };
    return { claimed, verdict: best.finger === claimed ? 'as-claimed' : 'other-finger', looksLike: best.finger, score: best.score };
  });
}

const isTold = (best: number, next: number | undefined): boolean =>
  best >= SAME_FINGER_SCORE || (next !== undefined && best >= OUTSTANDING.score && best >= OUTSTANDING.timesNext * next);

export type DoubleFinger = { readonly finger: Finger; readonly sameAs: Finger; readonly score: number };

/**
 * Fingers that were laid down twice: within one capture, and between it and those accepted before (except under
 * the same name, which is a second impression and no double).
 */
export function findDoubles(captured: Prints, accepted: Prints): readonly DoubleFinger[] {
  const fresh = [...captured];
  const earlier = [...accepted];
  return fresh.flatMap(([finger, print], n) =>
    [...fresh.slice(0, n), ...earlier].flatMap(([other, otherPrint]): readonly DoubleFinger[] => {
      if (other === finger) return [];
      const { score } = matchPrints(print, otherPrint);
      return score >= SURELY_SAME_SCORE ? [{ finger, sameAs: other, score }] : [];
    }));
}

/** `swapped`: most fingers match the other hand's finger of the same name. `undetermined`: too few match anything. */
export type HandCheck = { readonly verdict: 'as-claimed' | 'swapped' | 'undetermined'; readonly matching: number; readonly crossed: number };

const acrossHands = (finger: Finger): Finger => (finger.startsWith('right') ? finger.replace('right', 'left') : finger.replace('left', 'right')) as Finger;

/** Were the hands (or the two thumbs) exchanged between two captures of the same person? */
export function checkHands(checks: readonly FingerCheck[]): HandCheck {
  const matching = checks.filter(({ verdict }) => verdict === 'as-claimed').length;
  const crossed = checks.filter(({ claimed, looksLike }) => looksLike === acrossHands(claimed)).length;
  const told = matching + crossed;
  const verdict = told === 0 || told * 2 < checks.length ? 'undetermined' : crossed > matching ? 'swapped' : 'as-claimed';
  return { verdict, matching, crossed };
}
