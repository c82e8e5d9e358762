import { useState } from 'react';
import type { VoidDecision, WaitingVoid } from '../../../electron/contract/procedure.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useCall, useShortcuts, useStore, useT } from '../../app/hooks.ts';
import { Button, ConfirmDialog, ErrorNotice } from '../../ui/index.ts';
import { dong } from '../procedure/dong.ts';
import { RefuseVoidDialog } from './RefuseVoidDialog.tsx';

type Props = { readonly voids: readonly WaitingVoid[]; readonly onDecided: () => void };

/** Receipts that officers asked to void: arrows choose, A voids after a question, R lets the receipt stand for a reason. */
export function VoidDesk({ voids, onDecided }: Props) {
  const t = useT('fees');
  const deciding = useCall(useStore()['fee.decide-void']);
  const [chosen, setChosen] = useState(0);
  const [asking, setAsking] = useState<'approve' | 'refuse'>();
  const close = (): void => setAsking(undefined);
  const at = Math.min(chosen, voids.length - 1);
  const one = voids[at]!;
  const decide = async (decision: VoidDecision): Promise<void> => {
    const { dossierId, receipt } = one;
    if (receipt.void === null) return;
    const reply = await deciding.run({ id: dossierId, receiptNumber: receipt.receiptNumber, askedAt: receipt.void.askedAt, decision });
    if (reply.ok) close();
    onDecided();
  };
  const enabled = one.mayDecide && !deciding.busy;
  useShortcuts([{ key: 'a', run: () => setAsking('approve'), enabled }, { key: 'r', run: () => setAsking('refuse'), enabled }]);
  const onKey = (event: React.KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(at + by, voids.length - 1)));
  };
  return (
    <section className="void-desk" aria-label={t('voids')}>
      <h2>{t('voids')} <span className="muted">{t('voids.count', { count: voids.length })}</span></h2>
      <ErrorNotice error={asking === undefined ? deciding.error : null} />
      <div className="void-rows" role="listbox" tabIndex={0} aria-label={t('voids')} aria-activedescendant={`void-${at}`} onKeyDown={onKey}>
        {voids.map((each, index) => (
          <div key={each.receipt.receiptNumber} id={`void-${index}`} role="option" aria-selected={index === at} className="void-row" onClick={() => setChosen(index)}>
            <strong>{each.receipt.receiptNumber} · {dong(each.receipt.amountDong)}</strong><span>{each.fullName} · {each.number}</span>
            <span>{t('voids.asked', { by: each.receipt.void?.askedBy ?? '', at: formatDateTime(each.receipt.void?.askedAt ?? each.receipt.collectedAt), reason: each.receipt.void?.reason ?? '' })}</span>
            <span className="muted">{each.mayDecide ? t('voids.collected', { by: each.receipt.collectedBy, at: formatDateTime(each.receipt.collectedAt) }) : t('voids.own')}</span>
          </div>
        ))}
      </div>
      <div className="fee-actions">
        <Button kind="danger" shortcut="R" disabled={!enabled} onClick={() => setAsking('refuse')}>{t('voids.refuse')}</Button>
        <Button kind="primary" shortcut="A" disabled={!enabled} onClick={() => setAsking('approve')}>{t('voids.approve')}</Button>
      </div>
      <RefuseVoidDialog receipt={asking === 'refuse' ? one.receipt : undefined} busy={deciding.busy} error={deciding.error} onRefuse={(decision) => void decide(decision)} onClose={close} />
      <ConfirmDialog open={asking === 'approve'} title={t('voids.confirm.title', { number: one.receipt.receiptNumber })} confirm={t('voids.approve')} busy={deciding.busy} onConfirm={() => void decide({ approve: true })} onClose={close}>
        <p>{t('voids.confirm.text', { amount: dong(one.receipt.amountDong), name: one.fullName })}</p>
        <ErrorNotice error={deciding.error} />
      </ConfirmDialog>
    </section>
  );
}
