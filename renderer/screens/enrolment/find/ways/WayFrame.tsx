import type { ReactNode } from 'react';
import type { WireError } from '../../../../../electron/core/errors/app-error.ts';
import { useShortcuts, useT } from '../../../../app/hooks.ts';
import { Button, ErrorNotice, StepFrame } from '../../../../ui/index.ts';

export type WayFrameProps = {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly text: string;
  readonly confirm: string;
  readonly enabled: boolean;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
  readonly children: ReactNode;
  /** Papers and representative: beside the data, so that neither is overlooked below the edge. */
  readonly side: ReactNode;
};

/** The frame of the ways that open no card dossier: one thing to confirm, and the way back without loss. */
export function WayFrame({ title, text, confirm, enabled, busy, error, onConfirm, onBack, children, side }: WayFrameProps) {
  const t = useT('forms');
  useShortcuts([{ key: 'F12', run: onConfirm, enabled: enabled && !busy }, { key: 'Escape', run: onBack }]);
  return (
    <StepFrame
      title={title} notices={<ErrorNotice error={error} />} actions={<Button shortcut="Esc" onClick={onBack}>{t('way.back')}</Button>}
      primary={<Button kind="primary" shortcut="F12" disabled={!enabled} busy={busy} onClick={onConfirm}>{confirm}</Button>}
    >
      <p className="way-text">{text}</p>
      <div className="way"><div>{children}</div><div className="way-side">{side}</div></div>
    </StepFrame>
  );
}
