import { useRef, useState, type Ref } from 'react';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Field } from '../../../ui/index.ts';
import { parseBirthDate } from '../find/birth-date-input.ts';
import type { PaperRow } from './paper-rows.ts';

export type PaperWords = { readonly number: string; readonly issuedOn: string; readonly note: string };
export type PaperFieldsProps = { readonly row: PaperRow; readonly numberField: Ref<HTMLInputElement>; readonly onSave: (words: PaperWords) => Promise<boolean> };

const tidy = (text: string): string => text.normalize('NFC').trim();

/** Number, day and note of the chosen paper: kept with Enter and when a field is left, so that nothing typed is lost. */
export function PaperFields({ row, numberField, onSave }: PaperFieldsProps) {
  const t = useT('enrolment');
  const { entry } = row;
  const [typed, setTyped] = useState<PaperWords>({ number: entry?.number ?? '', issuedOn: formatPartialDate(entry?.issuedOn ?? ''), note: entry?.note ?? '' });
  const kept = useRef(JSON.stringify(typed));
  const issuedOn = typed.issuedOn.trim() === '' ? '' : parseBirthDate(typed.issuedOn);
  const save = async (): Promise<void> => {
    const before = kept.current;
    if (issuedOn === undefined || JSON.stringify(typed) === before) return;
    kept.current = JSON.stringify(typed);
    if (!(await onSave({ number: tidy(typed.number), note: tidy(typed.note), issuedOn }))) kept.current = before;
  };
  const set = (part: keyof PaperWords) => (value: string): void => setTyped({ ...typed, [part]: value });
  const leave = (): void => void save();
  return (
    <form className="paper-fields" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Field ref={numberField} label={t('documents.number')} value={typed.number} maxLength={60} onChange={set('number')} onLeave={leave} />
      <Field label={t('documents.issuedOn')} value={typed.issuedOn} maxLength={10} placeholder="dd/MM/yyyy" error={issuedOn === undefined ? t('documents.bad-date') : null} onChange={set('issuedOn')} onLeave={leave} />
      <Field label={t('documents.note')} value={typed.note} maxLength={500} onChange={set('note')} onLeave={leave} />
      <Button submit shortcut="Enter">{t('documents.save')}</Button>
    </form>
  );
}
