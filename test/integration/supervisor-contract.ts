import { z } from 'zod';
import { call } from '../../electron/contract/call.ts';

/** What a host small enough to be crashed at will answers: what it is, what it heard, and what the host beside it is. */
export const probeContract = {
  'probe.self': call('anyone', z.strictObject({}), z.strictObject({ pid: z.int(), heard: z.array(z.string()), env: z.array(z.string()) })),
  'probe.peer': call('anyone', z.strictObject({}), z.strictObject({ pid: z.int() })),
  'probe.bytes': call('anyone', z.strictObject({ bytes: z.instanceof(Uint8Array) }), z.strictObject({ bytes: z.instanceof(Uint8Array) })),
  'probe.hang': call('anyone', z.strictObject({}), z.strictObject({})),
} as const;
