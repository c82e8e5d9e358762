import { useEffect } from 'react';
import type { CaptureSlot } from '../../../../electron/core/dossier/capture-slots.ts';
import { useStore } from '../../../app/hooks.ts';

/** Lets the store fetch the picture that is on the screen while the officer looks at it. */
export function useExpectedStill(slot: CaptureSlot | undefined, sha256: string | undefined): void {
  const store = useStore();
  useEffect(() => {
    if (slot !== undefined && sha256 !== undefined) void store['capture.expect']({ slot, sha256 });
  }, [store, slot, sha256]);
}
