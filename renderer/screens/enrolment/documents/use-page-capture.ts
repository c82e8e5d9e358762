import { useState } from 'react';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentKind } from '../../../../electron/core/procedure/papers.ts';
import { useStore } from '../../../app/hooks.ts';
import { useCapture, type Capturing } from '../capture/use-capture.ts';
import type { PaperRow } from './paper-rows.ts';

/** Cards are told from sheets by what they are; sheets by their sides. */
const IS_CARD: ReadonlySet<DocumentKind> = new Set(['old-card', 'old-id-9']);

export type PageCapture = {
  readonly capturing: Capturing;
  /** The camera is on, or its picture waits for a decision. */
  readonly active: boolean;
  readonly hasCamera: boolean;
  readonly keeping: boolean;
  /** Turns the camera on; when it is on, takes the picture now. */
  readonly take: () => void;
  readonly keep: () => void;
  readonly again: () => void;
  readonly stop: () => void;
};

/** One page of the chosen paper from the document camera. Only the store's answer makes it kept; what isn't kept is let go. */
export function usePageCapture(dossier: Dossier, row: PaperRow | undefined, accept: (sha256: string) => Promise<boolean>): PageCapture {
  const store = useStore();
  const [tries, setTries] = useState(0);
  const [active, setActive] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const order = !active || row === undefined ? undefined
    : { slot: 'document' as const, missing: [], attempt: tries + 1, subject: dossier.id, ...(IS_CARD.has(row.kind) ? { paper: 'id-1' as const } : {}) };
  const capturing = useCapture('document-camera', order);
  const { view, session, device } = capturing;
  const discard = (): void => {
    if (view.phase === 'still') void store['page.discard']({ sha256: view.still.sha256 });
  };
  const end = (): void => {
    setActive(false);
    setTries(tries + 1);
  };
  const keep = async (): Promise<void> => {
    if (view.phase !== 'still' || keeping) return;
    setKeeping(true);
    const done = await accept(view.still.sha256);
    setKeeping(false);
    if (done) end();
  };
  return {
    capturing, active, keeping, hasCamera: device !== undefined && device.state.kind !== 'absent',
    take: () => (active ? session.force() : setActive(true)),
    keep: () => void keep(),
    again: () => {
      discard();
      setTries(tries + 1);
    },
    stop: () => {
      discard();
      if (active) end();
    },
  };
}
