import { describe, expect, it } from 'vitest';
import type { CaptureSlot, Finger } from '../../../../electron/core/dossier/capture-slots.ts';
import { fingerMarks, fingerStates } from './finger-plan.ts';

const slots = (...names: CaptureSlot[]) => new Set(names);
const missing = (...names: Finger[]) => new Set(names);

describe('the drawing of the hands', () => {
  it('names every finger by what it is', () => {
    const states = fingerStates(slots('right-four'), missing('left-ring'), 'left-four');
    expect(states['right-index']).toBe('captured');
    expect(states['left-index']).toBe('now');
    expect(states['left-ring']).toBe('missing');
    expect(states['right-thumb']).toBe('expected');
  });
});

it('gives fingers the quality of the picture on the screen, or of what is kept', () => {
  const states = fingerStates(slots('right-four'), missing(), 'left-four');
  const kept = new Map([['right-index', { quality: 62, ok: true }], ['left-index', { quality: 50, ok: true }]] as const);
  const marks = fingerMarks(states, kept, new Map([['left-index', { quality: null, ok: false }]]));
  expect(marks['right-index']).toEqual({ state: 'captured', quality: 62, good: true });
  expect(marks['left-index']).toEqual({ state: 'now', quality: null, good: false });
  expect(marks['right-little']).toEqual({ state: 'captured' });
});
