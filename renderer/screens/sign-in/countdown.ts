import { useEffect, useState } from 'react';
import type { WireError } from '../../../electron/core/errors/app-error.ts';

/** Seconds to wait that a failed sign-in named, 0 where none. */
export function waitSeconds(error: WireError | null): number {
  const seconds = error?.code === 'session.wait' ? error.detail['seconds'] : undefined;
  return typeof seconds === 'number' ? Math.ceil(seconds) : 0;
}

/** Counts down to zero; starts anew whenever `cause` changes. */
export function useCountdown(seconds: number, cause: unknown): number {
  const [ticked, setTicked] = useState<{ readonly cause: unknown; readonly left: number } | null>(null);
  useEffect(() => {
    if (seconds === 0) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setTicked({ cause, left: rest });
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds, cause]);
  return ticked !== null && ticked.cause === cause ? ticked.left : seconds;
}
