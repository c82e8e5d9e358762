import { describe, expect, it } from 'vitest';
import type { LiveLook } from './look-live.ts';
import { SettledFingers } from './settled-fingers.ts';

const HOLD_MS = 500;

function watched(holdMs = HOLD_MS) {
  let nowMs = 0;
  let settledAtMs: number | undefined;
  const fingers = new SettledFingers({ expected: 2, holdMs, now: () => nowMs });
  void fingers.settled.then(() => {
    settledAtMs = nowMs;
  });
  return {
    /** A look at `atMs`; answers when it had settled by then. */
    async look(atMs: number, seen: LiveLook | undefined): Promise<number | undefined> {
      nowMs = atMs;
      fingers.seen(seen);
      await Promise.resolve();
      return settledAtMs;
    },
  };
}
const hand = ({ shiftPx = 0, ok = true, count = 2, hint }: { shiftPx?: number; ok?: boolean; count?: number; hint?: string } = {}): LiveLook => ({
  boxes: Array.from({ length: count }, (_, n) => ({ finger: null, quality: 40, ok, box: { xPx: 100 + n * 120 + shiftPx, yPx: 200, widthPx: 90, heightPx: 130, angleDeg: 0 } })), hint,
});

describe('fingers before a device that captures by itself', () => {
  it('have settled when they lay there good and still for as long as the station asks', async () => {
    const { look } = watched();
    for (const at of [0, 300, 600]) expect(await look(at, hand())).toBeUndefined();
    expect(await look(800, hand())).toBe(800);
  });

  it('begin anew when one moves, lifts, or gets worse', async () => {
    for (const disturbed of [hand({ shiftPx: 40 }), hand({ count: 1 }), hand({ ok: false }), hand({ hint: 'other-hand' })]) {
      const { look } = watched();
      for (const at of [0, 300, 600]) await look(at, hand());
      await look(700, disturbed);
      for (const at of [800, 1_000, 1_200]) expect(await look(at, hand())).toBeUndefined();
      expect(await look(1_700, hand())).toBe(1_700);
    }
  });

  it('that never come out good are left to the device after a while, those that never lie still are not', async () => {
    const poor = watched();
    for (const at of [0, 100, 3_000]) expect(await poor.look(at, hand({ ok: false }))).toBeUndefined();
    expect(await poor.look(3_600, hand({ ok: false }))).toBe(3_600);
    const moving = watched();
    for (let n = 0; n < 100; n++) expect(await moving.look(n * 100, hand({ shiftPx: n * 40 }))).toBeUndefined();
  });

  it('need no time where the station asks for none, nor where nothing can be told from the picture', async () => {
    const { look } = watched(0);
    await look(0, hand());
    expect(await look(100, hand())).toBe(100);
    expect(await watched().look(0, undefined)).toBe(0);
  });
});
