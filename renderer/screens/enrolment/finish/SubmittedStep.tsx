import { formatTime } from '../../../../electron/core/time/format.ts';
import { navigate, useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Notice, StepFrame } from '../../../ui/index.ts';
import { isPrintNext, PrintButton } from '../../receipt/PrintButton.tsx';
import { ReceiptPanel } from '../../receipt/ReceiptPanel.tsx';
import { usePrinting } from '../../receipt/use-printing.ts';
import type { StepProps } from '../dossier/step-props.ts';

/** After submitting: the receipt for the citizen first, then the next one in the queue. */
export function SubmittedStep({ dossier, notices }: StepProps) {
  const t = useT('enrolment');
  const printing = usePrinting(dossier);
  const nextCitizen = (): void => navigate({ name: 'enrolment', dossierId: 'new' });
  const desk = (): void => navigate({ name: 'desk' });
  useShortcuts([{ key: 'F12', run: nextCitizen }, { key: 'Escape', run: desk }]);
  const time = formatTime(dossier.submittedAt ?? dossier.updatedAt);
  const printFirst = isPrintNext(printing);
  const print = <PrintButton printing={printing} />;
  const next = <Button kind={printFirst ? 'quiet' : 'primary'} shortcut="F12" onClick={nextCitizen}>{t('submit.next-citizen')}</Button>;
  return (
    <StepFrame
      title={t('step.submit')} scroll={false} notices={notices}
      actions={<Button shortcut="Esc" onClick={desk}>{t('submit.desk')}</Button>}
      moreActions={printFirst ? next : print}
      primary={printFirst ? print : next}
    >
      <ReceiptPanel
        dossierId={dossier.id} printing={printing}
        lead={<Notice tone="done" title={t('submit.done.title', { number: dossier.number, time })}>{printing.issued === 0 ? t('submit.done.text') : undefined}</Notice>}
      />
    </StepFrame>
  );
}
