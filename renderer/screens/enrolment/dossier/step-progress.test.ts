import { expect, it } from 'vitest';
import { STEPS } from '../../../../electron/core/dossier/steps.ts';
import { progressOf, stepAfter, stepBefore, stepOfGap } from './step-progress.ts';

const steps = [...STEPS];
const mark = (step: string, progress: ReturnType<typeof progressOf>) => progress.find((p) => p.step === step)?.mark;

it('marks finished steps, the present one and what is lacking', () => {
  const progress = progressOf({ steps, state: 'draft', step: 'portrait', gaps: ['left-four', 'portrait', 'signature', 'citizen-check'] });
  expect(mark('check', progress)).toBe('done');
  expect(mark('portrait', progress)).toBe('now');
  expect(progress.find((p) => p.step === 'fingerprints')).toEqual({ step: 'fingerprints', mark: 'open', lacking: 1 });
  expect(mark('documents', progress)).toBe('open');
});

it('never calls a future step without captures done', () => {
  const progress = progressOf({ steps, state: 'draft', step: 'check', gaps: ['right-four', 'left-four', 'thumbs', 'portrait', 'signature', 'citizen-check'] });
  expect(progress.filter((p) => p.mark === 'done')).toEqual([]);
});

it('leads from a gap to the step that closes it', () => {
  expect(stepOfGap('thumbs')).toBe('fingerprints');
  expect(stepOfGap('citizen-check')).toBe('citizen-check');
});

it('walks forward and back, and stops at the ends', () => {
  expect(stepAfter({ steps, step: 'check' })).toBe('fingerprints');
  expect(stepAfter({ steps, step: 'submit' })).toBe('submit');
  expect(stepBefore({ steps, step: 'check' })).toBeUndefined();
  const forChild = ['check', 'signature', 'documents', 'citizen-check', 'submit'] as const;
  expect(stepAfter({ steps: [...forChild], step: 'check' })).toBe('signature');
  expect(stepAfter({ steps: [...forChild], step: 'portrait' })).toBe('signature');
});
