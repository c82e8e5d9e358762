import { z } from 'zod';
import { FINGERPRINT_SLOTS, FINGERS } from '../core/dossier/capture-slots.ts';
import { Bytes, Id, Nothing, call } from './call.ts';

/** A plain print that the dossier holds, to be compared with the next ones. `missing` = the fingers that it was not to show. */
export const KeptPrint = z.strictObject({
  slot: z.enum(FINGERPRINT_SLOTS),
  ppi: z.int().positive(),
  missing: z.array(z.enum(FINGERS)).max(FINGERS.length),
  /** PNG, as it was captured. */
  bytes: Bytes,
});
export type KeptPrint = z.infer<typeof KeptPrint>;

/** Plain prints of a dossier: three slaps, or ten fingers alone where a slap won't do. */
const MOST_PRINTS = FINGERPRINT_SLOTS.length;

export const keptPrintCalls = {
  /** The answer to `spool.prints-wanted`. `whole: false` = some could not be read, or the dossier is not one that is being captured. */
  'spool.recall': call('anyone', z.strictObject({ subject: Id, prints: z.array(KeptPrint).max(MOST_PRINTS), whole: z.boolean() }), Nothing),
} as const;

export const spoolEvents = {
  /** Prints of this dossier are about to be captured, and device-host doesn't know those that it holds already. */
  'spool.prints-wanted': z.strictObject({ subject: Id }),
} as const;
