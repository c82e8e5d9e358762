import { useEffect, useRef } from 'react';
import type { StillView } from '../../../../electron/contract/device.ts';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';

type Outcome = { readonly keep: (still: StillView) => void; readonly failed: (still: StillView) => void };

/** Records a bad try once; what the store refused is left to the officer. */
export function useSetAside(open: OpenDossier, still: StillView | undefined, slot: CaptureSlot | undefined, outcome: Outcome): void {
  const asked = useRef<StillView>(undefined);
  const newest = useRef(outcome);
  useEffect(() => {
    newest.current = outcome;
  });
  useEffect(() => {
    if (still === undefined || slot === undefined || asked.current === still) return;
    asked.current = still;
    newest.current.keep(still);
    void open.change((store, { id, version }) => store['capture.set-aside']({ id, version, slot, sha256: still.sha256 }))
      .then((done) => done || newest.current.failed(still));
  }, [open, still, slot]);
}
