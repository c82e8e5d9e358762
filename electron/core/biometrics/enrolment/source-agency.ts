import { toAscii } from '../itl/charset.ts';

/**
 * xx.004 of an image: who took it, written as 1.008 has it. Type-1 is 7-bit ASCII, and readers that take UTF-8 in Type-2 only stop
 * at a letter with marks elsewhere; the unit's full name is in 2.005.
 */
export const sourceAgencyOf = (unit: string): string => toAscii(unit);
