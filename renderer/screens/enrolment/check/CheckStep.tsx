import { useRef } from 'react';
import { PERSON_FIELDS, differingFields, type PersonField } from '../../../../electron/core/person/person.ts';
import { useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, StepFrame } from '../../../ui/index.ts';
import { ProcedureBox } from '../../procedure/ProcedureBox.tsx';
import { DossierFace } from '../last-face/LastFace.tsx';
import type { StepProps } from '../dossier/step-props.ts';
import { PersonRow } from './PersonRow.tsx';

/** Step 1: the database's value beside the dossier's; every change is kept on leaving the field. */
export function CheckStep({ dossier, open, notices, saved, next, back }: StepProps) {
  const t = useT('enrolment');
  const invalid = useRef(new Map<PersonField, HTMLElement>());
  const differing = differingFields(dossier.databasePerson, dossier.person).length;
  const setField = (field: PersonField, value: string): Promise<boolean> =>
    open.change((store, { id, version }) => store['dossier.set-field']({ id, version, field, value }));
  const goOn = (): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const [first] = invalid.current.values();
    if (first === undefined) next();
    else first.focus();
  };
  // A dossier that was opened before the face had come says of a lost card that nobody knows of last biometrics.
  const askAgain = (): void => {
    if (dossier.findings.some(({ code }) => code === 'capture.last-unconfirmed')) void open.load();
  };
  useShortcuts([{ key: 'F12', run: goOn }, { key: 'Enter', run: goOn }, { key: 'Escape', run: back }]);
  return (
    <StepFrame
      title={t('check.title')} notices={notices}
      aside={<><span className={differing > 0 ? 'tone-look' : 'tone-done'}>{differing > 0 ? `▲ ${t('check.differing', { count: differing })}` : `● ${t('check.no-differences')}`}</span>{saved}</>}
      actions={<Button shortcut="Esc" onClick={back}>{t('back')}</Button>}
      primary={<Button kind="primary" shortcut="F12" onClick={goOn}>{t('next')}</Button>}
    >
      <div className="check-head">
        <div><ProcedureBox dossier={dossier} open={open} /></div>
        <DossierFace dossierId={dossier.id} place="check" onAnswer={askAgain} />
      </div>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('check.column.field')}</th><th scope="col">{t('check.column.database')}</th>
            <th scope="col">{t('check.column.entered')}</th><th scope="col">{t('check.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {PERSON_FIELDS.map((field) => (
            <PersonRow
              key={field} field={field} database={dossier.databasePerson} entered={dossier.person} onSave={setField}
              onInvalid={(element) => void (element === null ? invalid.current.delete(field) : invalid.current.set(field, element))}
            />
          ))}
        </tbody>
      </table>
    </StepFrame>
  );
}
