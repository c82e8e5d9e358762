import { useState } from 'react';
import type { FeeReceipt } from '../../../electron/contract/procedure-facts.ts';
import type { VoidDecision } from '../../../electron/contract/procedure.ts';
import type { WireError } from '../../../electron/core/errors/app-error.ts';
import { VOID_REFUSALS, saysWhy, type VoidRefusal } from '../../../electron/core/procedure/void-refusals.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice } from '../../ui/index.ts';

export type VoidRefused = Extract<VoidDecision, { readonly approve: false }>;
type Props = {
  /** `undefined` = closed. */
  readonly receipt: FeeReceipt | undefined;
  readonly busy: boolean;
  readonly error: WireError | null;
  readonly onRefuse: (decision: VoidRefused) => void;
  readonly onClose: () => void;
};

/** The receipt stands: the officer who asked reads a reason of the catalogue, and the chief's own words. */
export function RefuseVoidDialog(props: Props) {
  const t = useT('fees');
  const { receipt } = props;
  return (
    <Dialog open={receipt !== undefined} title={t('refuse.title', { number: receipt?.receiptNumber ?? '' })} size="medium" onClose={props.onClose}>
      {receipt !== undefined && <RefuseForm {...props} receipt={receipt} />}
    </Dialog>
  );
}

function RefuseForm({ receipt, busy, error, onRefuse, onClose }: Props & { readonly receipt: FeeReceipt }) {
  const t = useT('fees');
  const [refusal, setRefusal] = useState<VoidRefusal | ''>('');
  const [words, setWords] = useState('');
  const answer = words.normalize('NFC').trim();
  const ready = refusal !== '' && saysWhy(refusal, answer);
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (ready) onRefuse({ approve: false, refusal, answer }); }}>
      <p>{t('refuse.text', { by: receipt.void?.askedBy ?? '', reason: receipt.void?.reason ?? '' })}</p>
      <ErrorNotice error={error} />
      <Choice autoFocus label={t('refuse.why')} value={refusal} placeholder={t('refuse.choose')} onChange={setRefusal} options={VOID_REFUSALS.map((value) => ({ value, label: t(`refusal.${value}`) }))} />
      <label className="area">{t(refusal === 'other' ? 'refuse.words.needed' : 'refuse.words')}<textarea rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.currentTarget.value)} /></label>
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('refuse.cancel')}</Button>
        <Button kind="danger" submit busy={busy} disabled={!ready}>{t('voids.refuse')}</Button>
      </div>
    </form>
  );
}
