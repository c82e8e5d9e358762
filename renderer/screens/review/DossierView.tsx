import './review.css';
import '../enrolment/enrolment.css';
import { useState } from 'react';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { navigate, useLasting, useSession, useShortcuts, useT } from '../../app/hooks.ts';
import { Button, ErrorNotice, Notice, Progress, StateBadge, StepFrame } from '../../ui/index.ts';
import { CitizenStrip } from '../enrolment/dossier/CitizenStrip.tsx';
import { useBusy, useOpenDossier } from '../enrolment/dossier/use-open-dossier.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { ReceiptDialog } from '../receipt/ReceiptDialog.tsx';
import { DossierDetails } from './DossierDetails.tsx';
import { Outcome } from './Outcome.tsx';
import { Timeline } from './Timeline.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** A dossier only to read: its way, the centre's answer, and the few things that may still be done with it. */
export function DossierView({ dossierId }: { readonly dossierId: string }) {
  const t = useT('review');
  const me = useSession()?.user;
  const { dossier, error, reloaded, open } = useOpenDossier(dossierId);
  const busy = useBusy(open);
  const [dialog, setDialog] = useState<'withdraw' | 'receipt' | 'forms'>();
  const slow = useLasting(dossier === undefined);
  const isOfficer = me?.role === 'officer';
  const state = dossier?.state;
  const reopens = isOfficer && state === 'returned';
  const continues = isOfficer && state !== undefined && isEditable(state) && !reopens;
  const leave = (): void => navigate({ name: 'desk' });
  const toWork = (): void => navigate({ name: 'enrolment', dossierId });
  const reopen = async (): Promise<void> => {
    if (await open.change((store, { id, version }) => store['dossier.reopen']({ id, version }))) toWork();
  };
  const again = isOfficer && state === 'rejected';
  const startAgain = (): void => navigate({ name: 'enrolment', dossierId: `new/${dossierId}` });
  const go = reopens ? () => void reopen() : continues ? toWork : again ? startAgain : undefined;
  const hasReceipt = me?.role !== 'auditor' && dossier?.submittedAt != null && state !== 'withdrawn';
  const hasForms = me?.role === 'officer' || me?.role === 'chief';
  const forms = useT('forms');
  useShortcuts([{ key: 'Escape', run: leave }, { key: 'F12', run: () => go?.(), enabled: go !== undefined }, { key: 'F10', run: () => setDialog('receipt'), enabled: hasReceipt }, { key: 'F8', run: () => setDialog('forms'), enabled: hasForms }]);
  if (dossier === undefined) return error === undefined ? slow && <Progress label={t('view.loading')} /> : <ErrorNotice error={error} action={{ label: t('view.back'), run: leave }} />;
  return (
    <div className="dossier-view">
      <CitizenStrip dossier={dossier} timed={false} />
      <StepFrame
        title={dossier.number} aside={<StateBadge state={dossier.state} />}
        notices={<>
          <Timeline state={dossier.state} />
          <Outcome dossier={dossier} />
          {reloaded && <Notice tone="now" title={t('stale')} />}
          {dialog !== 'withdraw' && <ErrorNotice error={error ?? null} />}
        </>}
        actions={<>
          <Button shortcut="Esc" onClick={leave}>{t('view.back')}</Button>
          {hasForms && <Button shortcut="F8" onClick={() => setDialog('forms')}>{forms('show')}</Button>}
          {isOfficer && state === 'submitted' && <Button onClick={() => setDialog('withdraw')}>{t('view.withdraw')}</Button>}
        </>}
        moreActions={hasReceipt && <Button kind={isOfficer && go === undefined && dossier.receiptCopies === 0 ? 'primary' : 'quiet'} shortcut="F10" onClick={() => setDialog('receipt')}>{t('view.receipt')}</Button>}
        primary={go !== undefined && <Button kind="primary" shortcut="F12" busy={busy} onClick={go}>{t(reopens ? 'view.reopen' : again ? 'view.rejected.again' : 'view.continue')}</Button>}
      >
        <DossierDetails dossier={dossier} />
      </StepFrame>
      <WithdrawDialog opened={dialog === 'withdraw'} dossier={dossier} open={open} busy={busy} onClose={() => setDialog(undefined)} />
      <FormDialog opened={dialog === 'forms'} dossier={dossier} onClose={() => setDialog(undefined)} />
      <ReceiptDialog opened={dialog === 'receipt'} dossier={dossier} onClose={() => setDialog(undefined)} />
    </div>
  );
}
