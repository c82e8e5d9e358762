import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { WireError } from '../../../../electron/core/errors/app-error.ts';
import { isEditable } from '../../../../electron/core/dossier/lifecycle.ts';
import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { ErrorNotice, Notice } from '../../../ui/index.ts';
import { ReturnedAdvice } from '../../procedure/ReturnedAdvice.tsx';
import type { OpenDossier } from './open-dossier.ts';

export type DossierNoticesProps = { readonly dossier: Dossier; readonly error: WireError | undefined; readonly reloaded: boolean; readonly open: OpenDossier };

/** What stands above every step: the chief's reason for a return, a failed save, a change made elsewhere. */
export function DossierNotices({ dossier, error, reloaded, open }: DossierNoticesProps) {
  const t = useT('enrolment');
  const reasons = useT('reasons');
  const { returned } = dossier;
  const ok = { label: t('reloaded.ok'), run: () => open.dismiss() };
  return (
    <>
      {returned !== null && isEditable(dossier.state) && (
        <Notice tone="look" title={t('returned.title', { at: formatDateTime(returned.at), reason: reasons(returned.reason) })}>{returned.text}<ReturnedAdvice reason={returned.reason} /></Notice>
      )}
      {reloaded && <Notice tone="now" title={t('reloaded')} action={ok} />}
      <ErrorNotice error={error ?? null} action={ok} />
    </>
  );
}
