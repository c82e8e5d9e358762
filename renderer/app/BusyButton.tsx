import { Button, type ButtonProps } from '../ui/index.ts';
import { useLasting, useObservable } from './hooks.ts';
import type { Observable } from './observable.ts';

/** Shorter waits are over before anybody sees that something is busy, and drawing it would only make them longer. */
const NOTICED_MS = 150;

/** A button that is busy while something lasts: presses are ignored from the start, and it alone is drawn again for that, not the screen it stands on. */
export function BusyButton({ during, busy, onClick, ...button }: ButtonProps & { readonly during: Observable<boolean> }) {
  const lasts = useLasting(useObservable(during), NOTICED_MS);
  const press = (): void => {
    if (!during.get()) onClick?.();
  };
  return <Button {...button} busy={lasts || busy === true} onClick={press} />;
}
