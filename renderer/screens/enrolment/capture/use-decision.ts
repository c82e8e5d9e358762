import { useState } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { Observable } from '../../../app/observable.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';
import type { Kept } from './KeptMark.tsx';
import type { RetakeReason } from './RetakeDialog.tsx';
import type { Capturing } from './use-capture.ts';
import { useExpectedStill } from './use-expected-still.ts';

/** What is decided about: the picture on the screen, which may be one of several tries; `undefined` while there is none. */
export type Decided = {
  readonly slot: CaptureSlot | undefined;
  readonly sha256: string | undefined;
  readonly capturing: Pick<Capturing, 'session' | 'restart'>;
};
export type Decision = {
  /** Takes the picture; against what was found in it only with a reason (a code). */
  readonly accept: (reason?: string) => void;
  /** `advised`: as the rules would. */
  readonly reject: (reason: RetakeReason | 'advised') => void;
  readonly deciding: Observable<boolean>;
  readonly kept: Kept | undefined;
};

/** What the officer does with the picture on the screen. Only the store's answer makes it "kept". */
export function useDecision(open: OpenDossier, { slot, sha256, capturing }: Decided, onKept: () => void): Decision {
  const [deciding] = useState(() => new Observable(false));
  const [kept, setKept] = useState<Decision['kept']>();
  useExpectedStill(slot, sha256);
  const decide = async (change: (named: { readonly slot: CaptureSlot; readonly sha256: string }) => Promise<void>): Promise<void> => {
    if (sha256 === undefined || slot === undefined || deciding.get()) return;
    deciding.set(true);
    await change({ slot, sha256 }).finally(() => deciding.set(false));
  };
  return {
    deciding, kept,
    accept: (reason) => void decide(async (named) => {
      await open.change((store, { id, version }) => store['capture.accept']({ id, version, ...named, ...(reason !== undefined && { reason }) }), () => {
        setKept({ slot: named.slot, atMs: Date.now() });
        onKept();
      });
    }),
    reject: (reason) => void decide(async (named) => {
      const done = await open.change((store, { id, version }) => store['capture.reject']({ id, version, ...named, reason }));
      // The new dossier usually orders the next capture by itself; where it doesn't, this one starts over.
      const now = capturing.session.view();
      if (done && now.phase === 'still' && now.still.sha256 === named.sha256) capturing.restart();
    }),
  };
}
