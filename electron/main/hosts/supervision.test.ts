import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST, RESTART_DELAYS_MS, STEADY_MS, step, type Supervision, type SupervisionEffect, type SupervisionEvent } from './supervision.ts';

const GONE: SupervisionEvent = { type: 'gone', upMs: 0 };
const FAILED: SupervisionEvent = { type: 'failed', error: { code: 'store.corrupt', detail: {} } };

/** Feeds events one by one; answers the last state and every effect on the way. */
function play(events: readonly SupervisionEvent[], from: Supervision = FIRST): { state: Supervision; effects: SupervisionEffect[] } {
  const effects: SupervisionEffect[] = [];
  let state = from;
  for (const event of events) {
    const [next, ...more] = step(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

describe('a host that crashes', () => {
  it('is started again after 0, 1, 5 and 30 seconds, then parked', () => {
    const crash: SupervisionEvent[] = [GONE, { type: 'delay-over' }, { type: 'ready' }];
    const { state, effects } = play([{ type: 'ready' }, ...crash, ...crash, ...crash, ...crash, GONE]);
    expect(effects.flatMap((effect) => (effect.run === 'wait' ? [effect.delayMs] : []))).toEqual([0, 1_000, 5_000, 30_000]);
    expect(state).toEqual({ kind: 'parked', error: { code: 'host.parked', detail: { restarts: 4 } } });
  });

  it('gets the whole row of delays again once it has been steady', () => {
    const { state } = play([{ type: 'ready' }, { type: 'gone', upMs: STEADY_MS }], { kind: 'ready', restarts: 3 });
    expect(state).toEqual({ kind: 'restarting', restarts: 1 });
  });

  it('starts from parked only when a person asks', () => {
    const parked: Supervision = { kind: 'parked', error: { code: 'host.parked', detail: {} } };
    expect(play([GONE, { type: 'delay-over' }, { type: 'silent' }, { type: 'ready' }], parked)).toEqual({ state: parked, effects: [] });
    expect(step(parked, { type: 'retry' })).toEqual([FIRST, { run: 'spawn' }]);
  });
});

describe('a host that says why it cannot work', () => {
  it('is not started again: it would say the same', () => {
    const { state, effects } = play([FAILED, GONE, { type: 'delay-over' }]);
    expect(state).toEqual({ kind: 'blocked', error: { code: 'store.corrupt', detail: {} } });
    expect(effects).toEqual([{ run: 'kill' }]);
  });

  it('starts afresh when a person has mended it', () => {
    expect(play([FAILED, GONE, { type: 'retry' }]).state).toEqual(FIRST);
  });
});

it('kills a silent host and restarts it only when it has ended', () => {
  const { state, effects } = play([{ type: 'ready' }, { type: 'silent' }, { type: 'silent' }]);
  expect(state.kind).toBe('unresponsive');
  expect(effects).toEqual([{ run: 'kill' }]);
  expect(step(state, GONE)).toEqual([{ kind: 'restarting', restarts: 1 }, { run: 'wait', delayMs: 0 }]);
});

it('shows a host that answers nothing for a moment, and thinks nothing of it once it answers again', () => {
  const { state, effects } = play([{ type: 'ready' }, { type: 'quiet' }]);
  expect(state).toEqual({ kind: 'quiet', restarts: 0 });
  expect(effects).toEqual([]);
  expect(step(state, { type: 'heard' })).toEqual([{ kind: 'ready', restarts: 0 }]);
  expect(step(state, { type: 'silent' })).toEqual([{ kind: 'unresponsive', restarts: 0 }, { run: 'kill' }]);
  expect(step(state, GONE)).toEqual([{ kind: 'restarting', restarts: 1 }, { run: 'wait', delayMs: 0 }]);
});

it('never starts a host again after it was asked to stop', () => {
  const anything = fc.constantFrom<SupervisionEvent>(GONE, FAILED, { type: 'ready' }, { type: 'silent' }, { type: 'quiet' }, { type: 'heard' }, { type: 'retry' }, { type: 'delay-over' }, { type: 'stop' });
  fc.assert(fc.property(fc.array(anything), fc.array(anything), (before, after) => {
    const stopped = play([...before, { type: 'stop' }]).state;
    expect(play(after, stopped)).toEqual({ state: stopped, effects: [] });
  }));
});

it('restarts at most as often as there are delays, whatever the order of events, until a person asks or it was steady', () => {
  const event = fc.constantFrom<SupervisionEvent>(GONE, { type: 'ready' }, { type: 'quiet' }, { type: 'heard' }, { type: 'silent' }, { type: 'delay-over' });
  fc.assert(fc.property(fc.array(event, { maxLength: 60 }), (events) => {
    const spawned = play(events).effects.filter(({ run }) => run === 'spawn').length;
    expect(spawned).toBeLessThanOrEqual(RESTART_DELAYS_MS.length);
  }));
});
