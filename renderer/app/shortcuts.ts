import { useEffect, useRef } from 'react';

export type Shortcut = {
  /** `KeyboardEvent.key`, for example `F12`, `Escape`, `Enter`, `a`. Letters fire only outside of text fields. */
  readonly key: string;
  readonly run: () => void;
  readonly enabled?: boolean;
  /** Fires in a dialog too; the rest sleep while one is open. */
  readonly inDialog?: boolean;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
const hasOwnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a[href], textarea, select, [role="menuitem"]') !== null;
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** A locked workplace stays alive underneath the lock screen; its keys must sleep with it. */
const isLocked = (): boolean => document.querySelector('.workplace[inert]') !== null;

let overDialog = false;
// A dialog closes itself on Esc on the key's way down, and its listener lies on the window, too. This one is there before any dialog
// is: what closed just now still counts as open for this key.
if (typeof window !== 'undefined') {
  window.addEventListener('keydown', () => {
    overDialog = isDialogOpen();
  }, true);
}

/** Keys of a screen. Never fires while an input method composes a letter, nor for a key that a field or button needs itself. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      if (isLocked()) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const shortcut = newest.current.find((s) => s.key.toLowerCase() === event.key.toLowerCase() && s.enabled !== false);
      if (shortcut === undefined || ((overDialog || isDialogOpen()) && shortcut.inDialog !== true)) return;
      if (event.key.length === 1 && isTyping(event.target)) return;
      if (event.key === 'Enter' && hasOwnEnter(event.target)) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
