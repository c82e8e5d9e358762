import { PERSON_FIELDS } from '../../../../electron/core/person/person.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import { BusyButton } from '../../../app/BusyButton.tsx';
import { useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Notice, StepFrame } from '../../../ui/index.ts';
import { shownValue } from '../check/person-value.ts';
import { stepAfter } from '../dossier/step-progress.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { useCitizenDesk } from '../dossier/use-citizen-screen.ts';
import { CitizenImage } from './CitizenImage.tsx';
import { CitizenTold } from './CitizenTold.tsx';
import { GapList } from './GapList.tsx';

/** Step 6: the citizen reads everything in large type, without verdicts; the officer records that they agreed. */
export function CitizenCheckStep({ dossier, open, notices, saved, goTo, next, back }: StepProps) {
  const t = useT('enrolment');
  const desk = useCitizenDesk({ phase: 'check', dossierId: dossier.id });
  const { person, citizenConfirmedAt } = dossier;
  const lacking = dossier.gaps.filter((gap) => gap !== 'citizen-check');
  const confirmed = citizenConfirmedAt !== null;
  const confirm = (): void => {
    if (confirmed) next();
    else void open.change((store, { id, version }) => store['dossier.confirm-by-citizen']({ id, version, step: stepAfter(dossier) }));
  };
  const disputed = desk !== null && desk.windows > 0 && desk.dossierId === dossier.id && desk.wrong.length > 0;
  const enabled = confirmed || (lacking.length === 0 && !disputed);
  useShortcuts([{ key: 'F12', run: confirm, enabled }, { key: 'Escape', run: back }]);
  return (
    <StepFrame
      title={t('step.citizen-check')} aside={saved}
      notices={<>
        {notices}
        <CitizenTold desk={desk} dossier={dossier} onCorrect={() => goTo('check')} />
        {confirmed && <Notice tone="done" title={t('citizen.confirmed', { at: formatTime(citizenConfirmedAt) })} />}
        {lacking.length > 0 && <Notice tone="look" title={t('citizen.missing')}><GapList gaps={lacking} steps={dossier.steps} goTo={goTo} /></Notice>}
      </>}
      actions={<Button shortcut="Esc" onClick={back}>{t('back')}</Button>}
      primary={<BusyButton during={open.busy} kind="primary" shortcut="F12" disabled={!enabled} onClick={confirm}>{confirmed ? t('next') : t('citizen.confirm')}</BusyButton>}
    >
      <article className="citizen">
        <div className="citizen-data">
          <h2>{t('citizen.title')}</h2>
          <p className="citizen-words">{t('citizen.text')}</p>
          <dl>
            {PERSON_FIELDS.filter((field) => person[field] !== '').map((field) => (
              <div key={field} className={field === 'fullName' ? 'citizen-name' : ''}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>{field === 'sex' && (person.sex === '1' || person.sex === '2' || person.sex === '0') ? t(`sex.${person.sex}`) : shownValue(field, person[field])}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="citizen-images">
          <CitizenImage dossier={dossier} slot="portrait" label={t('citizen.portrait')} />
          <CitizenImage dossier={dossier} slot="signature" label={t('citizen.signature')} />
        </div>
      </article>
    </StepFrame>
  );
}
