import type { Dossier } from '../../../electron/contract/dossier.ts';
import { RETURN_REASONS } from '../../../electron/core/dossier/return-reasons.ts';
import { CENTRE_REASONS } from '../../../electron/core/outbox/centre-reasons.ts';
import { formatDateTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../app/hooks.ts';
import { Notice } from '../../ui/index.ts';
import { ReturnedAdvice } from '../procedure/ReturnedAdvice.tsx';

/** What became of the dossier so far: waiting, returned and why, sealed, the centre's answer. */
export function Outcome({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('review');
  const reasons = useT('reasons');
  const { centre, returned, seal, state, submittedAt } = dossier;
  const known = [...RETURN_REASONS, ...CENTRE_REASONS].find((r) => r === centre?.reason);
  return (
    <>
      {state === 'submitted' && submittedAt !== null && <Notice tone="now" title={t('view.waiting', { at: formatDateTime(submittedAt) })} />}
      {state === 'returned' && returned !== null && (
        <Notice tone="look" title={t('view.returned.title', { by: returned.by, at: formatDateTime(returned.at) })}>
          <p><strong>{returned.reason} · {reasons(returned.reason)}</strong></p>
          {returned.text !== '' && <p>{returned.text}</p>}
          <ReturnedAdvice reason={returned.reason} />
        </Notice>
      )}
      {state === 'withdrawn' && <Notice tone="look" title={t('view.withdrawn')} />}
      {centre?.outcome === 'accepted' && <Notice tone="done" title={t('view.accepted.title', { at: formatDateTime(centre.at) })}>{t('view.accepted.text', { reference: centre.reference })}</Notice>}
      {centre?.outcome === 'rejected' && (
        <Notice tone="stop" title={t('view.rejected.title', { at: formatDateTime(centre.at) })} code={centre.reason}>
          <p>{t('view.rejected.text', { reason: known === undefined ? centre.reason : reasons(known) })}</p>
          <ReturnedAdvice reason={centre.reason} />
        </Notice>
      )}
      {seal !== null && centre === null && (
        <Notice tone="now" title={t('view.sealed', { at: formatDateTime(seal.at) })}>
          <span className="code">{t('view.sealed.text', { hash: `${seal.sha256.slice(0, 16)}…`, kilobytes: Math.ceil(seal.bytes / 1024) })}</span>
        </Notice>
      )}
    </>
  );
}
