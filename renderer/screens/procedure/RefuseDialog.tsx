import { useState } from 'react';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import { reasonsAt } from '../../../electron/core/procedure/reasons.ts';
import { navigate, useCall, useStore, useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice } from '../../ui/index.ts';
import { forWhat, type ReceptionDialogProps } from './AdjustDialog.tsx';

type Props = ReceptionDialogProps & { readonly likely: ReturnReason };

/** A refusal in writing (CC03): the reason of the catalogue and what the citizen is told. */
export function RefuseDialog(props: Props) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('refuse.title')} onClose={props.onClose} size="medium"><RefuseForm {...props} /></Dialog>;
}

function RefuseForm({ dossier, likely, onClose }: Props) {
  const t = useT('procedure');
  const reasons = useT('reasons');
  const store = useStore();
  const refusing = useCall(store['reception.refuse']);
  const [reason, setReason] = useState(likely);
  const [text, setText] = useState('');
  const send = async (): Promise<void> => {
    const reply = await refusing.run({
      about: { of: 'dossier', id: dossier.id, version: dossier.version }, person: null, ...forWhat(dossier), reasons: [reason], text: text.normalize('NFC').trim(), representation: dossier.representation,
    });
    if (reply.ok) navigate({ name: 'reception', receptionId: reply.value.id });
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p>{t('refuse.text')}</p>
      <ErrorNotice error={refusing.error} />
      <Choice autoFocus label={t('reason')} value={reason} onChange={setReason} options={reasonsAt('reception').map(({ code }) => ({ value: code, label: `${code} · ${reasons(code)}` }))} />
      <label className="area">{t('refuse.explain')}<textarea rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} /></label>
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind="danger" submit busy={refusing.busy}>{t('refuse.confirm')}</Button>
      </div>
    </form>
  );
}
