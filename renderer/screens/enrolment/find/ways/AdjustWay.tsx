import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { PERSON_FIELDS, type PersonField } from '../../../../../electron/core/person/person.ts';
import { useCall, useStore, useT } from '../../../../app/hooks.ts';
import { Choice, Field } from '../../../../ui/index.ts';
import { shownValue } from '../../check/person-value.ts';
import { PastedField } from '../../PastedField.tsx';
import { shownField, typedField } from './person-input.ts';
import { RepresentativePart, useRepresentative } from './RepresentativePart.tsx';
import { groundFor, showReception, type WayProps } from './way.ts';
import { WayFrame } from './WayFrame.tsx';

/** The number is who the person is: it is re-established by another procedure. */
const CORRECTABLE = PERSON_FIELDS.filter((field) => field !== 'pid');

/** What is wrong in the population database, ticked and put right: a DC02 goes there and the reception waits. */
export function AdjustWay({ lookup, index, kind, onBack }: WayProps) {
  const t = useT('forms');
  const store = useStore();
  const send = useCall(store['reception.adjust']);
  const person = lookup.people[index]!;
  const [typed, setTyped] = useState<Partial<Record<PersonField, string | undefined>>>({});
  const [evidence, setEvidence] = useState('');
  const representative = useRepresentative(person);
  const set = (field: PersonField, text: string | undefined): void => setTyped((before) => ({ ...before, [field]: text }));
  const ticked = CORRECTABLE.filter((field) => typed[field] !== undefined);
  const corrections = ticked.flatMap((field) => {
    const value = typedField(field, typed[field] ?? '');
    return value === undefined || value === person[field] ? [] : [{ field, value }];
  });
  const enabled = ticked.length > 0 && corrections.length === ticked.length && evidence.trim() !== '' && representative.ready;
  const confirm = async (): Promise<void> => {
    const reply = await send.run({ about: { of: 'lookup', lookupId: lookup.lookupId, index }, kind, ground: groundFor(kind, person.birthDate), corrections, evidence: evidence.normalize('NFC').trim(), representation: representative.value });
    if (reply.ok) showReception(reply.value.id);
  };
  return (
    <WayFrame
      title={t('adjust.title', { name: person.fullName })} text={t('adjust.text')} confirm={t('adjust.confirm')} enabled={enabled} busy={send.busy} error={send.error} onConfirm={() => void confirm()} onBack={onBack}
      side={<><Field label={t('evidence')} hint={t('evidence.hint')} value={evidence} maxLength={500} onChange={setEvidence} /><RepresentativePart of={representative} person={person} /></>}
    >
      <table className="rows way-wrong">
        <thead><tr><th scope="col">{t('adjust.col.field')}</th><th scope="col">{t('adjust.col.database')}</th><th scope="col">{t('adjust.col.right')}</th></tr></thead>
        <tbody>
          {CORRECTABLE.map((field) => <Line key={field} field={field} database={person[field]} text={typed[field]} onText={(text) => set(field, text)} />)}
        </tbody>
      </table>
    </WayFrame>
  );
}

type LineProps = { readonly field: PersonField; readonly database: string; /** `undefined`: the database is right. */ readonly text: string | undefined; readonly onText: (text: string | undefined) => void };

function Line({ field, database, text, onText }: LineProps) {
  const t = useT('forms');
  const words = useT('enrolment');
  const name = words(`field.${field}`);
  return (
    <tr>
      <th scope="row"><Checkbox label={name} checked={text !== undefined} onChange={(event) => onText(event.currentTarget.checked ? shownField(field, database) : undefined)} /></th>
      <td>{(field === 'sex' && (database === '1' || database === '2') ? words(`sex.${database}`) : shownValue(field, database)) || words('empty')}</td>
      <td>{text !== undefined && <PersonInput field={field} text={text} label={t('adjust.right', { field: name })} labelHidden onText={onText} />}</td>
    </tr>
  );
}

type PersonInputProps = { readonly field: PersonField; readonly text: string; readonly label: string; readonly labelHidden?: boolean; readonly onText: (text: string) => void };

/** One field of a person as people write it. */
export function PersonInput({ field, text, label, labelHidden = false, onText }: PersonInputProps) {
  const t = useT('forms');
  const words = useT('enrolment');
  if (field === 'sex') return <Choice label={label} value={text === '1' || text === '2' ? text : ''} onChange={onText} placeholder={words('sex.0')} options={(['1', '2'] as const).map((value) => ({ value, label: words(`sex.${value}`) }))} />;
  const bad = text !== '' && typedField(field, text) === undefined;
  return <PastedField label={label} labelHidden={labelHidden} value={text} maxLength={300} onChange={onText} {...(field === 'birthDate' ? { placeholder: 'dd/MM/yyyy' } : {})} error={bad ? t('bad-field') : null} />;
}
