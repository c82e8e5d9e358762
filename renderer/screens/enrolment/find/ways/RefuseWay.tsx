import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ReturnReason } from '../../../../../electron/core/dossier/return-reasons.ts';
import { EMPTY_PERSON } from '../../../../../electron/core/person/person.ts';
import { reasonsAt } from '../../../../../electron/core/procedure/reasons.ts';
import { useCall, useStore, useT } from '../../../../app/hooks.ts';
import { Field } from '../../../../ui/index.ts';
import { PersonInput } from './AdjustWay.tsx';
import { typedField } from './person-input.ts';
import { RepresentativePart, useRepresentative } from './RepresentativePart.tsx';
import { groundFor, showReception, type WayProps } from './way.ts';
import { WayFrame } from './WayFrame.tsx';

const REASONS = reasonsAt('reception').map(({ code }) => code);
const WHO = ['fullName', 'birthDate', 'sex', 'residence'] as const;

/** A refusal is given in writing with its reason: CC03. Somebody whom the database doesn't know is named by hand. */
export function RefuseWay({ lookup, index, kind, onBack }: WayProps) {
  const t = useT('forms');
  const words = useT('enrolment');
  const reasonWords = useT('reasons');
  const store = useStore();
  const send = useCall(store['reception.refuse']);
  const known = lookup.people[index];
  const [who, setWho] = useState({ fullName: '', birthDate: '', sex: '', residence: '' });
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([]);
  const [text, setText] = useState('');
  const birthDate = known?.birthDate ?? typedField('birthDate', who.birthDate);
  const named = known !== undefined || (typedField('fullName', who.fullName) !== undefined && birthDate !== undefined && who.sex !== '');
  const about = known ?? { ...EMPTY_PERSON, birthDate: birthDate ?? '' };
  const representative = useRepresentative(about);
  const confirm = async (): Promise<void> => {
    const person = known !== undefined ? null : { ...EMPTY_PERSON, ...who, fullName: who.fullName.normalize('NFC').trim().toLocaleUpperCase('vi'), birthDate: birthDate ?? '' };
    const reply = await send.run({
      about: { of: 'lookup', lookupId: lookup.lookupId, index: known === undefined ? 0 : index }, person, kind, ground: groundFor(kind, birthDate ?? ''), reasons: [...reasons], text: text.normalize('NFC').trim(), representation: representative.value,
    });
    if (reply.ok) showReception(reply.value.id);
  };
  const toggle = (reason: ReturnReason, on: boolean): void => setReasons(REASONS.filter((one) => (one === reason ? on : reasons.includes(one))));
  return (
    <WayFrame
      title={t('refuse.title', { name: known?.fullName ?? '' })} text={t('refuse.text')} confirm={t('refuse.confirm')} enabled={named && reasons.length > 0 && representative.ready} busy={send.busy} error={send.error}
      onConfirm={() => void confirm()} onBack={onBack} side={<RepresentativePart of={representative} person={about} />}
    >
      {known === undefined && <div className="way-fields">{WHO.map((field) => <PersonInput key={field} field={field} text={who[field]} label={words(`field.${field}`)} onText={(value) => setWho({ ...who, [field]: value })} />)}</div>}
      <fieldset className="way-reasons">
        <legend>{t('refuse.reasons')}</legend>
        {REASONS.map((reason) => <Checkbox key={reason} label={`${reason} · ${reasonWords(reason)}`} checked={reasons.includes(reason)} onChange={(event) => toggle(reason, event.currentTarget.checked)} />)}
      </fieldset>
      <div className="way-evidence"><Field label={t('refuse.explained')} hint={t('refuse.explained.hint')} value={text} maxLength={1000} onChange={setText} /></div>
    </WayFrame>
  );
}
