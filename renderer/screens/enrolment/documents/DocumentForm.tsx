import { useState } from 'react';
import { DOCUMENT_KINDS, type DocumentEntry } from '../../../../electron/contract/dossier.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Choice, Field } from '../../../ui/index.ts';
import { parseBirthDate } from '../find/birth-date-input.ts';

export type NewDocument = Omit<DocumentEntry, 'id'>;
const NOTHING = { kind: 'old-card', number: '', issuedOn: '', note: '' } as const satisfies NewDocument;

/** One line adds one document; the typed text stays until the store has it. */
export function DocumentForm({ onAdd }: { readonly onAdd: (entry: NewDocument) => Promise<boolean> }) {
  const t = useT('enrolment');
  const [entry, setEntry] = useState<NewDocument>(NOTHING);
  const issuedOn = entry.issuedOn.trim() === '' ? '' : parseBirthDate(entry.issuedOn);
  const submit = async (): Promise<void> => {
    if (issuedOn === undefined) return;
    const tidy = (text: string): string => text.normalize('NFC').trim();
    if (await onAdd({ ...entry, number: tidy(entry.number), note: tidy(entry.note), issuedOn })) setEntry(NOTHING);
  };
  return (
    <form className="document-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Choice label={t('documents.kind')} value={entry.kind} onChange={(kind) => setEntry({ ...entry, kind })} options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documents.kind.${value}`) }))} />
      <Field label={t('documents.number')} value={entry.number} maxLength={60} onChange={(number) => setEntry({ ...entry, number })} />
      <Field label={t('documents.issuedOn')} value={entry.issuedOn} maxLength={10} placeholder="dd/MM/yyyy" error={issuedOn === undefined ? t('documents.bad-date') : null} onChange={(date) => setEntry({ ...entry, issuedOn: date })} />
      <Field label={t('documents.note')} value={entry.note} maxLength={500} onChange={(note) => setEntry({ ...entry, note })} />
      <Button submit shortcut="Enter">{t('documents.add')}</Button>
    </form>
  );
}
