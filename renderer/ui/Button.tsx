import { UnstyledButton } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

export type ButtonProps = {
  readonly kind?: 'primary' | 'quiet' | 'danger';
  /** The key that does the same, shown in the button. The key itself is wired with `useShortcuts`. */
  readonly shortcut?: string;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  /** Stays focusable while busy, so that the keyboard doesn't lose its place; presses are ignored. */
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly title?: string;
  /** For a switch-like button. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
};

export function Button({ kind = 'quiet', shortcut, onClick, disabled, busy, submit, title, pressed, ref, autoFocus, children }: ButtonProps) {
  return (
    <UnstyledButton
      className={`button button-${kind}`} type={submit === true ? 'submit' : 'button'} disabled={disabled === true}
      aria-busy={busy === true} aria-keyshortcuts={shortcut} aria-pressed={pressed} title={title} data-autofocus={autoFocus === true ? true : undefined} ref={ref ?? null}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.();
      }}
    >
      {shortcut !== undefined && <kbd className="key" aria-hidden="true">{shortcut}</kbd>}
      <span>{children}</span>
    </UnstyledButton>
  );
}
