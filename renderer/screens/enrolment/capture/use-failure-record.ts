import { useEffect, useRef } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';
import type { CaptureView } from './capture-session.ts';

/** Puts a capture that ended in an error on record, once. What was never begun is no try. */
export function useFailureRecord(open: OpenDossier, slot: CaptureSlot | undefined, view: CaptureView): void {
  const told = useRef<CaptureView>(undefined);
  useEffect(() => {
    if (slot === undefined || told.current === view || (view.phase !== 'failed' && view.phase !== 'waiting') || view.error === undefined || view.jobId === undefined) return;
    told.current = view;
    const { error: { code }, jobId } = view;
    void open.change((store, { id, version }) => store['capture.failed']({ id, version, slot, jobId, code }));
  }, [open, slot, view]);
}
