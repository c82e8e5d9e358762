import { useState } from 'react';
import type { StillView } from '../../../../electron/contract/device.ts';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentKind } from '../../../../electron/core/procedure/papers.ts';
import { useDevices, useStore } from '../../../app/hooks.ts';
import { useCapture, type Capturing } from '../capture/use-capture.ts';
import type { PaperRow } from './paper-rows.ts';

/** Cards are told from sheets by what they are; sheets by their sides. */
const IS_CARD: ReadonlySet<DocumentKind> = new Set(['old-card', 'old-id-9']);

export type PageCapture = {
  readonly capturing: Capturing;
  /** The page that waits for a decision, turned as the officer wanted it. */
  readonly still: StillView | undefined;
  /** The camera is on, or its picture waits for a decision. */
  readonly active: boolean;
  readonly hasCamera: boolean;
  readonly keeping: boolean;
  /** Turns the camera on; when it is on, takes the picture now. */
  readonly take: () => void;
  readonly keep: () => void;
  readonly again: () => void;
  /** A quarter to the right. */
  readonly turn: () => void;
  readonly stop: () => void;
};

/** One page of the chosen paper from the document camera. Only the store's answer makes it kept; what isn't kept is let go. */
export function usePageCapture(dossier: Dossier, row: PaperRow | undefined, accept: (sha256: string) => Promise<boolean>): PageCapture {
  const store = useStore();
  const devices = useDevices();
  const [tries, setTries] = useState(0);
  const [active, setActive] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const order = !active || row === undefined ? undefined
    : { slot: 'document' as const, missing: [], attempt: tries + 1, subject: dossier.id, ...(IS_CARD.has(row.kind) ? { paper: 'id-1' as const } : {}) };
  const capturing = useCapture('document-camera', order);
  const { view, session, device } = capturing;
  const [turned, setTurned] = useState<{ readonly of: string; readonly still: StillView }>();
  const taken = active && view.phase === 'still' ? view.still : undefined;
  const still = taken !== undefined && turned?.of === taken.sha256 ? turned.still : taken;
  const discard = (): void => {
    if (still !== undefined) void store['page.discard']({ sha256: still.sha256 });
  };
  const turn = async (): Promise<void> => {
    if (taken === undefined || still === undefined) return;
    const reply = await devices['still.turn-page']({ sha256: still.sha256, quarters: 1 });
    if (reply.ok) setTurned({ of: taken.sha256, still: reply.value });
  };
  const end = (): void => {
    setActive(false);
    setTries(tries + 1);
  };
  const keep = async (): Promise<void> => {
    if (still === undefined || keeping) return;
    setKeeping(true);
    const done = await accept(still.sha256);
    setKeeping(false);
    if (done) end();
  };
  return {
    capturing, still, active, keeping, hasCamera: device !== undefined && device.state.kind !== 'absent',
    take: () => (active ? session.force() : setActive(true)),
    keep: () => void keep(),
    turn: () => void turn(),
    again: () => {
      if (keeping) return;
      discard();
      setTries(tries + 1);
    },
    stop: () => {
      // What is on its way into the dossier is no longer this screen's to let go.
      if (keeping) return;
      discard();
      if (active) end();
    },
  };
}
