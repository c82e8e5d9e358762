import { useState } from 'react';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import { useLasting, useShortcuts, useT } from '../../app/hooks.ts';
import { Button, ConfirmDialog, ErrorNotice, Notice, Progress, StateBadge, StepFrame } from '../../ui/index.ts';
import { CitizenStrip } from '../enrolment/dossier/CitizenStrip.tsx';
import { useBusy, useOpenDossier } from '../enrolment/dossier/use-open-dossier.ts';
import { DossierDetails } from './DossierDetails.tsx';
import { ExceptionList } from '../procedure/ExceptionList.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';

export type Decided = { readonly number: string; readonly how: 'approve' | 'return'; readonly atMs: number };
export type ReviewPaneProps = { readonly dossierId: string; readonly onDecided: (decided: Decided) => void };

/** One submitted dossier before the chief: look, then approve or return; who took part in it may not decide. */
export function ReviewPane({ dossierId, onDecided }: ReviewPaneProps) {
  const t = useT('review');
  const errors = useT('errors');
  const procedure = useT('procedure');
  const { dossier, error, reloaded, open } = useOpenDossier(dossierId);
  const busy = useBusy(open);
  const [asking, setAsking] = useState<'approve' | 'return'>();
  const slow = useLasting(dossier === undefined);
  const own = error?.code === 'dossier.same-officer';
  const enabled = dossier?.state === 'submitted' && !own && !busy;
  useShortcuts([
    { key: 'a', run: () => setAsking('approve'), enabled }, { key: 'F12', run: () => setAsking('approve'), enabled },
    { key: 'r', run: () => setAsking('return'), enabled },
  ]);
  if (dossier === undefined) return error === undefined ? slow && <Progress label={t('view.loading')} /> : <ErrorNotice error={error} />;
  const decided = (how: Decided['how']) => (done: boolean): void => {
    if (done) onDecided({ number: dossier.number, how, atMs: Date.now() });
    if (done || open.view().error?.code === 'dossier.same-officer') setAsking(undefined);
  };
  const unsigned = dossier.exceptions.filter(({ countersignedAt }) => countersignedAt === null).map(({ what }) => what);
  const approve = async (): Promise<void> => {
    if (unsigned.length > 0 && !(await open.change((store, { id, version }) => store['dossier.countersign']({ id, version, what: unsigned })))) return decided('approve')(false);
    decided('approve')(await open.change((store, { id, version }) => store['dossier.approve']({ id, version })));
  };
  const sendBack = (reason: ReturnReason, text: string): void =>
    void open.change((store, { id, version }) => store['dossier.return']({ id, version, reason, text })).then(decided('return'));
  return (
    <>
      <CitizenStrip dossier={dossier} timed={false} />
      <StepFrame
        title={dossier.number} aside={<><StateBadge state={dossier.state} /><span className="muted">{dossier.submittedBy}</span></>}
        notices={<>
          {own && <Notice tone="stop" title={t('own.title')} code="dossier.same-officer">{errors('dossier.same-officer')}</Notice>}
          {reloaded && <Notice tone="now" title={t('stale')} />}
          {!own && asking === undefined && <ErrorNotice error={error ?? null} />}
        </>}
        actions={<Button kind="danger" shortcut="R" disabled={!enabled} onClick={() => setAsking('return')}>{t('return')}</Button>}
        primary={<Button kind="primary" shortcut="A" disabled={!enabled} onClick={() => setAsking('approve')}>{t('approve')}</Button>}
      >
        <DossierDetails key={dossier.id} dossier={dossier} />
      </StepFrame>
      <ConfirmDialog open={asking === 'approve'} title={t('approve.title', { number: dossier.number })} confirm={unsigned.length > 0 ? procedure('exceptions.confirm') : t('approve.confirm')} busy={busy} onConfirm={() => void approve()} onClose={() => setAsking(undefined)}>
        <p>{t('approve.text', { name: dossier.person.fullName })}</p>
        <ExceptionList dossier={dossier} />
        <ErrorNotice error={error ?? null} />
      </ConfirmDialog>
      <ReturnDialog opened={asking === 'return'} number={dossier.number} busy={busy} error={error ?? null} onClose={() => setAsking(undefined)} onReturn={sendBack} />
    </>
  );
}
