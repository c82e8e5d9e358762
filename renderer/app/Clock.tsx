import { useEffect, useState } from 'react';
import { formatTime } from '../../electron/core/time/format.ts';

const MINUTE_MS = 60_000;

/** HH:mm in Vietnam, changing on the minute. */
export function Clock() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), MINUTE_MS - (Date.now() % MINUTE_MS) + 20);
    return () => clearTimeout(timer);
  }, [now]);
  return <time className="frame-clock">{formatTime(now)}</time>;
}
