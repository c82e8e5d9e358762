import { expect, it } from 'vitest';
import { progressOf, stepAfter, stepBefore, stepOfGap } from './step-progress.ts';

const mark = (step: string, progress: ReturnType<typeof progressOf>) => progress.find((p) => p.step === step)?.mark;

it('marks finished steps, the present one and what is lacking', () => {
  const progress = progressOf({ state: 'draft', step: 'portrait', gaps: ['left-four', 'portrait', 'signature', 'citizen-check'] });
  expect(mark('check', progress)).toBe('done');
  expect(mark('portrait', progress)).toBe('now');
  expect(progress.find((p) => p.step === 'fingerprints')).toEqual({ step: 'fingerprints', mark: 'open', lacking: 1 });
  expect(mark('documents', progress)).toBe('open');
});

it('never calls a future step without captures done', () => {
  const progress = progressOf({ state: 'draft', step: 'check', gaps: ['right-four', 'left-four', 'thumbs', 'portrait', 'signature', 'citizen-check'] });
  expect(progress.filter((p) => p.mark === 'done')).toEqual([]);
});

it('leads from a gap to the step that closes it', () => {
  expect(stepOfGap('thumbs')).toBe('fingerprints');
  expect(stepOfGap('citizen-check')).toBe('citizen-check');
});

it('walks forward and back, and stops at the ends', () => {
  expect(stepAfter('check')).toBe('fingerprints');
  expect(stepAfter('submit')).toBe('submit');
  expect(stepBefore('check')).toBeUndefined();
});
