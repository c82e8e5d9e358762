import { FINGERS_OF, SLAPS, type FingerprintSlot, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import { findRecordedFiles } from '../../native-bridges/device-host/recorded-input.ts';

/** One slap, or its fingers one after the other (`F7`). */
export type PrintPlan = readonly { readonly slap: Slap; readonly slots: readonly FingerprintSlot[]; readonly oneByOne: boolean }[];

/**
 * How the officer captures prints from recorded input (a folder or a transaction): slaps as usual, but finger by finger where it holds
 * single fingers of a slap and not the slap itself. Positions without any are played by the synthetic device.
 */
export async function printPlan(input: string | undefined): Promise<PrintPlan> {
  const recorded = input === undefined ? new Map() : await findRecordedFiles(input);
  return SLAPS.map((slap) => {
    const oneByOne = !recorded.has(slap) && FINGERS_OF[slap].some((finger) => recorded.has(finger));
    return { slap, slots: oneByOne ? FINGERS_OF[slap] : [slap], oneByOne };
  });
}
