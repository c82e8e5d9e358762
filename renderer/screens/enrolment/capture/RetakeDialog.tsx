import { useT } from '../../../app/hooks.ts';
import { Button, Dialog } from '../../../ui/index.ts';
import type { CaptureKind } from './use-capture.ts';

/** Reasons are recorded as their code, which every language can word. */
export const RETAKE_REASONS = {
  'fingerprint-scanner': ['smudged', 'incomplete', 'wrong-finger', 'dry', 'citizen'],
  camera: ['blurred', 'eyes', 'light', 'citizen'],
  'signature-pad': ['incomplete', 'unlike', 'citizen'],
} as const satisfies Record<CaptureKind, readonly string[]>;
export type RetakeReason = (typeof RETAKE_REASONS)[CaptureKind][number];

export type RetakeDialogProps = { readonly kind: CaptureKind; readonly open: boolean; readonly onClose: () => void; readonly onReason: (reason: RetakeReason) => void };

/** One press says why; the attempt is recorded with it and the next one begins. */
export function RetakeDialog({ kind, open, onClose, onReason }: RetakeDialogProps) {
  const t = useT('enrolment');
  return (
    <Dialog open={open} title={t('capture.retake.title')} onClose={onClose}>
      <p className="dialog-text">{t('capture.retake.text')}</p>
      <div className="reasons">
        {RETAKE_REASONS[kind].map((reason, i) => (
          <Button key={reason} autoFocus={i === 0} onClick={() => onReason(reason)}>{t(`capture.retake.${reason}`)}</Button>
        ))}
      </div>
      <div className="dialog-actions"><Button shortcut="Esc" onClick={onClose}>{t('capture.keep')}</Button></div>
    </Dialog>
  );
}
