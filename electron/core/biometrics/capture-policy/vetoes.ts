/**
 * A decision against what the program proposed. Source: BSI TR-03121-3 Volume 2, user interface of the operator: good in spite
 * of a failed check for an obvious reason (a disability, a small child), good without one, not good in spite of passed checks.
 */
export const VETOES = ['none', 'ok-obvious', 'ok-not-obvious', 'not-ok'] as const;
export type Veto = (typeof VETOES)[number];

/** Reasons that anybody sees who looks at the person; all others say no more than that the officer wanted it. */
const OBVIOUS: ReadonlySet<string> = new Set(['injured', 'old-skin', 'override-disability', 'override-child', 'override-dress']);

type Decided = { readonly advice: 'use' | 'recapture' | 'next-try'; readonly outcome: 'accepted' | 'rejected'; readonly reason: string };

/** Which veto a decision is; following the advice is none. */
export function vetoOf({ advice, outcome, reason }: Decided): Veto {
  if (outcome === 'accepted') return advice === 'use' ? 'none' : OBVIOUS.has(reason) ? 'ok-obvious' : 'ok-not-obvious';
  return advice === 'use' ? 'not-ok' : 'none';
}
