import { useT } from '../../../../app/hooks.ts';
import { Button, Dialog } from '../../../../ui/index.ts';

/** Recorded as their code; every language can word them. */
export const USE_ANYWAY_REASONS = ['no-better', 'seen-right', 'injured', 'old-skin'] as const;
export type UseAnywayReason = (typeof USE_ANYWAY_REASONS)[number];

export type UseAnywayDialogProps = { readonly open: boolean; readonly onClose: () => void; readonly onReason: (reason: UseAnywayReason) => void };

/** The officer uses a picture that the rules would take again: one press says why, and it goes on record. */
export function UseAnywayDialog({ open, onClose, onReason }: UseAnywayDialogProps) {
  const t = useT('enrolment');
  return (
    <Dialog open={open} title={t('capture.use-anyway.title')} onClose={onClose}>
      <p className="dialog-text">{t('capture.use-anyway.text')}</p>
      <div className="reasons">
        {USE_ANYWAY_REASONS.map((reason, n) => <Button key={reason} autoFocus={n === 0} onClick={() => onReason(reason)}>{t(`capture.use-anyway.${reason}`)}</Button>)}
      </div>
      <div className="dialog-actions"><Button shortcut="Esc" onClick={onClose}>{t('back')}</Button></div>
    </Dialog>
  );
}
