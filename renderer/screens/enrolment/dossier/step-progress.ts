import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { SLAPS } from '../../../../electron/core/dossier/capture-slots.ts';
import { isEditable } from '../../../../electron/core/dossier/lifecycle.ts';
import { STEPS, type Step } from '../../../../electron/core/dossier/steps.ts';

/** `done` holds for steps whose work is on disk; `lacking` counts what the step still needs. */
export type StepProgress = { readonly step: Step; readonly mark: 'done' | 'now' | 'open'; readonly lacking: number };

const GAPS_OF_STEP: Readonly<Record<Step, readonly string[]>> = {
  check: ['kind', 'contact'],
  fingerprints: SLAPS,
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
export function progressOf(dossier: Pick<Dossier, 'gaps' | 'step' | 'state'>): readonly StepProgress[] {
  if (!isEditable(dossier.state)) return STEPS.map((step) => ({ step, mark: 'done', lacking: 0 }));
  const nowIndex = STEPS.indexOf(dossier.step);
  return STEPS.map((step, index) => {
    const lacking = lackingIn(step, dossier.gaps);
    if (index === nowIndex) return { step, mark: 'now', lacking };
    const proven = GAPS_OF_STEP[step].length > 0 && step !== 'check';
    const done = lacking === 0 && (proven || index < nowIndex) && step !== 'submit';
    return { step, mark: done ? 'done' : 'open', lacking };
  });
}

export const stepAfter = (step: Step): Step => STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)] ?? step;
export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1];
