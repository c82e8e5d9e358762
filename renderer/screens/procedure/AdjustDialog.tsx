import type { Dossier } from '../../../electron/contract/dossier.ts';
import { wrongFields } from '../../../electron/core/procedure/assess-dossier.ts';
import { suggestedGround } from '../../../electron/core/procedure/suggest-ground.ts';
import { navigate, useCall, useStore, useT } from '../../app/hooks.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { shownValue } from '../enrolment/check/person-value.ts';

export type ReceptionDialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly dossier: Dossier };

/** Kind and ground as the reception keeps them; a dossier without them gets the likeliest. */
export function forWhat({ kind, ground, person, receivedOn }: Dossier) {
  const known = kind ?? 'exchange';
  return { kind: known, ground: ground ?? suggestedGround(known, person.birthDate, receivedOn) ?? 'on-request' } as const;
}

/** Wrong data are corrected in the database first: this draft ends, the citizen is called when the record is right. */
export function AdjustDialog({ opened, onClose, dossier }: ReceptionDialogProps) {
  const t = useT('procedure');
  const words = useT('enrolment');
  const store = useStore();
  const adjusting = useCall(store['reception.adjust']);
  const wrong = wrongFields(dossier.databasePerson, dossier.person);
  const send = async (evidence: string): Promise<void> => {
    const reply = await adjusting.run({
      about: { of: 'dossier', id: dossier.id, version: dossier.version }, ...forWhat(dossier), evidence,
      corrections: wrong.map((field) => ({ field, value: dossier.person[field] })), representation: dossier.representation,
    });
    if (reply.ok) navigate({ name: 'reception', receptionId: reply.value.id });
  };
  return (
    <ReasonDialog open={opened} title={t('adjust.title')} label={t('adjust.evidence')} confirm={t('adjust.confirm')} error={adjusting.error} onClose={onClose} onReason={(evidence) => void send(evidence)}>
      <p>{t('adjust.text')}</p>
      <table className="rows">
        <thead><tr><th scope="col">{words('check.column.field')}</th><th scope="col">{words('check.column.database')}</th><th scope="col">{t('adjust.right')}</th></tr></thead>
        <tbody>{wrong.map((field) => (
          <tr key={field}><th scope="row">{words(`field.${field}`)}</th><td>{shownValue(field, dossier.databasePerson[field])}</td><td><strong>{shownValue(field, dossier.person[field])}</strong></td></tr>
        ))}</tbody>
      </table>
    </ReasonDialog>
  );
}
