import { describe, expect, it } from 'vitest';
import { FACE_CRITERIA, type FaceCriterion } from './criteria/criterion.ts';
import { bestPortrait, turnOf } from './portrait-tries.ts';

const failing = (name: string, ...failed: FaceCriterion[]) => ({ name, criteria: FACE_CRITERIA.map((criterion) => ({ criterion, ok: !failed.includes(criterion) })) });

describe('the best of several portraits', () => {
  it('meets most of what is mandatory, however it is lit', () => {
    const dark = failing('dark', 'exposure', 'background-light', 'sharpness', 'glare');
    expect(bestPortrait([failing('blink', 'eyes-open'), dark])?.name).toBe('dark');
    expect(bestPortrait([dark, failing('blink', 'eyes-open')])?.name).toBe('dark');
  });

  it('among those, most of the rest; among those, the most recent', () => {
    const [worse, better] = [failing('worse', 'yaw', 'glare', 'exposure'), failing('better', 'roll', 'glare')];
    expect(bestPortrait([better, worse])?.name).toBe('better');
    expect(bestPortrait([failing('first', 'yaw'), failing('last', 'pitch')])?.name).toBe('last');
  });

  it('is none of none, and anything measured beats what could not be', () => {
    expect(bestPortrait([])).toBeUndefined();
    expect(bestPortrait([failing('measured', 'yaw'), { name: 'unmeasured', criteria: [] }])?.name).toBe('measured');
  });
});

describe('what becomes of a portrait', () => {
  const bad = { ok: false, forced: false, before: 0, tries: 0, allowed: 3 };
  it.each([
    ['a good one is decided on', { ...bad, ok: true }, 'decide'],
    ['one taken by hand, too', { ...bad, forced: true }, 'decide'],
    ['a bad one is set aside', bad, 'set-aside'],
    ['the last of several as well: the best is decided on', { ...bad, before: 2, tries: 2 }, 'set-aside'],
    ['the only one allowed is decided on', { ...bad, allowed: 1 }, 'decide'],
    ['the last whose forerunners can no longer be shown, too', { ...bad, tries: 2 }, 'decide'],
  ] as const)('%s', (_what, one, turn) => {
    expect(turnOf(one)).toBe(turn);
  });
});
