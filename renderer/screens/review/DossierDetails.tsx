import type { Dossier } from '../../../electron/contract/dossier.ts';
import { CAPTURE_SLOTS } from '../../../electron/core/dossier/capture-slots.ts';
import { useSession, useT } from '../../app/hooks.ts';
import { AttemptsList } from '../enrolment/capture/AttemptsList.tsx';
import { MissingFingers } from '../enrolment/capture/MissingFingers.tsx';
import { PapersTable } from '../enrolment/documents/PapersTable.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ImageStrip } from './images/ImageStrip.tsx';
import { PersonComparison } from './PersonComparison.tsx';

/** Everything a dossier holds, only to read: data left, images right, what happened below. */
export function DossierDetails({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('review');
  const role = useSession()?.user?.role;
  return (
    <div className="details">
      <div className="details-words">
        <PersonComparison dossier={dossier} />
        <section aria-label={t('section.documents')}>
          <h2 className="section-head">{t('section.documents')}</h2>
          <PapersTable dossier={dossier} none={t('documents.none')} />
        </section>
        <MissingFingers dossier={dossier} />
      </div>
      <div className="details-images">
        {role === 'auditor' ? <p className="muted">{t('images.hidden')}</p> : <ImageStrip dossier={dossier} />}
        <AttemptsList attempts={dossier.attempts} slots={CAPTURE_SLOTS} />
        <HistoryList dossier={dossier} />
      </div>
    </div>
  );
}
