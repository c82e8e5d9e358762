import { useState } from 'react';
import type { Person, PersonField } from '../../../../electron/core/person/person.ts';
import { useT } from '../../../app/hooks.ts';
import { ConvertedNotice } from '../ConvertedNotice.tsx';
import { usePastedText } from '../use-pasted-text.ts';
import { compare, isLocked, isLong, settledValue, shownValue, type Comparison } from './person-value.ts';

const SHAPE: Readonly<Record<Comparison, string>> = { same: '●', differs: '▲', added: '+' };

export type PersonRowProps = {
  readonly field: PersonField;
  readonly database: Person;
  readonly entered: Person;
  readonly onSave: (field: PersonField, value: string) => Promise<boolean>;
  /** The field that can't be saved yet, `null` once it can. */
  readonly onInvalid: (element: HTMLElement | null) => void;
};

/** One item: what the database says, what the dossier says, and whether they agree. */
export function PersonRow({ field, database, entered, onSave, onInvalid }: PersonRowProps) {
  const t = useT('enrolment');
  const state = compare(database, entered, field);
  const worded = (value: string): string => {
    if (value === '') return t('empty');
    return field === 'sex' && (value === '0' || value === '1' || value === '2') ? t(`sex.${value}`) : shownValue(field, value);
  };
  return (
    <tr className={`compare-${state}`}>
      <th scope="row">{t(`field.${field}`)}</th>
      <td className={database[field] === '' ? 'compare-empty' : ''}>{worded(database[field])}</td>
      <td><Entry field={field} value={entered[field]} onSave={onSave} onInvalid={onInvalid} /></td>
      <td className="compare-state">
        {(state !== 'same' || entered[field] !== '') && <span className={`compare-mark tone-${state === 'differs' ? 'look' : state === 'added' ? 'now' : 'done'}`}><span aria-hidden="true">{SHAPE[state]} </span>{t(`check.${state}`)}</span>}
        {state === 'differs' && !isLocked(field) && (
          <button type="button" className="link" onClick={() => void onSave(field, database[field])}>{t('check.take-database')}</button>
        )}
      </td>
    </tr>
  );
}

type EntryProps = { readonly field: PersonField; readonly value: string } & Pick<PersonRowProps, 'onSave' | 'onInvalid'>;

function Entry({ field, value, onSave, onInvalid }: EntryProps) {
  const t = useT('enrolment');
  const [typed, setTyped] = useState(shownValue(field, value));
  const [bad, setBad] = useState(false);
  const [known, setKnown] = useState(value);
  const pasted = usePastedText();
  if (known !== value) {
    setKnown(value);
    setTyped(shownValue(field, value));
  }
  const label = t('check.edit', { field: t(`field.${field}`) });
  if (isLocked(field)) return <span className="compare-locked" title={t('check.locked')}>{value}</span>;
  if (field === 'sex') {
    return (
      <select className="cell" aria-label={label} value={value} onChange={(event) => void onSave(field, event.currentTarget.value)}>
        {(['0', '1', '2'] as const).map((code) => <option key={code} value={code}>{t(`sex.${code}`)}</option>)}
      </select>
    );
  }
  const keep = (text: string): boolean => {
    const settled = settledValue(field, text);
    setBad(settled === undefined);
    if (settled === undefined) return false;
    setTyped(shownValue(field, settled));
    if (settled !== value) void onSave(field, settled);
    return true;
  };
  const leave = (element: HTMLInputElement | HTMLTextAreaElement): void => onInvalid(keep(element.value) ? null : element);
  const type = (text: string): void => setTyped(pasted.settle(text));
  const shared = { className: 'cell', 'aria-label': label, 'aria-invalid': bad, value: typed, maxLength: 300, autoComplete: 'off', spellCheck: false, onPaste: pasted.onPaste };
  return (
    <>
      {isLong(field)
        ? (
          <textarea
            {...shared} rows={1} onChange={(event) => type(event.currentTarget.value)} onBlur={(event) => leave(event.currentTarget)}
            onKeyDown={(event) => {
              // An address is one line that wraps; Enter during composition belongs to the input method.
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.blur();
            }}
          />
        )
        : <input {...shared} onChange={(event) => type(event.currentTarget.value)} onBlur={(event) => leave(event.currentTarget)} />}
      <ConvertedNotice of={pasted} onUndo={keep} inCell />
      {bad && <span className="cell-error" role="alert">{t('check.bad-date')}</span>}
    </>
  );
}
