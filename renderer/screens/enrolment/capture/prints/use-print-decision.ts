import { useState } from 'react';
import { Observable } from '../../../../app/observable.ts';
import type { OpenDossier } from '../../dossier/open-dossier.ts';
import type { Kept } from '../KeptMark.tsx';
import type { RetakeReason } from '../RetakeDialog.tsx';
import { useExpectedStill } from '../use-expected-still.ts';
import type { Prints } from './use-prints.ts';
import type { UseAnywayReason } from './UseAnywayDialog.tsx';

export type PrintDecision = {
  /** Against the advice of the rules only with a reason. */
  readonly use: (reason?: UseAnywayReason) => void;
  readonly recapture: (reason: RetakeReason | 'advised') => void;
  readonly deciding: Observable<boolean>;
  readonly kept: Kept | undefined;
};

/** What the officer does with the picture on the screen. Only the store's answer makes it "kept". */
export function usePrintDecision(open: OpenDossier, { deciding, slot, capturing }: Prints, onKept: () => void): PrintDecision {
  const [busy] = useState(() => new Observable(false));
  useExpectedStill(slot, deciding?.still.sha256);
  const [kept, setKept] = useState<PrintDecision['kept']>();
  const decide = async (made: { readonly use: boolean; readonly reason: string | undefined }): Promise<void> => {
    if (deciding === undefined || slot === undefined || busy.get()) return;
    const { sha256 } = deciding.still;
    busy.set(true);
    const done = await open.change((store, { id, version }) => (made.use
      ? store['capture.accept']({ id, version, slot, sha256, ...(made.reason === undefined ? {} : { reason: made.reason }) })
      : store['capture.reject']({ id, version, slot, sha256, reason: made.reason ?? '' })), () => {
      if (!made.use) return;
      setKept({ slot, atMs: Date.now() });
      onKept();
    });
    busy.set(false);
    // The new dossier usually orders the next capture by itself; where it doesn't, this one starts over.
    const now = capturing.session.view();
    if (done && !made.use && now.phase === 'still' && now.still.sha256 === sha256) capturing.restart();
  };
  return { use: (reason) => void decide({ use: true, reason }), recapture: (reason) => void decide({ use: false, reason }), deciding: busy, kept };
}
