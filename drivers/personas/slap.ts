import type { Slap } from '../../electron/core/dossier/capture-slots.ts';
import type { SlapImpression, SlapRequest } from './prints.ts';

/** One touch of four fingers or of both thumbs. */
export function slap(seed: number, slot: Slap, request: SlapRequest): SlapImpression {
  throw new Error(`not drawn yet: ${seed} ${slot} ${request.impressionSeed}`);
}
