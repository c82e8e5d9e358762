import type { Finger } from '../../electron/core/dossier/capture-slots.ts';
import type { MasterFinger } from './prints.ts';

/** The finger of a synthetic person: the same seed and finger give the same skin on every machine. */
export function masterFinger(seed: number, finger: Finger): MasterFinger {
  throw new Error(`not grown yet: ${seed} ${finger}`);
}
