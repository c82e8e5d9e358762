import { useState } from 'react';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../../electron/core/procedure/papers.ts';
import { useT } from '../../../app/hooks.ts';
import { Button, Choice, Dialog } from '../../../ui/index.ts';

export type AddPaperDialogProps = { readonly open: boolean; readonly onClose: () => void; readonly onAdd: (kind: DocumentKind) => void };

/** A paper that the case doesn't ask for and the citizen shows all the same. */
export function AddPaperDialog({ open, onClose, onAdd }: AddPaperDialogProps) {
  const t = useT('papers');
  const words = useT('enrolment');
  const [kind, setKind] = useState<DocumentKind>('residence-confirmation');
  return (
    <Dialog open={open} title={t('add.title')} onClose={onClose}>
      <form className="form" onSubmit={(event) => { event.preventDefault(); onAdd(kind); }}>
        <Choice autoFocus label={words('documents.kind')} value={kind} onChange={setKind} options={DOCUMENT_KINDS.map((value) => ({ value, label: words(`documents.kind.${value}`) }))} />
        <div className="dialog-actions">
          <Button shortcut="Esc" onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" submit shortcut="Enter">{t('add.confirm')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
