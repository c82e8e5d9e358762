import { useEffect, useRef } from 'react';
import { MAX_GAP_MS, WedgeGuard, type WedgeVerdict } from '../../../../electron/core/device/wedge-guard.ts';

type Refusal = Extract<WedgeVerdict, { type: 'refused' }>['why'];
export type WedgeEars = {
  /** A whole code. @returns whether it is one for this screen; else the keys stay what they were: typing */
  readonly onCode: (text: string, repaired: boolean) => boolean;
  readonly onRefused: (why: Refusal) => void;
};

const textField = (): HTMLInputElement | undefined => (document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined);

/**
 * Hears a code reader that types like a keyboard, wherever the focus of the screen is, and hands its code over as the keys
 * say it, whatever an input method made of it on the way. Moving to another field starts anew: people do that, readers don't.
 */
export function useWedge(ears: WedgeEars): void {
  const newest = useRef(ears);
  useEffect(() => {
    newest.current = ears;
  });
  useEffect(() => {
    let guard = new WedgeGuard();
    let lastMs = -Infinity;
    let heldBefore = 0;
    const anew = (): void => {
      guard = new WedgeGuard();
      lastMs = -Infinity;
    };
    const onKey = (event: KeyboardEvent): void => {
      const field = textField();
      if (event.timeStamp - lastMs > MAX_GAP_MS) heldBefore = field?.value.length ?? 0;
      lastMs = event.timeStamp;
      const received = field?.value.slice(Math.min(heldBefore, field.value.length)) ?? '';
      const key = { code: event.code, shift: event.shiftKey, capsLock: event.getModifierState('CapsLock'), text: event.key, atMs: event.timeStamp };
      const verdict = guard.key(key, received);
      if (verdict.type === 'typing') return;
      if (verdict.type === 'refused') return newest.current.onRefused(verdict.why);
      // What an input method still composes is settled first, so that it doesn't overwrite the code.
      if (event.isComposing) field?.blur();
      if (!newest.current.onCode(verdict.text, field !== undefined && verdict.repaired)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('focusin', anew, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('focusin', anew, true);
    };
  }, []);
}
