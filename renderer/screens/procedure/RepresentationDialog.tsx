import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { RELATIONS, REPRESENTATION_PROOFS, type Representation } from '../../../electron/contract/procedure-facts.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice, Field } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';

export type RepresentationDialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly dossier: Dossier; readonly open: OpenDossier };

/** Who speaks and signs for the citizen, and what shows that they may. */
export function RepresentationDialog(props: RepresentationDialogProps) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('representation.title')} onClose={props.onClose} size="medium"><RepresentationForm {...props} /></Dialog>;
}

/** Mother or father are likely, and the database has named them already. */
const proposed = ({ representation, person }: Dossier): Representation => representation ?? {
  name: person.motherName, pid: '', relation: 'mother', proof: person.motherName === '' ? 'none' : 'population-database', proofNumber: '', phone: person.phone,
};

function RepresentationForm({ onClose, dossier, open }: RepresentationDialogProps) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const [entry, setEntry] = useState(() => proposed(dossier));
  const put = (part: Partial<Representation>): void => setEntry({ ...entry, ...part });
  /** The name follows the relation as long as it is one of the parents' that the database gave. */
  const setRelation = (relation: Representation['relation']): void => {
    const { fatherName, motherName } = dossier.person;
    const known = relation === 'father' ? fatherName : relation === 'mother' ? motherName : '';
    const isProposal = entry.name === '' || entry.name === fatherName || entry.name === motherName;
    put({ relation, ...(isProposal ? { name: known, proof: known === '' ? 'none' : 'population-database' } : {}) });
  };
  const badPid = entry.pid !== '' && !/^\d{12}$/.test(entry.pid);
  const ready = entry.name.trim() !== '' && !badPid;
  const send = async (representation: Representation | null): Promise<void> => {
    if (await open.change((store, { id, version }) => store['dossier.set-representation']({ id, version, representation }))) onClose();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (ready) void send({ ...entry, name: entry.name.normalize('NFC').trim() }); }}>
      <p className="muted">{t('representation.text')}</p>
      <ErrorNotice error={error} />
      <div className="form-pair">
        <Choice autoFocus label={t('representation.relation')} value={entry.relation} onChange={setRelation} options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))} />
        <Field label={t('representation.name')} value={entry.name} uppercase maxLength={300} onChange={(name) => put({ name })} />
      </div>
      <div className="form-pair">
        <Field label={t('representation.pid')} value={entry.pid} inputMode="numeric" maxLength={12} error={badPid ? t('representation.pid.bad') : null} onChange={(pid) => put({ pid })} />
        <Field label={t('representation.phone')} value={entry.phone} inputMode="numeric" maxLength={20} onChange={(phone) => put({ phone })} />
      </div>
      <div className="form-pair">
        <Choice label={t('representation.proof')} value={entry.proof} onChange={(proof) => put({ proof })} options={REPRESENTATION_PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))} />
        <Field label={t('representation.proofNumber')} value={entry.proofNumber} maxLength={60} onChange={(proofNumber) => put({ proofNumber })} />
      </div>
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        {dossier.representation !== null && <Button onClick={() => void send(null)}>{t('representation.remove')}</Button>}
        <Button kind="primary" submit disabled={!ready}>{t('representation.save')}</Button>
      </div>
    </form>
  );
}
