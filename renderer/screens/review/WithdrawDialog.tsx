import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Dialog, ErrorNotice, Field } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';

export type WithdrawDialogProps = { readonly opened: boolean; readonly dossier: Dossier; readonly open: OpenDossier; readonly busy: boolean; readonly onClose: () => void };

export function WithdrawDialog(props: WithdrawDialogProps) {
  const t = useT('review');
  return <Dialog open={props.opened} title={t('withdraw.title', { number: props.dossier.number })} onClose={props.onClose} size="medium"><WithdrawForm {...props} /></Dialog>;
}

function WithdrawForm({ open, busy, onClose }: WithdrawDialogProps) {
  const t = useT('review');
  const error = useOpenError(open);
  const [reason, setReason] = useState('');
  const withdraw = async (): Promise<void> => {
    const text = reason.normalize('NFC').trim();
    if (text !== '' && await open.change((store, { id, version }) => store['dossier.withdraw']({ id, version, reason: text }))) onClose();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void withdraw(); }}>
      <p>{t('withdraw.text')}</p>
      <ErrorNotice error={error} />
      <Field autoFocus label={t('withdraw.reason')} value={reason} onChange={setReason} maxLength={500} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind="danger" submit busy={busy} disabled={reason.trim() === ''}>{t('withdraw.confirm')}</Button>
      </div>
    </form>
  );
}
