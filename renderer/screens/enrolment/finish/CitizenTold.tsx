import type { CitizenDesk } from '../../../../electron/contract/citizen-screen.ts';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { useT } from '../../../app/hooks.ts';
import { Notice } from '../../../ui/index.ts';

export type CitizenToldProps = { readonly desk: CitizenDesk | null; readonly dossier: Dossier; readonly onCorrect: () => void };

/** What comes back from the citizen's own screen: that they read, what they touched as wrong. Silent while no such window is open. */
export function CitizenTold({ desk, dossier, onCorrect }: CitizenToldProps) {
  const t = useT('enrolment');
  const words = useT('citizen');
  if (desk === null || desk.windows === 0 || desk.dossierId !== dossier.id || dossier.citizenConfirmedAt !== null) return null;
  if (desk.wrong.length === 0) return <Notice tone="now" title={t('citizen.reading', { language: words(`language.${desk.locale}`) })} />;
  const fields = desk.wrong.map((field) => t(`field.${field}`)).join(', ');
  return (
    <Notice tone="look" title={t('citizen.says-wrong', { fields })} action={{ label: t('citizen.correct'), run: onCorrect }}>
      {t('citizen.says-wrong.text')}
    </Notice>
  );
}
