import { useState } from 'react';
import { differingFields } from '../../../../electron/core/person/person.ts';
import { BusyButton } from '../../../app/BusyButton.tsx';
import { useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Notice, StepFrame } from '../../../ui/index.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { StaleForms } from '../../forms/StaleForms.tsx';
import { ImageStrip } from '../../review/images/ImageStrip.tsx';
import { PapersTable } from '../documents/PapersTable.tsx';
import { ExceptionList } from '../../procedure/ExceptionList.tsx';
import { FeePane } from '../../procedure/FeePane.tsx';
import { shownValue } from '../check/person-value.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { GapList } from './GapList.tsx';

/** Step 7: everything at a glance, what is lacking with the way there, then submit. */
export function SubmitStep({ dossier, open, notices, saved, goTo, back }: StepProps) {
  const t = useT('enrolment');
  const [showsForms, setShowsForms] = useState(false);
  const forms = useT('forms');
  const ready = dossier.gaps.length === 0;
  const differing = differingFields(dossier.databasePerson, dossier.person);
  const submit = (): void => {
    if (!open.busy.get()) void open.change((store, { id, version }) => store['dossier.submit']({ id, version }));
  };
  useShortcuts([{ key: 'F12', run: submit, enabled: ready }, { key: 'F8', run: () => setShowsForms(true) }, { key: 'Escape', run: back }]);
  return (
    <StepFrame
      title={t('submit.title')} aside={saved}
      notices={<>
        {notices}
        <StaleForms dossier={dossier} looking={showsForms} onShow={() => setShowsForms(true)} />
        {ready ? <Notice tone="done" title={t('submit.ready')} />
          : <Notice tone="look" title={t('submit.gaps', { count: dossier.gaps.length })}><GapList gaps={dossier.gaps} steps={dossier.steps} goTo={goTo} /></Notice>}
      </>}
      actions={<><Button shortcut="Esc" onClick={back}>{t('back')}</Button><Button shortcut="F8" onClick={() => setShowsForms(true)}>{forms('show')}</Button></>}
      primary={<BusyButton during={open.busy} kind="primary" shortcut="F12" disabled={!ready} onClick={submit}>{t('submit.action')}</BusyButton>}
    >
      <div className="summary">
        <section className="summary-images" aria-label={t('submit.images')}>
          <h2 className="side-heading">{t('submit.images')}</h2>
          <ImageStrip dossier={dossier} />
        </section>
        <section className="summary-words">
          <FeePane dossier={dossier} open={open} as="officer" mayWaive />
          <ExceptionList dossier={dossier} />
          <h2 className="side-heading">{t('submit.differences')}</h2>
          {differing.length === 0 ? <p>● {t('check.no-differences')}</p> : (
            <table className="rows">
              <thead><tr><th scope="col">{t('check.column.field')}</th><th scope="col">{t('check.column.database')}</th><th scope="col">{t('check.column.entered')}</th></tr></thead>
              <tbody>
                {differing.map((field) => (
                  <tr key={field}><th scope="row">{t(`field.${field}`)}</th><td>{shownValue(field, dossier.databasePerson[field]) || t('empty')}</td><td>{shownValue(field, dossier.person[field]) || t('empty')}</td></tr>
                ))}
              </tbody>
            </table>
          )}
          <h2 className="side-heading">{t('submit.documents')}</h2>
          <PapersTable dossier={dossier} none={t('submit.nothing')} />
        </section>
      </div>
      <FormDialog opened={showsForms} dossier={dossier} onClose={() => setShowsForms(false)} />
    </StepFrame>
  );
}
