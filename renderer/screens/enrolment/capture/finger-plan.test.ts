import { describe, expect, it } from 'vitest';
import type { CaptureSlot, Finger } from '../../../../electron/core/dossier/capture-slots.ts';
import { fingerStates, nextAttempt, nextSlot } from './finger-plan.ts';

const slots = (...names: CaptureSlot[]) => new Set(names);
const missing = (...names: Finger[]) => new Set(names);

describe('the order of the captures', () => {
  it('asks for the right hand, the left hand, then the thumbs', () => {
    expect(nextSlot(slots(), missing(), false)).toBe('right-four');
    expect(nextSlot(slots('right-four'), missing(), false)).toBe('left-four');
    expect(nextSlot(slots('right-four', 'left-four'), missing(), false)).toBe('thumbs');
    expect(nextSlot(slots('right-four', 'left-four', 'thumbs'), missing(), false)).toBeUndefined();
  });

  it('skips a hand whose four fingers are excused', () => {
    expect(nextSlot(slots(), missing('right-index', 'right-middle', 'right-ring', 'right-little'), false)).toBe('left-four');
  });

  it('goes finger by finger and passes over the missing one', () => {
    expect(nextSlot(slots('right-index'), missing('right-middle'), true)).toBe('right-ring');
    expect(nextSlot(slots('right-four'), missing(), true)).toBe('left-index');
  });

  it('keeps a slap done when its fingers were taken singly', () => {
    expect(nextSlot(slots('right-index', 'right-middle', 'right-ring', 'right-little'), missing(), false)).toBe('left-four');
  });
});

describe('the drawing of the hands', () => {
  it('names every finger by what it is', () => {
    const states = fingerStates(slots('right-four'), missing('left-ring'), 'left-four');
    expect(states['right-index']).toBe('captured');
    expect(states['left-index']).toBe('now');
    expect(states['left-ring']).toBe('missing');
    expect(states['right-thumb']).toBe('expected');
  });
});

it('counts tries per slot', () => {
  expect(nextAttempt([], 'thumbs')).toBe(1);
  expect(nextAttempt([{ slot: 'thumbs', attempt: 2 }, { slot: 'portrait', attempt: 7 }], 'thumbs')).toBe(3);
});
