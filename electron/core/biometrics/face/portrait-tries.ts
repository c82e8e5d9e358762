import type { CriterionResult, FaceCriterion } from './criteria/criterion.ts';

/** A portrait that was taken and measured. `criteria` empty = nothing was measured. */
export type MeasuredPortrait = { readonly criteria: readonly Pick<CriterionResult, 'criterion' | 'ok'>[] };

/**
 * What a portrait must show for its purpose: one face, whole, held straight, eyes open. The rest (light, sharpness, background, gaze)
 * is wished for. TR-03121 asks for this order and leaves the two lists to the profile; these are the project's own.
 */
const MANDATORY: ReadonlySet<FaceCriterion> = new Set(['one-face', 'in-picture', 'eye-distance', 'eyes-open', 'yaw', 'pitch', 'roll', 'head-width', 'head-height', 'centred', 'mouth-closed']);

/**
 * The portrait to use when none is good: most mandatory criteria met, then most others, then the most recent; `tries` in the order in
 * which they were taken. Source: BSI TR-03121-3 Volume 2, face, best-of.
 */
export function bestPortrait<T extends MeasuredPortrait>(tries: readonly T[]): T | undefined {
  const met = ({ criteria }: MeasuredPortrait, mandatory: boolean): number => criteria.filter(({ criterion, ok }) => ok && MANDATORY.has(criterion) === mandatory).length;
  return tries.reduce<T | undefined>((best, one) => {
    if (best === undefined) return one;
    const more = met(one, true) - met(best, true);
    return more > 0 || (more === 0 && met(one, false) >= met(best, false)) ? one : best;
  }, undefined);
}

/** Where a portrait that is on the screen goes: `decide` = the officer is asked; `set-aside` = it is kept in mind, and another is taken. */
export type PortraitTurn = 'decide' | 'set-aside';

export type PortraitTry = {
  readonly ok: boolean;
  /** The officer took it instead of waiting. */
  readonly forced: boolean;
  /** Tries before this one that can still be chosen. */
  readonly before: number;
  /** Tries on record before this one. */
  readonly tries: number;
  readonly allowed: number;
};

/**
 * A good picture is decided on at once, and one that the officer took by hand. A bad one is set aside while tries are left; the last of
 * several goes on record like those before it, and the best of all is decided on then.
 */
export function turnOf({ ok, forced, before, tries, allowed }: PortraitTry): PortraitTurn {
  if (ok || forced) return 'decide';
  return tries + 1 < allowed || before > 0 ? 'set-aside' : 'decide';
}
