import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { FINGERS, MISSING_REASONS, type Finger, type MissingReason } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Choice, Dialog, ErrorNotice, Field } from '../../../ui/index.ts';
import { useOpenError } from '../dossier/use-open-error.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';
import { missingOf } from './finger-plan.ts';

export type MissingFingerDialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly dossier: Dossier; readonly open: OpenDossier; /** The fingers asked for now: most likely one of them. */ readonly asked: readonly Finger[] };

export function MissingFingerDialog(props: MissingFingerDialogProps) {
  const t = useT('enrolment');
  return <Dialog open={props.opened} title={t('missing.title')} onClose={props.onClose} size="medium"><MissingFingerForm {...props} /></Dialog>;
}

/** Which finger, why, for good or for now; the law asks that the state of every missing print be described. */
function MissingFingerForm({ onClose, dossier, open, asked }: MissingFingerDialogProps) {
  const t = useT('enrolment');
  const known = missingOf(dossier);
  const error = useOpenError(open);
  const [finger, setFinger] = useState<Finger>([...asked, ...FINGERS].find((f) => !known.has(f)) ?? 'right-thumb');
  const [reason, setReason] = useState<MissingReason | ''>('');
  const [permanent, setPermanent] = useState(false);
  const [note, setNote] = useState('');
  const needsNote = reason === 'other' && note.trim() === '';
  const save = async (): Promise<void> => {
    if (reason === '' || needsNote) return;
    const done = await open.change((store, { id, version }) =>
      store['dossier.set-missing-finger']({ id, version, finger, reason, permanent, note: note.normalize('NFC').trim() }));
    if (done) onClose();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p>{t('missing.text')}</p>
      <ErrorNotice error={error} />
      <Choice autoFocus label={t('missing.finger')} value={finger} onChange={setFinger} options={FINGERS.map((value) => ({ value, label: t(`slot.${value}`) }))} />
      <Choice
        label={t('missing.reason')} value={reason} placeholder="—" options={MISSING_REASONS.map((value) => ({ value, label: t(`missing.reason.${value}`) }))}
        onChange={(value) => { setReason(value); setPermanent(value === 'amputated' || value === 'deformed'); }}
      />
      <Checkbox label={t('missing.permanent')} checked={permanent} onChange={(event) => setPermanent(event.currentTarget.checked)} />
      <Field label={t('missing.note')} value={note} onChange={setNote} maxLength={500} error={needsNote ? t('missing.note.required') : null} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('back')}</Button>
        <Button kind="primary" submit disabled={reason === '' || needsNote}>{t('missing.save')}</Button>
      </div>
    </form>
  );
}
