import { useRef, useState } from 'react';
import type { StillView } from '../../../../../electron/contract/device.ts';
import type { PortraitAdjust } from '../../../../../electron/core/biometrics/face/portrait-adjust.ts';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { useDevices } from '../../../../app/hooks.ts';
import { moveWindow, type CheckedStill } from './check-portrait.ts';

export type MovedWindows = {
  /** The portrait as it was cut last. */
  readonly newest: (one: CheckedStill) => CheckedStill;
  /** What was asked for last: a key is answered at once, the cut follows. */
  readonly wanted: (one: CheckedStill) => PortraitAdjust;
  readonly move: (one: CheckedStill, adjust: PortraitAdjust) => void;
  readonly busy: boolean;
};

/** By itself, not by its hash: a recorded picture may be shown twice. */
const keyOf = ({ whole }: CheckedStill): StillView => whole;

/** Cuts portraits anew as the officer moves their windows: one cut at a time, always the one asked for last. */
export function useMovedWindows(template: PortraitTemplate): MovedWindows {
  const devices = useDevices();
  const [moved, setMoved] = useState<ReadonlyMap<StillView, CheckedStill>>(new Map());
  const [asked, setAsked] = useState<ReadonlyMap<StillView, PortraitAdjust>>(new Map());
  const [busy, setBusy] = useState(false);
  const next = useRef<{ readonly from: CheckedStill; readonly adjust: PortraitAdjust }>(undefined);
  const cut = useRef(new Map<StillView, CheckedStill>());
  const working = useRef(false);
  const work = async (): Promise<void> => {
    working.current = true;
    setBusy(true);
    for (let job = next.current; job !== undefined; job = next.current) {
      next.current = undefined;
      const key = keyOf(job.from);
      const before = cut.current.get(key) ?? job.from;
      const after = await moveWindow(devices, before, { template, adjust: job.adjust });
      if (after !== undefined) {
        cut.current.set(key, after);
        setMoved(new Map(cut.current));
      } else if (next.current === undefined) setAsked((all) => new Map([...all, [key, before.adjust]]));
    }
    working.current = false;
    setBusy(false);
  };
  const newest = (one: CheckedStill): CheckedStill => moved.get(keyOf(one)) ?? one;
  return {
    newest, busy,
    wanted: (one) => asked.get(keyOf(one)) ?? newest(one).adjust,
    move: (from, adjust) => {
      setAsked((all) => new Map([...all, [keyOf(from), adjust]]));
      next.current = { from, adjust };
      if (!working.current) void work();
    },
  };
}
