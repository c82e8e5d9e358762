import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { FeeReceipt, FeeView } from '../../../electron/contract/procedure-facts.ts';
import type { VoidDecision } from '../../../electron/contract/procedure.ts';
import { formatPartialDate, formatTime } from '../../../electron/core/time/format.ts';
import { useShortcuts, useT } from '../../app/hooks.ts';
import { Button, Shape } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';
import { RefuseVoidDialog } from '../fees/RefuseVoidDialog.tsx';
import { useVoidAnswer } from '../fees/use-void-answer.ts';
import { CollectDialog } from './CollectDialog.tsx';
import { dong } from './dong.ts';
import { ExemptionDialog } from './ExemptionDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

const SHAPE = { due: 'triangle', paid: 'check', exempt: 'check', void: 'triangle' } as const;
const TONE = { due: 'look', paid: 'done', exempt: 'done', void: 'look' } as const;

/** `officer` collects and waives, `chief` decides about voiding; `undefined` only reads. */
export type FeePaneProps = { readonly dossier: Dossier; readonly open: OpenDossier; readonly as: 'officer' | 'chief' | undefined; readonly mayWaive?: boolean };
type Asked = 'collect' | 'exemption' | { readonly void: string } | { readonly refuse: FeeReceipt };

/** The fee explained, its receipts, and what may be done about it. */
export function FeePane({ dossier, open, as, mayWaive = false }: FeePaneProps) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const [asked, setAsked] = useState<Asked>();
  const { fee } = dossier;
  const isOpenFee = fee !== null && (fee.state === 'due' || fee.state === 'void');
  const close = (): void => setAsked(undefined);
  useShortcuts([{ key: 'F6', run: () => setAsked('collect'), enabled: as === 'officer' && isOpenFee }]);
  if (fee === null) return null;
  const askVoid = (receiptNumber: string, reason: string): void =>
    void open.change((store, { id }) => store['fee.ask-void']({ id, receiptNumber, reason })).then((kept) => kept && close());
  const decide = ({ receiptNumber, void: request }: FeeReceipt, decision: VoidDecision): void => {
    if (request === null) return;
    void open.change((store, { id }) => store['fee.decide-void']({ id, receiptNumber, askedAt: request.askedAt, decision })).then((kept) => kept && close());
  };
  const voiding = typeof asked === 'object' && 'void' in asked ? asked.void : undefined;
  const refusing = typeof asked === 'object' && 'refuse' in asked ? asked.refuse : undefined;
  return (
    <section className="fee" aria-label={t('fee')}>
      <div className="fee-line">
        <p><span className={`tone-${TONE[fee.state]}`}><Shape name={SHAPE[fee.state]} /> {t(`fee.state.${fee.state}`)}</span></p>
        <span className="fee-amount">{dong(fee.amountDong)}</span>
      </div>
      <FeeReckoning fee={fee} />
      {as === 'officer' && (
        <div className="fee-actions">
          {isOpenFee && <Button shortcut="F6" onClick={() => setAsked('collect')}>{t('fee.collect')}</Button>}
          {mayWaive && fee.state !== 'paid' && fee.baseDong > 0 && <Button onClick={() => setAsked('exemption')}>{t(fee.exemption === null ? 'fee.waive' : 'fee.waive.change')}</Button>}
        </div>
      )}
      {fee.receipts.length > 0 && (
        <ul className="fee-receipts">{fee.receipts.map((receipt) => (
          <li key={receipt.receiptNumber}>
            <span>{t('fee.receipt', { number: receipt.receiptNumber, amount: dong(receipt.amountDong), by: receipt.collectedBy, at: formatTime(receipt.collectedAt) })}{receipt.void !== null && <> · <VoidWords receipt={receipt} /></>}</span>
            {as === 'officer' && receipt.void?.decidedAt !== null && receipt.void?.approved !== true && <button type="button" className="link" onClick={() => setAsked({ void: receipt.receiptNumber })}>{t('fee.ask-void')}</button>}
            {as === 'chief' && receipt.void?.decidedAt === null && <span className="fee-actions"><Button onClick={() => decide(receipt, { approve: true })}>{t('fee.void.approve')}</Button><Button onClick={() => setAsked({ refuse: receipt })}>{t('fee.void.refuse')}</Button></span>}
          </li>
        ))}</ul>
      )}
      <CollectDialog opened={asked === 'collect'} dossier={dossier} open={open} onClose={close} />
      <ExemptionDialog opened={asked === 'exemption'} dossier={dossier} open={open} onClose={close} />
      <ReasonDialog open={voiding !== undefined} title={t('fee.ask-void.title')} label={t('reason')} confirm={t('fee.ask-void')} kind="danger" error={error} onClose={close} onReason={(reason) => voiding !== undefined && askVoid(voiding, reason)}>
        <p>{t('fee.ask-void.text', { number: voiding ?? '' })}</p>
      </ReasonDialog>
      <RefuseVoidDialog receipt={refusing} busy={false} error={error} onRefuse={(decision) => refusing !== undefined && decide(refusing, decision)} onClose={close} />
    </section>
  );
}

/** Base, reduction, exemption: so that the officer can explain the amount. */
function FeeReckoning({ fee }: { readonly fee: FeeView }) {
  const t = useT('procedure');
  const { reduction, exemption } = fee;
  return (
    <p className="muted">
      {t('fee.base', { item: t(`fee.item.${fee.item}`), amount: dong(fee.baseDong), instrument: fee.instrument })}
      {exemption !== null ? <> · {t('fee.exempted', { exemption: t(`exemption.${exemption}`), evidence: fee.evidence })}</>
        : reduction !== null && fee.baseDong > 0 && <> · {t('fee.reduced', { percent: reduction.percent, instrument: reduction.instrument, to: formatPartialDate(reduction.to) })}</>}
    </p>
  );
}

function VoidWords({ receipt }: { readonly receipt: FeeView['receipts'][number] }) {
  const t = useT('procedure');
  const answer = useVoidAnswer();
  const asked = receipt.void;
  if (asked === null) return null;
  if (asked.decidedAt === null) return <span className="tone-look">{t('fee.void.asked', { by: asked.askedBy, reason: asked.reason })}</span>;
  if (asked.approved === true) return <span className="tone-look">{t('fee.void.done', { by: asked.decidedBy, reason: asked.reason })}</span>;
  return <span className="tone-look">{t('fee.void.refused', { by: asked.decidedBy, reason: answer(asked) })}</span>;
}
