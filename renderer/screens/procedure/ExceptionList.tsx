import type { Dossier } from '../../../electron/contract/dossier.ts';
import { FINGERS } from '../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../electron/core/time/format.ts';
import { useT } from '../../app/hooks.ts';

type Exceptions = Pick<Dossier, 'exceptions' | 'findings' | 'missingFingers'>;

/** What is out of the ordinary and why, and whether the chief has signed for it. Renders nothing where nothing is. */
export function ExceptionList({ dossier }: { readonly dossier: Exceptions }) {
  const t = useT('procedure');
  if (dossier.exceptions.length === 0) return null;
  return (
    <section className="exceptions" aria-label={t('exceptions.list')}>
      <h2 className="side-heading">{t('exceptions.list')}</h2>
      <ul>{dossier.exceptions.map(({ what, countersignedBy, countersignedAt }) => (
        <li key={what}>
          <ExceptionWords what={what} dossier={dossier} />
          {countersignedAt !== null && <p className="tone-done">✓ {t('exceptions.signed', { by: countersignedBy, at: formatTime(countersignedAt) })}</p>}
        </li>
      ))}</ul>
    </section>
  );
}

function ExceptionWords({ what, dossier }: { readonly what: string; readonly dossier: Exceptions }) {
  const t = useT('procedure');
  const words = useT('enrolment');
  const sentences = useT('findings');
  const finger = FINGERS.find((one) => what === `missing-finger:${one}`);
  if (finger !== undefined) {
    const missing = dossier.missingFingers.find((one) => one.finger === finger);
    return (
      <p>
        <span className="tone-look" aria-hidden="true">▲ </span>{t('exceptions.missing-finger', { finger: words(`slot.${finger}`).toLocaleLowerCase('vi') })}
        {missing !== undefined && <> · {words(`missing.reason.${missing.reason}`)}, {words(missing.permanent ? 'missing.permanent' : 'missing.temporary').toLocaleLowerCase('vi')}{missing.note !== '' && ` (${missing.note})`}</>}
      </p>
    );
  }
  const finding = dossier.findings.find(({ code }) => what === `finding:${code}`);
  if (finding === undefined) return <p>{what}</p>;
  return (
    <>
      <p><span className="tone-look" aria-hidden="true">▲ </span>{t('exceptions.finding', { finding: sentences(finding.code, finding.detail) })}</p>
      {finding.passed !== null && <p className="muted">{t('exceptions.reason', finding.passed)}</p>}
    </>
  );
}
