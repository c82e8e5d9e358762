import { useState } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { Observable } from '../../../app/observable.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';
import type { Kept } from './KeptMark.tsx';
import type { RetakeReason } from './RetakeDialog.tsx';
import type { Capturing } from './use-capture.ts';
import { useExpectedStill } from './use-expected-still.ts';

export type Decision = {
  readonly accept: () => void;
  /** Takes it though something was found wanting, and says why (a code). */
  readonly acceptWith: (reason: string) => void;
  readonly reject: (reason: RetakeReason) => void;
  readonly deciding: Observable<boolean>;
  readonly kept: Kept | undefined;
};

/** Accepts or rejects the still on the screen. Only the store's answer makes it "kept". */
export function useDecision(open: OpenDossier, slot: CaptureSlot | undefined, { view, session, restart }: Capturing, onKept: () => void): Decision {
  const [deciding] = useState(() => new Observable(false));
  const [kept, setKept] = useState<Decision['kept']>();
  const sha256 = view.phase === 'still' ? view.still.sha256 : undefined;
  useExpectedStill(slot, sha256);
  const isCurrent = (): boolean => {
    const now = session.view();
    return now.phase === 'still' && now.still.sha256 === sha256;
  };
  const decide = async (retake: RetakeReason | undefined, override?: string): Promise<void> => {
    if (sha256 === undefined || slot === undefined || deciding.get()) return;
    deciding.set(true);
    const done = await open.change((store, { id, version }) => (retake === undefined
      ? store['capture.accept']({ id, version, slot, sha256, ...(override !== undefined && { reason: override }) })
      : store['capture.reject']({ id, version, slot, sha256, reason: retake })), () => {
      if (retake !== undefined) return;
      setKept({ slot, atMs: Date.now() });
      onKept();
    });
    deciding.set(false);
    // The new dossier usually orders the next capture by itself; where it doesn't, this one starts over.
    if (done && retake !== undefined && isCurrent()) restart();
  };
  return { accept: () => void decide(undefined), acceptWith: (reason) => void decide(undefined, reason), reject: (reason) => void decide(reason), deciding, kept };
}
