import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { useT } from '../../../app/hooks.ts';
import { Button } from '../../../ui/index.ts';
import { captureImage } from '../../review/images/kept-image.ts';
import { KeptImageView } from '../../review/images/KeptImageView.tsx';

/** What the dossier holds for a slot, and the way to capture it once more. */
export function StoredCapture({ dossier, slot, onRedo }: { readonly dossier: Dossier; readonly slot: CaptureSlot; readonly onRedo: () => void }) {
  const t = useT('enrolment');
  const capture = dossier.captures.find((c) => c.slot === slot);
  if (capture === undefined) return null;
  return (
    <div className="pane">
      <div className="pane-head">
        <span className="tone-done">✓ {t('capture.stored', { slot: t(`slot.${slot}`) })}</span>
        <Button onClick={onRedo}>{t('capture.redo')}</Button>
      </div>
      <KeptImageView dossierId={dossier.id} image={captureImage(capture)} />
    </div>
  );
}
