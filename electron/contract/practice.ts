import { z } from 'zod';
import { Nothing, call, text } from './call.ts';

/** Control of the practice centre over its port to main (demos and tests): how the outside world misbehaves. */
export const PracticeFault = z.discriminatedUnion('on', [
  /** `overload` answers 503 with Retry-After; `timeout` never answers; `offline` cuts the connection. */
  z.strictObject({ on: z.literal('population'), fault: z.enum(['none', 'overload', 'timeout', 'offline']) }),
  /** The same for everything but the look-up: enrolment, uploads and their answers. */
  z.strictObject({ on: z.literal('intake'), fault: z.enum(['none', 'offline', 'overload']) }),
  /** Cuts the connection once, after this many more bytes of uploads. */
  z.strictObject({ on: z.literal('intake-cut'), afterBytes: z.int().positive() }),
  /** Takes every byte of the next upload and cuts the connection instead of saying so. */
  z.strictObject({ on: z.literal('intake-silence') }),
  /** Rejects the next dossier for this reason. */
  z.strictObject({ on: z.literal('intake-reject'), reason: text(60) }),
]);
export type PracticeFault = z.infer<typeof PracticeFault>;

export const practiceContract = {
  'practice.set-fault': call('anyone', PracticeFault, Nothing),
  /** Counts since the start of the host, but for the dossiers, which are all it holds. */
  'practice.view': call('anyone', Nothing, z.strictObject({ receivedBytes: z.int(), lookUps: z.int(), accepted: z.int(), rejected: z.int() })),
} as const;
export type PracticeContract = typeof practiceContract;
