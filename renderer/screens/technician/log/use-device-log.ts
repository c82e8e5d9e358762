import { useEffect, useRef, useState } from 'react';
import type { LogLine } from '../../../../electron/contract/technician.ts';
import { useStore } from '../../../app/hooks.ts';

const KEPT = 1_000;
const WAIT_MS = 8_000;
/** After a failed question (store restarting, screen locked). */
const AGAIN_MS = 2_000;

/** The device log as it grows, newest first; while paused nothing is asked, and nothing is lost. */
export function useDeviceLog(paused: boolean): readonly LogLine[] {
  const store = useStore();
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const last = useRef(0);
  useEffect(() => {
    if (paused) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const reply = await store['technician.log']({ after: last.current, waitMs: last.current === 0 ? 0 : WAIT_MS });
      if (stopped) return;
      if (!reply.ok) {
        timer = setTimeout(() => void ask(), AGAIN_MS);
        return;
      }
      const { lines: fresh, last: newest } = reply.value;
      const anew = newest < last.current;
      last.current = newest;
      if (fresh.length > 0) setLines((before) => [...fresh.toReversed(), ...(anew ? [] : before)].slice(0, KEPT));
      // An empty log answers at once: the next question waits for the first line.
      timer = setTimeout(() => void ask(), newest === 0 ? AGAIN_MS : 0);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [store, paused]);
  return lines;
}
