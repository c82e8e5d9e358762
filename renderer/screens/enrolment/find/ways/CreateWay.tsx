import { useState } from 'react';
import { EMPTY_PERSON, type Person, type PersonField } from '../../../../../electron/core/person/person.ts';
import { useCall, useStore, useT } from '../../../../app/hooks.ts';
import { Field } from '../../../../ui/index.ts';
import { PersonInput } from './AdjustWay.tsx';
import { DECLARED, badFields, typedField } from './person-input.ts';
import { RepresentativePart, useRepresentative } from './RepresentativePart.tsx';
import { groundFor, showReception, type WayProps } from './way.ts';
import { WayFrame } from './WayFrame.tsx';

/** The database doesn't know the citizen: everything is declared from papers (DC01), and the reception waits for it to be collected. */
export function CreateWay({ lookup, kind, onBack, known }: WayProps & { /** What was typed into the search already. */ readonly known: Partial<Person> }) {
  const t = useT('forms');
  const words = useT('enrolment');
  const store = useStore();
  const send = useCall(store['reception.create']);
  const [person, setPerson] = useState<Person>({ ...EMPTY_PERSON, nationality: 'Việt Nam', ...known });
  const [evidence, setEvidence] = useState('');
  const representative = useRepresentative({ ...person, birthDate: typedField('birthDate', person.birthDate) ?? '' });
  const set = (field: PersonField, text: string): void => setPerson((before) => ({ ...before, [field]: text }));
  const enabled = badFields(person).length === 0 && person.sex !== '' && evidence.trim() !== '' && representative.ready;
  const confirm = async (): Promise<void> => {
    const kept = Object.fromEntries(DECLARED.map((field) => [field, typedField(field, person[field]) ?? ''])) as Person;
    const reply = await send.run({ lookupId: lookup.lookupId, kind, ground: groundFor(kind, kept.birthDate), person: { ...person, ...kept, fullName: kept.fullName.toLocaleUpperCase('vi') }, evidence: evidence.normalize('NFC').trim(), representation: representative.value });
    if (reply.ok) showReception(reply.value.id);
  };
  return (
    <WayFrame
      title={t('create.title')} text={t('create.text')} confirm={t('create.confirm')} enabled={enabled} busy={send.busy} error={send.error} onConfirm={() => void confirm()} onBack={onBack}
      side={<><Field label={t('evidence')} hint={t('evidence.hint')} value={evidence} maxLength={500} onChange={setEvidence} /><RepresentativePart of={representative} person={person} /></>}
    >
      <div className="way-fields">{DECLARED.map((field) => <PersonInput key={field} field={field} text={person[field]} label={words(`field.${field}`)} onText={(text) => set(field, text)} />)}</div>
    </WayFrame>
  );
}
