import { useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { Representation } from '../../../electron/contract/procedure-facts.ts';
import { useT } from '../../app/hooks.ts';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';
import type { OpenDossier } from '../enrolment/dossier/open-dossier.ts';
import { useOpenError } from '../enrolment/dossier/use-open-error.ts';
import { RepresentationFields, isRepresentationReady, proposedRepresentation, settledRepresentation } from './RepresentationFields.tsx';

export type RepresentationDialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly dossier: Dossier; readonly open: OpenDossier };

/** Who speaks and signs for the citizen, and what shows that they may. */
export function RepresentationDialog(props: RepresentationDialogProps) {
  const t = useT('procedure');
  return <Dialog open={props.opened} title={t('representation.title')} onClose={props.onClose} size="medium"><RepresentationForm {...props} /></Dialog>;
}

function RepresentationForm({ onClose, dossier, open }: RepresentationDialogProps) {
  const t = useT('procedure');
  const error = useOpenError(open);
  const [entry, setEntry] = useState(() => dossier.representation ?? proposedRepresentation(dossier.person));
  const ready = isRepresentationReady(entry);
  const send = async (representation: Representation | null): Promise<void> => {
    if (await open.change((store, { id, version }) => store['dossier.set-representation']({ id, version, representation }))) onClose();
  };
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (ready) void send(settledRepresentation(entry)); }}>
      <p className="muted">{t('representation.text')}</p>
      <ErrorNotice error={error} />
      <RepresentationFields entry={entry} parents={dossier.person} autoFocus onChange={setEntry} />
      <div className="dialog-actions">
        <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
        {dossier.representation !== null && <Button onClick={() => void send(null)}>{t('representation.remove')}</Button>}
        <Button kind="primary" submit disabled={!ready}>{t('representation.save')}</Button>
      </div>
    </form>
  );
}
