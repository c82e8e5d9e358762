import { useEffect, useState } from 'react';
import type { StillView } from '../../../../../electron/contract/device.ts';
import type { PortraitAssessment } from '../../../../../electron/core/biometrics/face/assess-portrait.ts';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { useDevices } from '../../../../app/hooks.ts';
import { faceChecker } from '../../../../face/face-checker.ts';
import type { Capturing } from '../use-capture.ts';
import type { DeviceClient } from '../capture-session.ts';

/** A still with what was found in it. `criteria` empty = it could not be looked at; then the officer's eye decides alone. */
export type CheckedStill = { readonly still: StillView; readonly criteria: PortraitAssessment['criteria']; readonly ok: boolean };

/** Looks at the still and has the portrait cut out of it; `undefined` until that is done. */
export function useCheckedStill({ view }: Capturing, template: PortraitTemplate): CheckedStill | undefined {
  const devices = useDevices();
  const [checked, setChecked] = useState<{ readonly of: string; readonly result: CheckedStill }>();
  const still = view.phase === 'still' ? view.still : undefined;
  useEffect(() => {
    let over = false;
    if (still !== undefined) {
      void check(devices, still, template).then((result) => {
        if (!over) setChecked({ of: still.sha256, result });
      });
    }
    return () => {
      over = true;
    };
  }, [devices, still, template]);
  return still !== undefined && checked?.of === still.sha256 ? checked.result : undefined;
}

async function check(devices: DeviceClient, still: StillView, template: PortraitTemplate): Promise<CheckedStill> {
  const found = await faceChecker().still(new Blob([Uint8Array.from(still.view)], { type: still.viewMediaType }), template);
  // The page's own picture carries no camera's warning of its own; that it was taken by the page is no fault of it.
  const plain = { ...still, warnings: still.warnings.filter((warning) => warning !== 'forced') };
  if (found === null) return { still: plain, criteria: [], ok: true };
  if (found.eyes === undefined || found.pose === undefined) return { still: plain, criteria: found.criteria, ok: false };
  const cut = await devices['still.crop-portrait']({ sha256: still.sha256, ...found.eyes, template, pose: found.pose, criteria: [...found.criteria] });
  return { still: cut.ok ? cut.value : plain, criteria: found.criteria, ok: found.ok };
}
