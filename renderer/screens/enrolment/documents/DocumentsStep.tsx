import { useState } from 'react';
import type { DocumentEntry } from '../../../../electron/contract/dossier.ts';
import { useShortcuts, useT } from '../../../app/hooks.ts';
import { Button, Notice, StepFrame } from '../../../ui/index.ts';
import type { StepProps } from '../dossier/step-props.ts';
import { DocumentForm, type NewDocument } from './DocumentForm.tsx';
import { DocumentTable } from './DocumentTable.tsx';

/** Step 5: the papers the citizen showed; a removed one can be taken back. */
export function DocumentsStep({ dossier, open, notices, saved, next, back }: StepProps) {
  const t = useT('enrolment');
  const [removed, setRemoved] = useState<DocumentEntry>();
  const add = (entry: NewDocument): Promise<boolean> => open.change((store, { id, version }) => store['dossier.add-document']({ id, version, ...entry }));
  const remove = async (entry: DocumentEntry): Promise<void> => {
    const done = await open.change((store, { id, version }) => store['dossier.remove-document']({ id, version, documentId: entry.id }));
    if (done) setRemoved(entry);
  };
  const undo = async (): Promise<void> => {
    if (removed === undefined) return;
    const { id: _, ...entry } = removed;
    if (await add(entry)) setRemoved(undefined);
  };
  useShortcuts([{ key: 'F12', run: next }, { key: 'Escape', run: back }]);
  return (
    <StepFrame
      title={t('documents.title')} notices={notices} aside={saved}
      actions={<Button shortcut="Esc" onClick={back}>{t('back')}</Button>}
      primary={<Button kind="primary" shortcut="F12" onClick={next}>{t('next')}</Button>}
    >
      {dossier.documents.length === 0
        ? <p className="muted">{t('documents.none')}</p>
        : <DocumentTable documents={dossier.documents} onRemove={(entry) => void remove(entry)} />}
      {removed !== undefined && <Notice tone="now" title={t('documents.removed', { kind: t(`documents.kind.${removed.kind}`) })} action={{ label: t('documents.undo'), run: () => void undo() }} />}
      <DocumentForm onAdd={add} />
    </StepFrame>
  );
}
