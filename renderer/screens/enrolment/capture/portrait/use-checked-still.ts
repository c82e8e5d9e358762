import { useEffect, useState } from 'react';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { useDevices } from '../../../../app/hooks.ts';
import type { Capturing } from '../use-capture.ts';
import { checkPortrait, type CheckedStill } from './check-portrait.ts';

/** Looks at the still and has the portrait cut out of it; `undefined` until that is done. */
export function useCheckedStill({ view }: Capturing, template: PortraitTemplate): CheckedStill | undefined {
  const devices = useDevices();
  const [checked, setChecked] = useState<CheckedStill>();
  const still = view.phase === 'still' ? view.still : undefined;
  useEffect(() => {
    let over = false;
    if (still !== undefined) {
      void checkPortrait(devices, still, template).then((result) => {
        if (!over) setChecked(result);
      });
    }
    return () => {
      over = true;
    };
  }, [devices, still, template]);
  return still !== undefined && checked?.whole === still ? checked : undefined;
}
