import { useState, type ReactNode } from 'react';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';

export type ReasonDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly label: string;
  readonly confirm: string;
  readonly kind?: 'primary' | 'danger';
  readonly error: WireError | null;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
};

/** Asks for a reason in free words before something that is logged. */
export function ReasonDialog(props: ReasonDialogProps) {
  return <Dialog open={props.open} title={props.title} onClose={props.onClose} size="medium"><ReasonForm {...props} /></Dialog>;
}

function ReasonForm({ children, label, confirm, kind = 'primary', error, onClose, onReason }: ReasonDialogProps) {
  const t = useT('procedure');
  const [reason, setReason] = useState('');
  const settled = reason.normalize('NFC').trim();
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (settled !== '') onReason(settled); }}>
      <div>{children}</div>
      <ErrorNotice error={error} />
      <label className="area">{label}<textarea rows={3} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></label>
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind={kind} submit disabled={settled === ''}>{confirm}</Button>
      </div>
    </form>
  );
}
