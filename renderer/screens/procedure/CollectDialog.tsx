import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Dialog, ErrorNotice, Field } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';
import { dong } from './dong.ts';

type Props = { readonly opened: boolean; readonly dossier: Dossier; readonly open: OpenDossier; readonly onClose: () => void };

/** The amount in large type and the number of the receipt: the one thing that has to be typed. */
export function CollectDialog(props: Props) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('fee.collect.title')} onClose={props.onClose}><CollectForm {...props} /></Dialog>;
}

function CollectForm({ dossier, open, onClose }: Props) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const [typed, setTyped] = useState('');
  const receiptNumber = typed.normalize('NFC').trim();
  const amountDong = dossier.fee?.amountDong ?? 0;
  const collect = async (): Promise<void> => {
    if (receiptNumber === '') return;
    if (await open.change((store, { id, version }) => store['fee.collect']({ id, version, receiptNumber, amountDong }))) onClose();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void collect(); }}>
      <p className="fee-amount">{dong(amountDong)}</p>
      <ErrorNotice error={error} />
      <Field autoFocus label={t('fee.receiptNumber')} value={typed} maxLength={40} onChange={setTyped} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" submit disabled={receiptNumber === ''}>{t('fee.collect.confirm')}</Button>
      </div>
    </form>
  );
}
