import type { Impression, ImpressionRequest, MasterFinger } from './prints.ts';

/** One touch of a finger alone. */
export function impression(master: MasterFinger, request: ImpressionRequest): Impression {
  throw new Error(`not drawn yet: ${master.finger} ${request.kind}`);
}
