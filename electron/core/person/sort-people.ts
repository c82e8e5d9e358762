import type { SplitName } from './name.ts';

const VIETNAMESE = new Intl.Collator('vi');

/**
 * Order of a list of people: given name, family name, middle name (tên, họ, chữ đệm), each by the Vietnamese alphabet.
 * Unverified: general practice of Vietnamese lists; no rule was found. Source of the alphabet's order: Unicode CLDR, locale vi.
 */
export const byGivenName = (left: SplitName, right: SplitName): number =>
  VIETNAMESE.compare(left.given, right.given) || VIETNAMESE.compare(left.family, right.family) || VIETNAMESE.compare(left.middle, right.middle);
