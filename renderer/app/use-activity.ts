import { useEffect } from 'react';
import { useStore } from './hooks.ts';

/** At most one word to the store in this time says that a person is there; the idle lock itself is kept by the store. */
const EVERY_MS = 15_000;

/** Tells the store that somebody works, so that the idle clock starts anew. */
export function useActivity(enabled: boolean): void {
  const store = useStore();
  useEffect(() => {
    if (!enabled) return;
    let last = 0;
    const note = (): void => {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      void store['session.activity']({});
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, note, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, note);
    };
  }, [enabled, store]);
}
