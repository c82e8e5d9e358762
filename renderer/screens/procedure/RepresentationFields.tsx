import { RELATIONS, REPRESENTATION_PROOFS, type Representation } from '../../../electron/contract/procedure-facts.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import { useT } from '../../app/hooks.ts';
import { Choice, Field } from '../../ui/index.ts';
import { PastedField } from '../enrolment/PastedField.tsx';

/** Mother or father are likely, and the database has named them already. */
export const proposedRepresentation = ({ motherName, phone }: Pick<Person, 'motherName' | 'phone'>): Representation => ({
  name: motherName, pid: '', relation: 'mother', proof: motherName === '' ? 'none' : 'population-database', proofNumber: '', phone,
});
const isBadPid = ({ pid }: Representation): boolean => pid !== '' && !/^\d{12}$/.test(pid);
export const isRepresentationReady = (entry: Representation): boolean => entry.name.trim() !== '' && !isBadPid(entry);
export const settledRepresentation = (entry: Representation): Representation => ({ ...entry, name: entry.name.normalize('NFC').trim() });

type Props = { readonly entry: Representation; readonly parents: Pick<Person, 'fatherName' | 'motherName'>; readonly autoFocus?: boolean; readonly onChange: (entry: Representation) => void };

/** Who speaks for a citizen, how they are related, and what shows that they may. */
export function RepresentationFields({ entry, parents: { fatherName, motherName }, autoFocus = false, onChange }: Props) {
  const t = useT('procedure');
  const put = (part: Partial<Representation>): void => onChange({ ...entry, ...part });
  /** The name follows the relation as long as it is one of the parents' that the database gave. */
  const setRelation = (relation: Representation['relation']): void => {
    const known = relation === 'father' ? fatherName : relation === 'mother' ? motherName : '';
    const isProposal = entry.name === '' || entry.name === fatherName || entry.name === motherName;
    put({ relation, ...(isProposal ? { name: known, proof: known === '' ? 'none' : 'population-database' } : {}) });
  };
  return (
    <>
      <div className="form-pair">
        <Choice autoFocus={autoFocus} label={t('representation.relation')} value={entry.relation} onChange={setRelation} options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))} />
        <PastedField label={t('representation.name')} value={entry.name} uppercase maxLength={300} onChange={(name) => put({ name })} />
      </div>
      <div className="form-pair">
        <Field label={t('representation.pid')} value={entry.pid} inputMode="numeric" maxLength={12} error={isBadPid(entry) ? t('representation.pid.bad') : null} onChange={(pid) => put({ pid })} />
        <Field label={t('representation.phone')} value={entry.phone} inputMode="numeric" maxLength={20} onChange={(phone) => put({ phone })} />
      </div>
      <div className="form-pair">
        <Choice label={t('representation.proof')} value={entry.proof} onChange={(proof) => put({ proof })} options={REPRESENTATION_PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))} />
        <Field label={t('representation.proofNumber')} value={entry.proofNumber} maxLength={60} onChange={(proofNumber) => put({ proofNumber })} />
      </div>
    </>
  );
}
