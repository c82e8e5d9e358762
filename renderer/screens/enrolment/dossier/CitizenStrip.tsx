import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { StepTimer } from '../../procedure/StepTimer.tsx';
import { agesOn } from './age-and-time.ts';

/** Who stands at the counter, on every step: name, number, sex, birth, kind, and how long it has taken. */
export function CitizenStrip({ dossier, timed = true }: { readonly dossier: Dossier; readonly timed?: boolean }) {
  const t = useT('enrolment');
  const { person } = dossier;
  const ages = agesOn(person.birthDate, dossier.openedAt);
  const sex = person.sex === '1' || person.sex === '2' ? person.sex : '0';
  const kind = dossier.kind === null ? undefined : t(`kind.${dossier.kind}`);
  const ageWords = ages === undefined ? undefined : ages.least === ages.most ? t('strip.age', { age: ages.most }) : t('strip.ages', ages);
  return (
    <div className="strip" role="group" aria-label={t('strip.label')}>
      <strong className="strip-name">{person.fullName}</strong>
      <span className="strip-pid">{person.pid}</span>
      <span>{t(`sex.${sex}`)}</span>
      <span>{formatPartialDate(person.birthDate)}</span>
      {kind !== undefined && <span>{kind}{ageWords !== undefined && ` (${ageWords})`}</span>}
      {timed && <StepTimer dossier={dossier} />}
    </div>
  );
}
