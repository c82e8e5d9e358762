import { describe, expect, it } from 'vitest';
import type { Finger } from '../../dossier/capture-slots.ts';
import type { Findings } from './attempt.ts';
import { CAPTURE_PLANS, fingersByWeight } from './capture-plan.ts';
import { missingFingers, startCapture, stepCapture } from './capture-policy.ts';
import { DEFAULT_POLICY } from './policy-settings.ts';
import type { CaptureEffect, CaptureEvent, CaptureState } from './policy-state.ts';

type Untimed = CaptureEvent extends infer E ? (E extends unknown ? Omit<E, 'atMs'> : never) : never;

/** Plays events and keeps every effect, as the host would. */
class Counter {
  state: CaptureState;
  readonly effects: CaptureEffect[] = [];
  #images = 0;
  #atMs = 0;

  constructor(plan: keyof typeof CAPTURE_PLANS = '4-4-2', settings = DEFAULT_POLICY) {
    this.state = startCapture(plan, 0, settings);
  }

  play(...events: readonly Untimed[]): this {
    for (const event of events) {
      const [state, ...effects] = stepCapture(this.state, { ...event, atMs: ++this.#atMs } as CaptureEvent);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** Clears the glass and captures: `scores` by importance (index first, right thumb first). */
  capture(scores: readonly (number | undefined)[], more: Partial<Findings> = {}): this {
    const step = this.state.steps[0]!;
    const due = fingersByWeight(step, missingFingers(this.state));
    const findings: Findings = {
      image: `image-${++this.#images}`, foundFingers: due.length, doubles: [],
      fingers: due.map((finger, n) => ({ finger, score: scores[n], reasons: [] })),
      hand: step.slot === 'right-four' ? 'right' : step.slot === 'left-four' ? 'left' : 'undecided', ...more,
    };
    return this.play({ type: 'platen-clear' }, { type: 'captured', findings });
  }

  get armed(): readonly (readonly Finger[])[] {
    return this.effects.flatMap((effect) => (effect.run === 'arm' ? [effect.expected] : []));
  }
}

const GOOD = [80, 80, 80, 80];
const ready = (plan?: keyof typeof CAPTURE_PLANS): Counter => new Counter(plan).play({ type: 'missing-marked', marks: [] });

describe('the order of capture', () => {
  it('arms nothing before the missing fingers are marked', () => {
    const counter = new Counter().play({ type: 'platen-clear' }, { type: 'force' }, { type: 'use' }, { type: 'single-fingers' });
    expect(counter.effects).toEqual([]);
    expect(counter.state.phase.kind).toBe('marking-missing');
  });

  it('takes right hand, left hand, thumbs and ends', () => {
    const counter = ready();
    for (let n = 0; n < 3; n++) counter.capture(GOOD).play({ type: 'use' });
    expect(counter.state.phase.kind).toBe('finished');
    expect(counter.state.kept.map(({ step }) => step.slot)).toEqual(['right-four', 'left-four', 'thumbs']);
  });

  it('adds ten rolls, each after every plain print', () => {
    const counter = ready('4-4-2+10-rolled');
    for (let n = 0; n < 3; n++) counter.capture(GOOD).play({ type: 'use' });
    for (let n = 0; n < 10; n++) counter.capture([50], { rollCheck: 'successful' }).play({ type: 'use' });
    expect(counter.state.phase.kind).toBe('finished');
    expect(counter.state.kept.slice(3).every(({ step }) => step.kind === 'rolled')).toBe(true);
    expect(counter.state.kept).toHaveLength(13);
  });

  it('expects only fingers that are there and skips a hand that is not', () => {
    const gone = ['right-index', 'left-index', 'left-middle', 'left-ring', 'left-little'] as const;
    const counter = new Counter().play({ type: 'missing-marked', marks: gone.map((finger) => ({ finger, reason: 'amputated' })) });
    counter.capture([80, 80, 80]).play({ type: 'use' }).capture([80, 80]).play({ type: 'use' });
    expect(counter.armed).toEqual([['right-middle', 'right-ring', 'right-little'], ['right-thumb', 'left-thumb']]);
    expect(counter.state.log.filter(({ what }) => what === 'step-skipped')).toHaveLength(1);
    expect(counter.state.phase.kind).toBe('finished');
  });

  it('does not arm before the glass is clear', () => {
    const counter = ready().capture(GOOD).play({ type: 'use' });
    expect(counter.state.phase.kind).toBe('clearing');
    expect(counter.armed).toHaveLength(1);
    counter.play({ type: 'platen-clear' });
    expect(counter.armed).toHaveLength(2);
  });

  it('takes a bandage seen late, but not on a finger already kept', () => {
    const counter = ready().capture(GOOD).play({ type: 'use' });
    counter.play({ type: 'missing-marked', marks: [{ finger: 'right-ring', reason: 'bandaged' }] });
    expect(counter.state.missing).toEqual([]);
    counter.play({ type: 'missing-marked', marks: [{ finger: 'left-ring', reason: 'bandaged' }] }, { type: 'platen-clear' });
    expect(counter.armed.at(-1)).toEqual(['left-index', 'left-middle', 'left-little']);
  });
});

describe('attempts', () => {
  it('holds each finger to its own threshold', () => {
    expect(ready().capture([30, 20, 10, 10]).state.phase).toMatchObject({ kind: 'deciding', proposal: 'use' });
    expect(ready().capture([29, 99, 99, 99]).state.phase.kind).toBe('clearing');
    expect(ready().capture([99, 99, 99, 9]).state.phase.kind).toBe('clearing');
  });

  it('tries exactly three times and then proposes the best', () => {
    const counter = ready().capture([20, 50, 50, 50]).capture([25, 5, 5, 5]).capture([25, 4, 90, 90]);
    expect(counter.state.phase).toMatchObject({ kind: 'deciding', proposal: 'use', chosen: { number: 2 } });
    expect(counter.armed).toHaveLength(3);
  });

  it('never takes a failed measure for a number', () => {
    const counter = ready().capture([undefined, 90, 90, 90]).capture([0, 0, 0, 0]).capture([undefined, 99, 99, 99]);
    expect(counter.state.phase).toMatchObject({ chosen: { number: 2 } });
    const [attempt] = counter.state.log.filter((entry) => entry.what === 'attempt');
    expect(attempt).toMatchObject({ findings: { fingers: [{ finger: 'right-index', score: undefined }, {}, {}, {}] } });
  });

  it('prefers the right number of fingers to better ones', () => {
    const counter = ready().capture([5, 5, 5, 5]).capture([99, 99, 99, 99], { foundFingers: 3 }).capture([99, 99, 99, 99], { foundFingers: 5 });
    expect(counter.state.phase).toMatchObject({ chosen: { number: 1 } });
  });

  it('counts tries that gave no image and goes on until one did', () => {
    const counter = ready();
    for (let n = 0; n < 4; n++) counter.play({ type: 'platen-clear' }, { type: 'capture-failed', cause: 'timeout' });
    expect(counter.state.phase.kind).toBe('clearing');
    expect(counter.capture([1, 1, 1, 1]).state.phase).toMatchObject({ kind: 'deciding', proposal: 'use' });
  });

  it('stops trying when the officer forces the capture', () => {
    const counter = ready().play({ type: 'platen-clear' }, { type: 'force' });
    expect(counter.effects.at(-1)).toEqual({ run: 'capture-now' });
    expect(counter.capture([1, 1, 1, 1]).state.phase).toMatchObject({ kind: 'deciding', proposal: 'recapture' });
  });
});

describe('warnings', () => {
  it.each([
    ['another hand', { hand: 'left' }, 'wrong-hand'],
    ['a finger shown before', { doubles: [{ finger: 'right-index', sameAs: 'right-ring' }] }, 'same-finger'],
    ['the wrong finger rolled', { rollCheck: 'wrong-finger' }, 'wrong-finger'],
  ] as const)('shows %s at once and advises against it', (_what, findings, kind) => {
    const counter = ready().capture(GOOD, findings);
    expect(counter.state.phase).toMatchObject({ kind: 'deciding', proposal: 'recapture', chosen: { warnings: [{ kind }] } });
  });

  it('keeps the hand check to the log when told so', () => {
    const counter = new Counter('4-4-2', { ...DEFAULT_POLICY, handCheck: 'log-only' }).play({ type: 'missing-marked', marks: [] }).capture(GOOD, { hand: 'left' });
    expect(counter.state.phase).toMatchObject({ proposal: 'use', chosen: { warnings: [] } });
    expect(counter.state.log.find(({ what }) => what === 'attempt')).toMatchObject({ findings: { hand: 'left' } });
  });

  it('keeps the uniqueness check to the log when told so', () => {
    const doubles = [{ finger: 'right-index', sameAs: 'right-ring' }] as const;
    const counter = new Counter('4-4-2', { ...DEFAULT_POLICY, uniquenessCheck: 'log-only' }).play({ type: 'missing-marked', marks: [] }).capture(GOOD, { doubles });
    expect(counter.state.phase).toMatchObject({ proposal: 'use', chosen: { warnings: [] } });
    expect(counter.state.log.find(({ what }) => what === 'attempt')).toMatchObject({ findings: { doubles } });
  });
});

describe('the officer', () => {
  it('needs a reason to use what the rules would take again', () => {
    const counter = ready().capture(GOOD, { hand: 'left' }).play({ type: 'use' }, { type: 'use', reason: ' ' });
    expect(counter.state.kept).toEqual([]);
    counter.play({ type: 'use', reason: 'six fingers' });
    expect(counter.state.kept).toMatchObject([{ veto: true }]);
    expect(counter.state.log.find(({ what }) => what === 'used')).toMatchObject({ veto: true, reason: 'six fingers' });
  });

  it('needs a reason to refuse what is good, and then starts counting anew', () => {
    const counter = ready().capture(GOOD).play({ type: 'recapture' });
    expect(counter.state.phase.kind).toBe('deciding');
    counter.play({ type: 'recapture', reason: 'hair on the glass' });
    expect(counter.state).toMatchObject({ tries: 0, phase: { kind: 'clearing' } });
    expect(counter.effects).toContainEqual({ run: 'discard', images: ['image-1'] });
  });

  it('keeps the chosen image and discards the others', () => {
    const counter = ready().capture([9, 9, 9, 9]).capture([20, 9, 9, 9]).capture([10, 9, 9, 9]).play({ type: 'use' });
    expect(counter.effects).toContainEqual({ run: 'keep', step: { slot: 'right-four', kind: 'plain' }, image: 'image-2' });
    expect(counter.effects).toContainEqual({ run: 'discard', images: ['image-1', 'image-3'] });
  });

  it.each(['clearing', 'capturing', 'deciding'] as const)('goes over to single fingers while %s', (when) => {
    const counter = ready();
    if (when === 'capturing') counter.play({ type: 'platen-clear' });
    if (when === 'deciding') counter.capture(GOOD);
    counter.play({ type: 'single-fingers', reason: 'stiff hand' });
    expect(counter.state.steps.map(({ slot }) => slot)).toEqual(['right-index', 'right-middle', 'right-ring', 'right-little', 'left-four', 'thumbs']);
    for (let n = 0; n < 4; n++) counter.capture([60]).play({ type: 'use' });
    expect(counter.state.steps[0]).toEqual({ slot: 'left-four', kind: 'plain' });
  });

  it('starts all over, throwing away what was kept but not what was logged', () => {
    const counter = ready().capture(GOOD).play({ type: 'use' }, { type: 'restart-all' });
    expect(counter.state).toMatchObject({ phase: { kind: 'marking-missing' }, kept: [], steps: CAPTURE_PLANS['4-4-2'] });
    expect(counter.effects).toContainEqual({ run: 'discard', images: ['image-1'] });
    expect(counter.state.log.map(({ what }) => what)).toEqual(['started', 'missing-marked', 'attempt', 'shown', 'used', 'restarted']);
  });
});
