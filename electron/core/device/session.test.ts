import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDelayMs, step, type SessionEvent, type SessionState } from './session.ts';

const run = (events: readonly SessionEvent[], from: SessionState = { kind: 'absent' }) =>
  events.reduce<readonly [SessionState, ...unknown[]]>(([state], event) => step(state, event), [from]);

const anyEvent = fc.oneof(
  ...(['arrived', 'opened', 'removed', 'job-ended', 'unanswered', 'answered', 'suspended', 'resumed', 'retry-now', 'reset'] as const).map((type) => fc.constant<SessionEvent>({ type })),
  fc.constantFrom('permission', 'in-use', 'hung', 'io').map((reason): SessionEvent => ({ type: 'open-failed', reason: reason as 'io' })),
  fc.string().map((job): SessionEvent => ({ type: 'job-started', job })),
);

describe('a device session', () => {
  it('opens 300 ms after arrival and doubles to 10 s', () => {
    expect([0, 1, 2, 5, 9].map(openDelayMs)).toEqual([300, 600, 1_200, 9_600, 10_000]);
    expect(step({ kind: 'absent' }, { type: 'arrived' })).toEqual([{ kind: 'opening', attempt: 0 }, { run: 'open', delayMs: 300 }]);
  });

  it('gives up after six tries and says so, until somebody asks again', () => {
    const tries = Array.from({ length: 6 }, (): SessionEvent => ({ type: 'open-failed', reason: 'io' }));
    const [gaveUp] = run([{ type: 'arrived' }, ...tries]);
    expect(gaveUp).toEqual({ kind: 'blocked', reason: 'gave-up' });
    expect(step(gaveUp, { type: 'retry-now' })[0]).toEqual({ kind: 'opening', attempt: 0 });
  });

  it('fails the job of a device that is pulled out', () => {
    const busy = run([{ type: 'arrived' }, { type: 'opened' }, { type: 'job-started', job: 'right-four' }])[0];
    expect(step(busy, { type: 'removed' })).toEqual([{ kind: 'absent' }, { run: 'fail-job' }, { run: 'close' }]);
  });

  it('resumes once although the system says so twice', () => {
    const lost = run([{ type: 'arrived' }, { type: 'opened' }, { type: 'suspended' }])[0];
    const [opening, ...effects] = step(lost, { type: 'resumed' });
    expect(effects).toEqual([{ run: 'open', delayMs: 300 }]);
    expect(step(opening, { type: 'resumed' })).toEqual([opening]);
  });

  it('is closed and opened anew when it is reset, and fails what it was doing', () => {
    const busy = run([{ type: 'arrived' }, { type: 'opened' }, { type: 'job-started', job: 'thumbs' }])[0];
    expect(step(busy, { type: 'reset' })).toEqual([{ kind: 'opening', attempt: 0 }, { run: 'fail-job' }, { run: 'close' }, { run: 'open', delayMs: 300 }]);
    const hung = run([{ type: 'arrived' }, { type: 'open-failed', reason: 'hung' }])[0];
    expect(hung).toEqual({ kind: 'blocked', reason: 'hung' });
    expect(step(hung, { type: 'reset' })[0]).toEqual({ kind: 'opening', attempt: 0 });
    expect(step({ kind: 'absent' }, { type: 'reset' })).toEqual([{ kind: 'absent' }]);
  });

  it('takes a device that opened late although it was called hung, and tries again where it failed late', () => {
    const hung = run([{ type: 'arrived' }, { type: 'open-failed', reason: 'hung' }])[0];
    expect(step(hung, { type: 'opened' })).toEqual([{ kind: 'ready' }]);
    expect(step(hung, { type: 'open-failed', reason: 'io' })).toEqual([{ kind: 'opening', attempt: 1 }, { run: 'open', delayMs: 600 }]);
    expect(step(hung, { type: 'open-failed', reason: 'permission' })).toEqual([{ kind: 'blocked', reason: 'permission' }]);
    expect(step({ kind: 'blocked', reason: 'permission' }, { type: 'opened' })).toEqual([{ kind: 'blocked', reason: 'permission' }]);
  });

  it('calls an open device hung that does not answer, takes it back when it does, and closes it before it is opened anew', () => {
    const hung = step({ kind: 'ready' }, { type: 'unanswered' })[0];
    expect(hung).toEqual({ kind: 'blocked', reason: 'hung' });
    expect(step(hung, { type: 'answered' })).toEqual([{ kind: 'ready' }]);
    expect(step(hung, { type: 'retry-now' })).toEqual([{ kind: 'opening', attempt: 0 }, { run: 'close' }, { run: 'open', delayMs: 300 }]);
    const busy: SessionState = { kind: 'busy', job: 'thumbs' };
    expect(step(busy, { type: 'unanswered' })).toEqual([busy]);
  });

  it('forgets nothing and does nothing twice when the system says everything twice', () => {
    fc.assert(fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.constantFrom('suspended', 'resumed'), (events, type) => {
      const [before] = run(events);
      const [once] = step(before, { type: type as 'suspended' });
      expect(step(once, { type: type as 'suspended' })).toEqual([once]);
    }));
  });

  it('runs a job only when ready, whatever happened before', () => {
    fc.assert(fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let state: SessionState = { kind: 'absent' };
      for (const event of events) {
        const [after] = step(state, event);
        if (after.kind === 'busy' && state.kind !== 'busy') expect(state.kind).toBe('ready');
        state = after;
      }
    }));
  });
});
