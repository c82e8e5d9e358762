import { useT } from '../../../../app/hooks.ts';
import { Button, Dialog } from '../../../../ui/index.ts';

/** Why a portrait is taken that failed a criterion. Recorded as its code. Source of the kinds: TR-03121 (OK for an obvious reason, OK without). */
const REASONS = { obvious: ['disability', 'child', 'dress'], 'not-obvious': ['wrong-check', 'best-possible'] } as const;
export const OVERRIDE_REASONS = [...REASONS.obvious, ...REASONS['not-obvious']] as const;
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
      {(['obvious', 'not-obvious'] as const).map((kind) => (
        <section key={kind} aria-label={t(`override.kind.${kind}`)}>
          <h3 className="side-heading">{t(`override.kind.${kind}`)}</h3>
          <div className="reasons">
            {REASONS[kind].map((reason) => <Button key={reason} autoFocus={reason === 'disability'} onClick={() => onReason(overrideCode(reason))}>{t(`override.${reason}`)}</Button>)}
          </div>
        </section>
      ))}
      <div className="dialog-actions"><Button shortcut="Esc" onClick={onClose}>{t('override.back')}</Button></div>
    </Dialog>
  );
}
