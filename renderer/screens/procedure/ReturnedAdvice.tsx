import { RETURN_REASONS } from '../../../electron/core/dossier/return-reasons.ts';
import { REASON_RULES } from '../../../electron/core/procedure/reasons.ts';
import { useT } from '../../app/hooks.ts';

/** What follows from a reason of the catalogue: who moves, whether the citizen comes, and what they are told. Renders nothing for other reasons. */
export function ReturnedAdvice({ reason }: { readonly reason: string }) {
  const t = useT('procedure');
  const reasons = useT('reasons');
  const code = RETURN_REASONS.find((one) => one === reason);
  if (code === undefined) return null;
  const { next, citizenComes } = REASON_RULES[code];
  return (
    <>
      <p>{t('returned.next', { action: t(`next.${next}`) })} {t(citizenComes ? 'returned.comes' : 'returned.stays')}</p>
      <p className="muted">{t('returned.say', { sentence: reasons(`told.${code}`) })}</p>
    </>
  );
}
