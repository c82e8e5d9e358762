import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { FINGERPRINT_SLOTS } from '../../../../electron/core/dossier/capture-slots.ts';
import { isEditable } from '../../../../electron/core/dossier/lifecycle.ts';
import { neighbourOf } from '../../../../electron/core/dossier/step-order.ts';
import { STEPS, type Step } from '../../../../electron/core/dossier/steps.ts';

/** `done` holds for steps whose work is on disk; `lacking` counts what the step still needs. */
export type StepProgress = { readonly step: Step; readonly mark: 'done' | 'now' | 'open'; readonly lacking: number };

const GAPS_OF_STEP: Readonly<Record<Step, readonly string[]>> = {
  check: ['kind', 'contact', 'procedure'],
  fingerprints: FINGERPRINT_SLOTS,
  portrait: ['portrait'],
  signature: ['signature'],
  documents: [],
  'citizen-check': ['citizen-check'],
  submit: [],
};

/** The step on which a gap is closed. */
export const stepOfGap = (gap: string): Step => STEPS.find((step) => GAPS_OF_STEP[step].includes(gap)) ?? 'check';

const lackingIn = (step: Step, gaps: readonly string[]): number => gaps.filter((gap) => GAPS_OF_STEP[step].includes(gap)).length;

/** What the rail shows: a step with nothing to prove (documents) counts as done once the officer went past it. */
export function progressOf(dossier: Pick<Dossier, 'gaps' | 'step' | 'state' | 'steps'>): readonly StepProgress[] {
  const { steps } = dossier;
  if (!isEditable(dossier.state)) return steps.map((step) => ({ step, mark: 'done', lacking: 0 }));
  const nowIndex = steps.indexOf(dossier.step);
  return steps.map((step, index) => {
    const lacking = lackingIn(step, dossier.gaps);
    if (index === nowIndex) return { step, mark: 'now', lacking };
    const proven = GAPS_OF_STEP[step].length > 0 && step !== 'check';
    const done = lacking === 0 && (proven || index < nowIndex) && step !== 'submit';
    return { step, mark: done ? 'done' : 'open', lacking };
  });
}

/** The next step of this dossier; the last stays the last. */
export const stepAfter = ({ step, steps }: Pick<Dossier, 'step' | 'steps'>): Step => neighbourOf(step, steps, 1) ?? step;
export const stepBefore = ({ step, steps }: Pick<Dossier, 'step' | 'steps'>): Step | undefined => neighbourOf(step, steps, -1);
