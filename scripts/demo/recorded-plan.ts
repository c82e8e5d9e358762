import { readdirSync } from 'node:fs';
import { FINGERS_OF, SLAPS, type FingerprintSlot, type Slap } from '../../electron/core/dossier/capture-slots.ts';

/** One slap, or its fingers one after the other (`F7`). */
export type PrintPlan = readonly { readonly slap: Slap; readonly slots: readonly FingerprintSlot[]; readonly oneByOne: boolean }[];

/**
 * How the officer captures prints from recorded input: slaps as usual, but finger by finger where the folder holds single
 * fingers of a slap and not the slap itself. Positions without a file are played by the synthetic device.
 */
export function printPlan(inputDir: string | undefined): PrintPlan {
  const recorded = new Set(inputDir === undefined ? [] : readdirSync(inputDir).map((name) => name.replace(/\.[^.]+$/, '')));
  return SLAPS.map((slap) => {
    const oneByOne = !recorded.has(slap) && FINGERS_OF[slap].some((finger) => recorded.has(finger));
    return { slap, slots: oneByOne ? FINGERS_OF[slap] : [slap], oneByOne };
  });
}
