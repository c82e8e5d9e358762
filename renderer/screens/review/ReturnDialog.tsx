import { useState } from 'react';
import { RETURN_REASONS, type ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice } from '../../ui/index.ts';

export type ReturnDialogProps = {
  readonly opened: boolean;
  readonly number: string;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly onClose: () => void;
  readonly onReturn: (reason: ReturnReason, text: string) => void;
};

export function ReturnDialog(props: ReturnDialogProps) {
  const t = useT('review');
  return <Dialog open={props.opened} title={t('return.title', { number: props.number })} onClose={props.onClose} size="medium"><ReturnForm {...props} /></Dialog>;
}

/** A reason of the catalogue, and in free words what to correct. */
function ReturnForm({ busy, error, onClose, onReturn }: ReturnDialogProps) {
  const t = useT('review');
  const reasons = useT('reasons');
  const [reason, setReason] = useState<ReturnReason | ''>('');
  const [text, setText] = useState('');
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (reason !== '') onReturn(reason, text.normalize('NFC').trim()); }}>
      <p>{t('return.text')}</p>
      <ErrorNotice error={error} />
      <Choice
        autoFocus label={t('return.reason')} value={reason} placeholder={t('return.reason.choose')} onChange={setReason}
        options={RETURN_REASONS.map((value) => ({ value, label: `${value} · ${reasons(value)}` }))}
      />
      <label className="area">{t('return.note')}<textarea rows={4} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} /></label>
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind="danger" submit busy={busy} disabled={reason === ''}>{t('return.confirm')}</Button>
      </div>
    </form>
  );
}
