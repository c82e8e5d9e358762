import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { useT } from '../../../app/hooks.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';

/** The fingers recorded as missing, with reason and whether for good; `open` absent = only to read. */
export function MissingFingers({ dossier, open }: { readonly dossier: Dossier; readonly open?: OpenDossier }) {
  const t = useT('enrolment');
  if (dossier.missingFingers.length === 0) return null;
  return (
    <section className="missing" aria-label={t('missing.list')}>
      <h2 className="side-heading">{t('missing.list')}</h2>
      <ul>
        {dossier.missingFingers.map(({ finger, reason, permanent, note }) => (
          <li key={finger}>
            <span><span aria-hidden="true">✕ </span>{t(`slot.${finger}`)}: {t(`missing.reason.${reason}`)}, {t(permanent ? 'missing.permanent' : 'missing.temporary').toLocaleLowerCase('vi')}{note !== '' && ` (${note})`}</span>
            {open !== undefined && (
              <button
                type="button" className="link" aria-label={t('missing.clear', { finger: t(`slot.${finger}`) })}
                onClick={() => void open.change((store, { id, version }) => store['dossier.clear-missing-finger']({ id, version, finger }))}
              >{t('documents.remove')}</button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
