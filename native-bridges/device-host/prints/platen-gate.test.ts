import { describe, expect, it, vi } from 'vitest';
import type { LiveLook } from './look-live.ts';
import { PlatenGate, type Passage } from './platen-gate.ts';

const FINGERS: LiveLook = { boxes: [{ finger: null, box: { xPx: 1, yPx: 1, widthPx: 9, heightPx: 9, angleDeg: 0 }, quality: 40, ok: true }], hint: undefined };
const EMPTY: LiveLook = { boxes: [], hint: undefined };
const LONG_MS = 60_000;

const after = (gate: PlatenGate): Passage => {
  gate.enter('scanner', LONG_MS).leave(true);
  return gate.enter('scanner', LONG_MS);
};

describe('the glass before the next capture', () => {
  it('is free for the first one', () => {
    expect(new PlatenGate().enter('scanner', LONG_MS).open).toBe(true);
  });

  it('holds the next one up until it was seen empty', async () => {
    const passage = after(new PlatenGate());
    passage.seen(FINGERS);
    expect(passage.open).toBe(false);
    passage.seen(EMPTY);
    await passage.armed;
    expect(passage.open).toBe(true);
  });

  it('holds nobody up whose pictures can’t be told anything from, on another device, or without a glass', () => {
    const gate = new PlatenGate();
    const passage = after(gate);
    passage.seen(undefined);
    expect(passage.open).toBe(true);
    expect(gate.enter('another', LONG_MS).open).toBe(true);
    gate.enter('', LONG_MS).leave(true);
    expect(gate.enter('', LONG_MS).open).toBe(true);
  });

  it('still holds after a capture that ended before the fingers were gone', () => {
    const gate = new PlatenGate();
    after(gate).leave(false);
    expect(gate.enter('scanner', LONG_MS).open).toBe(false);
  });

  it('gives up on a glass that never comes out empty', async () => {
    vi.useFakeTimers();
    const gate = new PlatenGate();
    gate.enter('scanner', LONG_MS).leave(true);
    const passage = gate.enter('scanner', 10_000);
    passage.seen(FINGERS);
    vi.advanceTimersByTime(10_000);
    await passage.armed;
    vi.useRealTimers();
  });
});
