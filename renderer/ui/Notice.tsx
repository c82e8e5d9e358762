import type { ReactNode } from 'react';
import type { WireError } from '../../electron/core/errors/app-error.ts';
import { ERROR_CODES } from '../../electron/core/errors/error-codes.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import { Shape, type ShapeName } from './Shape.tsx';

export type Tone = 'now' | 'look' | 'stop' | 'done';
/** Shapes stand beside the colours, so that neither is needed alone. */
export const TONE_SHAPE: Readonly<Record<Tone, string>> = { now: '▶', look: '▲', stop: '■', done: '✓' };

const DRAWN: Readonly<Record<Tone, ShapeName>> = { now: 'play', look: 'triangle', stop: 'square', done: 'check' };

export type NoticeProps = {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  /** Shown small, for the technician. */
  readonly code?: string;
  readonly action?: { readonly label: string; readonly run: () => void; readonly shortcut?: string };
};

/** One thing that the person should know, in the place where it matters. */
export function Notice({ tone, title, children, code, action }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'stop' || tone === 'look' ? 'alert' : 'status'}>
      <span className="notice-shape"><Shape name={DRAWN[tone]} /></span>
      <div className="notice-words">
        <p className="notice-title">{title}</p>
        {children !== undefined && <div>{children}</div>}
        {code !== undefined && <p className="code">{code}</p>}
      </div>
      {action !== undefined && (
        <Button onClick={action.run} {...(action.shortcut === undefined ? {} : { shortcut: action.shortcut })}>{action.label}</Button>
      )}
    </div>
  );
}

/** A failed call as a sentence with its code. Renders nothing for `null`; a cancelled job is no failure to show. */
export function ErrorNotice({ error, action }: { readonly error: WireError | null; readonly action?: NoticeProps['action'] }) {
  const t = useT('errors');
  if (error === null || error.code === 'device.cancelled') return null;
  const tone: Tone = ERROR_CODES[error.code].severity === 'recoverable' ? 'look' : 'stop';
  return <Notice tone={tone} title={t(error.code, error.detail)} code={error.code} {...(action === undefined ? {} : { action })} />;
}
