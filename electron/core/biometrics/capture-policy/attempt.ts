import type { Finger } from '../../dossier/capture-slots.ts';
import type { QualityReason } from '../quality/quality-reasons.ts';
import type { RollCheck } from '../sequence/roll-check.ts';
import { fingersByWeight, type PlanStep } from './capture-plan.ts';
import { thresholdFor, type PolicySettings } from './policy-settings.ts';

/** What the image work found out about one finger of a capture; `score` is undefined when measuring failed. */
export type FingerFinding = { readonly finger: Finger; readonly score: number | undefined; readonly reasons: readonly QualityReason[] };

/** A finger that looks like one captured before or beside it. */
export type DoubleFinding = { readonly finger: Finger; readonly sameAs: Finger };

/** Everything the image work found in one capture. No pixels: `image` names them in the spool. */
export type Findings = {
  readonly image: string;
  readonly foundFingers: number;
  readonly fingers: readonly FingerFinding[];
  readonly hand: 'right' | 'left' | 'undecided';
  readonly doubles: readonly DoubleFinding[];
  /** Only for rolls: is it the finger whose plain print was taken? */
  readonly rollCheck?: RollCheck;
};

export type Warning =
  | { readonly kind: 'too-few-fingers' | 'too-many-fingers'; readonly found: number; readonly expected: number }
  | { readonly kind: 'low-quality'; readonly finger: Finger; readonly score: number | undefined; readonly threshold: number; readonly reasons: readonly QualityReason[] }
  | { readonly kind: 'same-finger'; readonly finger: Finger; readonly sameAs: Finger }
  | { readonly kind: 'wrong-hand'; readonly looksLike: 'right' | 'left' }
  | { readonly kind: 'wrong-finger' };

/** A capture that has been judged. */
export type Attempt = { readonly number: number; readonly findings: Findings; readonly warnings: readonly Warning[] };

/** Warnings that another try is expected to cure by itself; the others are shown to the officer at once. */
export const isQualityWarning = (warning: Warning): boolean =>
  warning.kind === 'low-quality' || warning.kind === 'too-few-fingers' || warning.kind === 'too-many-fingers';

type Target = { readonly step: PlanStep; readonly missing: ReadonlySet<Finger>; readonly settings: PolicySettings };

/** What speaks against using the capture; an empty list means that it is good. */
export function warningsOf(findings: Findings, { step, missing, settings }: Target): readonly Warning[] {
  const due = fingersByWeight(step, missing);
  const count: Warning[] = findings.foundFingers === due.length ? []
    : [{ kind: findings.foundFingers < due.length ? 'too-few-fingers' : 'too-many-fingers', found: findings.foundFingers, expected: due.length }];
  const low = due.flatMap((finger): readonly Warning[] => {
    const finding = findings.fingers.find((one) => one.finger === finger);
    const threshold = thresholdFor(settings, finger, step.kind);
    if (finding?.score !== undefined && finding.score >= threshold) return [];
    return [{ kind: 'low-quality', finger, score: finding?.score, threshold, reasons: finding?.reasons ?? [] }];
  });
  const doubles = settings.uniquenessCheck !== 'warn' ? [] : findings.doubles.map((double): Warning => ({ kind: 'same-finger', ...double }));
  const rolled: readonly Warning[] = findings.rollCheck === 'wrong-finger' ? [{ kind: 'wrong-finger' }] : [];
  return [...count, ...low, ...doubles, ...handWarning(findings, step, settings), ...rolled];
}

function handWarning(findings: Findings, { slot }: PlanStep, settings: PolicySettings): readonly Warning[] {
  const due = slot === 'right-four' ? 'right' : slot === 'left-four' ? 'left' : undefined;
  if (settings.handCheck !== 'warn' || due === undefined || findings.hand === 'undecided' || findings.hand === due) return [];
  return [{ kind: 'wrong-hand', looksLike: findings.hand }];
}

/**
 * The attempt to use when none was good: the right number of fingers and the right finger first, then the best index
 * finger, then middle, ring, little (or right thumb, then left). A failed measure is less than any score; the earlier
 * attempt wins a tie. Source: BSI TR-03121-3 Volume 2, best-of for slaps (lexicographic, not the mean).
 */
export function bestAttempt(attempts: readonly Attempt[], step: PlanStep, missing: ReadonlySet<Finger>): Attempt | undefined {
  const due = fingersByWeight(step, missing);
  const keys = (attempt: Attempt): readonly number[] => [
    attempt.findings.foundFingers === due.length ? 1 : 0,
    attempt.findings.rollCheck === 'wrong-finger' ? 0 : attempt.findings.rollCheck === 'successful' ? 2 : 1,
    ...due.map((finger) => attempt.findings.fingers.find((one) => one.finger === finger)?.score ?? -1),
  ];
  return attempts.reduce<Attempt | undefined>((best, attempt) => (best === undefined || isGreater(keys(attempt), keys(best)) ? attempt : best), undefined);
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, n) => value !== b[n]);
  return at >= 0 && a[at]! > b[at]!;
}
