import { useEffect, useState } from 'react';
import type { LiveBox } from '../../../../../electron/contract/analysis.ts';
import type { PortraitSource } from '../portrait-source.ts';

export type LiveBoxes = { readonly boxes: readonly LiveBox[]; readonly widthPx: number; readonly heightPx: number };
const NONE: LiveBoxes = { boxes: [], widthPx: 640, heightPx: 600 };

/** The boxes of the live picture. Frames come often, boxes change a few times a second: only a change renders. */
export function useLiveBoxes(session: Pick<PortraitSource, 'onFrame'>): LiveBoxes {
  const [live, setLive] = useState(NONE);
  useEffect(() => {
    let last = '';
    return session.onFrame(({ boxes, widthPx, heightPx }) => {
      const now = JSON.stringify([boxes, widthPx, heightPx]);
      if (now === last) return;
      last = now;
      setLive({ boxes, widthPx, heightPx });
    });
  }, [session]);
  return live;
}
