import { useEffect, useRef, useState } from 'react';
import type { PortraitAssessment } from '../../../../../electron/core/biometrics/face/assess-portrait.ts';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { faceChecker } from '../../../../face/face-checker.ts';
import type { Capturing } from '../use-capture.ts';

/** Numbers that change faster than this can't be read. */
const SHOW_EVERY_MS = 150;

/** `holdMs`: a picture is taken by itself once everything has been right this long; a blink in between starts it anew. */
export type LiveCheck = { readonly template: PortraitTemplate; /** Undefined: not known yet, nothing is taken by itself. */ readonly holdMs: number | undefined };

/**
 * What the detector finds in the live picture; `undefined` = not known yet, `null` = it can't be found out. Takes the picture
 * when every criterion has been met for a moment.
 */
export function useLiveCheck({ session, view }: Capturing, { template, holdMs }: LiveCheck): PortraitAssessment | null | undefined {
  const [seen, setSeen] = useState<PortraitAssessment | null>();
  const shownAt = useRef(0);
  const live = view.phase === 'live';
  useEffect(() => {
    if (!live) return undefined;
    let goodSince: number | undefined;
    let over = false;
    const stop = session.onFrame((frame) => {
      const at = performance.now();
      void faceChecker().live(frame, template).then((found) => {
        if (over || found === undefined) return;
        goodSince = found?.ok === true ? (goodSince ?? at) : undefined;
        const held = holdMs !== undefined && goodSince !== undefined && at - goodSince >= holdMs;
        if (held || at - shownAt.current >= SHOW_EVERY_MS) {
          shownAt.current = at;
          setSeen(found);
        }
        if (held) {
          over = true;
          session.force(true);
        }
      });
    });
    return () => {
      over = true;
      stop();
      setSeen(undefined);
    };
  }, [session, live, template, holdMs]);
  return seen;
}
