import type { CapturePlan } from '../procedure/capture-plan.ts';
import { STEPS, type Step } from './steps.ts';

/** Steps whose order the station chooses; the data is checked before them, the citizen reads and the officer submits after them. */
export const FREE_STEPS = ['fingerprints', 'portrait', 'signature', 'documents'] as const satisfies readonly Step[];
type FreeStep = (typeof FREE_STEPS)[number];

/** How a station writes its order: the names with blanks between. */
export const BUILT_IN_ORDER = FREE_STEPS.join(' ');

/** @returns the order, or `undefined` where the text doesn't name each of the four steps once */
export function parseStepOrder(text: string): readonly FreeStep[] | undefined {
  const names = text.trim().split(/\s+/);
  const order = names.filter((name): name is FreeStep => (FREE_STEPS as readonly string[]).includes(name));
  return order.length === names.length && new Set(order).size === FREE_STEPS.length && order.length === FREE_STEPS.length ? order : undefined;
}

/** Every step in the station's order: the way as it looks before anybody knows whose it is. */
export const everyStep = (order: string = BUILT_IN_ORDER): readonly Step[] => ['check', ...(parseStepOrder(order) ?? FREE_STEPS), 'citizen-check', 'submit'];

/** The steps of one dossier in the station's order, without those in which nothing is to be done for this citizen. */
export function stepsOf(plan: Pick<CapturePlan, 'prints' | 'portrait' | 'signer'>, order: string = BUILT_IN_ORDER): readonly Step[] {
  const isNeeded: Partial<Record<Step, boolean>> = { fingerprints: plan.prints.length > 0, portrait: plan.portrait, signature: plan.signer !== 'nobody' };
  return everyStep(order).filter((step) => isNeeded[step] ?? true);
}

/** The step after or before one; a step that fell away (the kind was changed elsewhere) counts at its place in the built-in order. */
export function neighbourOf(step: Step, steps: readonly Step[], by: 1 | -1): Step | undefined {
  const at = steps.indexOf(step);
  if (at >= 0) return steps[at + by];
  const rank = STEPS.indexOf(step);
  return by === 1 ? steps.find((one) => STEPS.indexOf(one) > rank) : steps.findLast((one) => STEPS.indexOf(one) < rank);
}

/**
 * How long a step is meant to take, seconds. Own targets: a grown-up in five minutes of the officer's time, three of them at the
 * biometric desk (the best published figure is ten minutes a citizen).
 */
export const STEP_TARGET_SECONDS: Readonly<Record<Step, number>> = {
  check: 60, fingerprints: 90, portrait: 45, signature: 30, documents: 30, 'citizen-check': 30, submit: 15,
};
