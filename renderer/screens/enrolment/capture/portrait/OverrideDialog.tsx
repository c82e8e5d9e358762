import { useT } from '../../../../app/hooks.ts';
import { Button, Dialog } from '../../../../ui/index.ts';

/** Why a portrait is taken that failed a criterion. Recorded as its code. Source of the kinds: TR-03121 (OK for an obvious reason, OK without). */
export const OVERRIDE_REASONS = ['disability', 'child', 'dress', 'wrong-check', 'best-possible'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
const PREFIX = 'override-';
export const overrideCode = (reason: OverrideReason): string => `${PREFIX}${reason}`;
export const overrideOf = (code: string): OverrideReason | undefined => OVERRIDE_REASONS.find((reason) => overrideCode(reason) === code);

type Props = { readonly open: boolean; readonly onClose: () => void; readonly onReason: (code: string) => void };

export function OverrideDialog({ open, onClose, onReason }: Props) {
  const t = useT('portrait');
  return (
    <Dialog open={open} title={t('override.title')} onClose={onClose}>
      <p className="dialog-text">{t('override.text')}</p>
      <div className="reasons">
        {OVERRIDE_REASONS.map((reason, i) => <Button key={reason} autoFocus={i === 0} onClick={() => onReason(overrideCode(reason))}>{t(`override.${reason}`)}</Button>)}
      </div>
      <div className="dialog-actions"><Button shortcut="Esc" onClick={onClose}>{t('override.back')}</Button></div>
    </Dialog>
  );
}
