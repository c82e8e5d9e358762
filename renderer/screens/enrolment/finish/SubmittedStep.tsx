import { formatTime } from '../../../../electron/core/time/format.ts';
import { navigate, useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Notice, StepFrame } from '../../../ui/index.ts';
import { ReceiptPanel } from '../../receipt/ReceiptPanel.tsx';
import type { StepProps } from '../dossier/step-props.ts';

/** After submitting: the receipt for the citizen, then the next one in the queue. */
export function SubmittedStep({ dossier, notices }: StepProps) {
  const t = useT('enrolment');
  const nextCitizen = (): void => navigate({ name: 'enrolment', dossierId: 'new' });
  const desk = (): void => navigate({ name: 'desk' });
  useShortcuts([{ key: 'F12', run: nextCitizen }, { key: 'Escape', run: desk }]);
  const time = formatTime(dossier.submittedAt ?? dossier.updatedAt);
  return (
    <StepFrame
      title={t('step.submit')} scroll={false}
      notices={<>{notices}<Notice tone="done" title={t('submit.done.title', { number: dossier.number, time })}>{t('submit.done.text')}</Notice></>}
      actions={<Button shortcut="Esc" onClick={desk}>{t('submit.desk')}</Button>}
      primary={<Button kind="primary" shortcut="F12" onClick={nextCitizen}>{t('submit.next-citizen')}</Button>}
    >
      <ReceiptPanel dossierId={dossier.id} copies={dossier.receiptCopies} />
    </StepFrame>
  );
}
