import { describe, expect, it } from 'vitest';
import { ROLLED_SLOTS, SLAPS, type CaptureSlot } from '../../dossier/capture-slots.ts';
import type { Findings } from './attempt.ts';
import { DEFAULT_POLICY } from './policy-settings.ts';
import { capturedNow, resumeCapture, type CaptureFacts } from './resume.ts';
import { NEXT_TRY } from './tries.ts';

const RIGHT = ['right-index', 'right-middle', 'right-ring', 'right-little'] as const;
const hand = (image: string, score: number | undefined, change: Partial<Findings> = {}): Findings =>
  ({ image, foundFingers: 4, hand: 'right', doubles: [], fingers: RIGHT.map((finger) => ({ finger, score, reasons: [] })), ...change });
const facts = (change: Partial<CaptureFacts> = {}): CaptureFacts =>
  ({ prints: SLAPS, settings: DEFAULT_POLICY, missing: [], captured: new Set(), tries: [], atHand: new Set(['a', 'b', 'c', 'd']), oneByOne: false, again: undefined, ...change });
const aside = (attempt: number, sha256: string, score: number | undefined) =>
  ({ slot: 'right-four' as const, attempt, sha256, outcome: 'rejected' as const, reason: NEXT_TRY, findings: hand(sha256, score) });
const slotsOf = (change: Partial<CaptureFacts>): readonly string[] => resumeCapture(facts(change), 0).steps.map(({ slot }) => slot);
const done = (...slots: CaptureSlot[]): ReadonlySet<CaptureSlot> => new Set(slots);

describe('capture taken up from what is on record', () => {
  it('goes on at the first slap that is not there', () => {
    expect(slotsOf({})).toEqual(['right-four', 'left-four', 'thumbs']);
    expect(slotsOf({ captured: done('right-four') })).toEqual(['left-four', 'thumbs']);
    expect(resumeCapture(facts({ captured: done('right-four', 'left-four', 'thumbs') }), 0).phase).toEqual({ kind: 'finished' });
  });

  it('goes on with single fingers once one of the slap was taken alone', () => {
    expect(slotsOf({ captured: done('right-index') })).toEqual(['right-middle', 'right-ring', 'right-little', 'left-four', 'thumbs']);
    expect(slotsOf({ oneByOne: true, captured: done('right-four', 'left-four') })).toEqual(['right-thumb', 'left-thumb']);
  });

  it('leaves out what is missing, rolls included', () => {
    const missing = (['right-thumb', 'left-thumb'] as const).map((finger) => ({ finger, reason: 'amputated' as const }));
    const steps = slotsOf({ prints: [...SLAPS, ...ROLLED_SLOTS], missing, captured: done('right-four', 'left-four') });
    expect(steps).toHaveLength(8);
    expect(steps).not.toContain('rolled-right-thumb');
    expect(steps[0]).toBe('rolled-right-index');
  });

  it('takes once more what the officer asks for, and then what was left', () => {
    expect(slotsOf({ captured: done('right-four', 'left-four'), again: 'right-four' })).toEqual(['right-four', 'thumbs']);
  });

  it('counts tries on, and decides by the best once they are used up', () => {
    const two = [aside(1, 'a', 8), aside(2, 'b', 12)];
    expect(resumeCapture(facts({ tries: two }), 0)).toMatchObject({ tries: 2, phase: { kind: 'clearing' } });
    const three = resumeCapture(facts({ tries: [...two, aside(3, 'c', 3)] }), 0);
    expect(three.phase).toMatchObject({ kind: 'deciding', proposal: 'use', chosen: { number: 2, findings: { image: 'b' } } });
  });

  it('tries on where no image of the tries is at hand any more', () => {
    const tries = [aside(1, 'a', 8), aside(2, 'b', 12), aside(3, 'c', 3)];
    expect(resumeCapture(facts({ tries, atHand: new Set() }), 0).phase).toEqual({ kind: 'clearing' });
  });

  it('starts at one again after the officer refused the tries', () => {
    const refused = { ...aside(2, 'b', 12), reason: 'citizen' };
    expect(resumeCapture(facts({ tries: [aside(1, 'a', 8), refused] }), 0)).toMatchObject({ tries: 0, attempts: [] });
  });
});

describe('a still that comes', () => {
  const state = resumeCapture(facts({ tries: [aside(1, 'a', 8)] }), 0);

  it.each([
    ['good', hand('d', 80), false, { kind: 'deciding', proposal: 'use' }],
    ['bad with tries left', hand('d', 4), false, { kind: 'clearing' }],
    ['bad but forced', hand('d', 4), true, { kind: 'deciding', proposal: 'recapture' }],
    ['of the other hand', hand('d', 80, { hand: 'left' }), false, { kind: 'deciding', proposal: 'recapture' }],
    ['that could not be measured', hand('d', undefined), false, { kind: 'clearing' }],
  ] as const)('%s', (_what, findings, forced, phase) => {
    expect(capturedNow(state, findings, { forced, atMs: 1 })[0].phase).toMatchObject(phase);
  });
});
