import { z } from 'zod';
import { Bytes, text } from './call.ts';

const MAX_PARTS = 80;
/** QR version 40. */
const MAX_MODULES = 177;

/** A receipt for printers of narrow paper: text, rules and one code, top to bottom. The printer's paper decides the size. */
export const Slip = z.array(z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(500), size: z.enum(['small', 'normal', 'large']), bold: z.boolean(), align: z.enum(['left', 'center']) }),
  z.strictObject({ type: z.literal('rule') }),
  /** One byte a module, row by row, 1 = dark; no quiet zone. */
  z.strictObject({ type: z.literal('code'), modules: z.int().min(21).max(MAX_MODULES), dark: Bytes }),
])).max(MAX_PARTS);
export type Slip = z.infer<typeof Slip>;
