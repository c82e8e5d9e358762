import type { ReactNode } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { formatTime } from '../../../../electron/core/time/format.ts';
import type { Observable } from '../../../app/observable.ts';
import { useLasting, useObservable, useT } from '../../../app/hooks.ts';

/** Slot and time of the capture that the store last called kept. */
export type Kept = { readonly slot: CaptureSlot; readonly atMs: number };
type Props = { readonly decision: { readonly deciding: Observable<boolean>; readonly kept: Kept | undefined }; readonly saved: ReactNode };

/** That a picture is being kept, where it takes long enough to be noticed, or which one was kept last. */
export function KeptMark({ decision: { deciding, kept }, saved }: Props) {
  const t = useT('enrolment');
  if (useLasting(useObservable(deciding))) return t('capture.keeping');
  return kept === undefined ? saved : <span className="saved" role="status">✓ {t('capture.kept', { slot: t(`slot.${kept.slot}`), time: formatTime(kept.atMs) })}</span>;
}
