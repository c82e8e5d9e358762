import { useEffect, useState } from 'react';
import type { CitizenDesk, CitizenScene } from '../../../../electron/contract/citizen-screen.ts';
import { useConnection, useStore, useStoreEvent } from '../../../app/hooks.ts';

/** A step that takes over shows its own scene within this time; only then has the citizen nothing to see. */
const NEXT_STEP_MS = 150;
let leaving: ReturnType<typeof setTimeout> | undefined;

type HearDesk = (desk: CitizenDesk) => void;
const nobodyAsks: HearDesk = () => undefined;

/** The same for a step that draws what the store knows of the citizen's window; `null` before its first answer. */
export function useCitizenDesk(scene: CitizenScene | null): CitizenDesk | null {
  const [desk, setDesk] = useState<CitizenDesk | null>(null);
  useStoreEvent('citizen-screen.changed', setDesk);
  useCitizenScene(scene, setDesk);
  return desk;
}

/**
 * Puts `scene` before the citizen for as long as the step shows it. Whether a citizen's window is open makes no difference:
 * one that opens later shows it too.
 */
export function useCitizenScene(scene: CitizenScene | null, hear: HearDesk = nobodyAsks): void {
  const store = useStore();
  const connection = useConnection('store');
  const wanted = scene === null ? null : JSON.stringify(scene);
  useEffect(() => {
    // A store that was restarted has forgotten what was shown.
    if (wanted === null || connection !== 'open') return undefined;
    clearTimeout(leaving);
    let isShown = true;
    void store['citizen-screen.show'](JSON.parse(wanted) as CitizenScene).then((reply) => {
      if (isShown && reply.ok) hear(reply.value);
    });
    return () => {
      isShown = false;
      leaving = setTimeout(() => void store['citizen-screen.show']({ phase: 'idle' }), NEXT_STEP_MS);
    };
  }, [store, connection, wanted, hear]);
}
