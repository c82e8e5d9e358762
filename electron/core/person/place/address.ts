import { PID_PREFIXES } from '../pid-prefixes.ts';
import { cleanText } from '../text/clean-text.ts';
import { comparisonKey } from '../text/tone-placement.ts';
import { provincesOn, TWO_LEVEL_FROM } from './provinces.ts';

/** Present addresses have two levels since 1/7/2025; birth and home town keep their historic three-level text. */
export type AddressSystem = 'two-level' | 'three-level' | 'foreign' | 'unknown';

export type Address = {
  readonly system: AddressSystem;
  /** Street, hamlet, house: what stands before the units. */
  readonly detail: string;
  readonly commune: string;
  /** Historic addresses only. */
  readonly district: string;
  readonly province: string;
  /** False where the words leave open which level a part is: then the text is shown, not the parts. */
  readonly sure: boolean;
};

const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu|p\.|x\.|tt\.)\s*/iu;
const DISTRICT = /^(?:quận|huyện|thị xã|thành phố|q\.|h\.|tx\.|tp\.?)\s*/iu;
const PROVINCE = /^(?:tỉnh|thành phố|tp\.?)\s*/iu;

const keyOf = (name: string): string => comparisonKey(name.replace(PROVINCE, ''));
const PRESENT = new Set(provincesOn(TWO_LEVEL_FROM).map(({ name }) => keyOf(name)));
const HISTORIC = new Set(Object.values(PID_PREFIXES).map(keyOf));

/**
 * Splits an address as people write it, units last, commas between. It never corrects: "xã Hoà Bình" stays as written.
 * A text with a district is historic; one whose province no longer exists too. What can't be told stays whole in `detail`.
 */
export function parseAddress(text: string): Address {
  const parts = cleanText(text).split(/\s*[,;]\s*/).filter((part) => part !== '');
  const province = parts.at(-1) ?? '';
  const key = keyOf(province);
  if (!PRESENT.has(key) && !HISTORIC.has(key)) return { system: 'unknown', detail: parts.join(', '), commune: '', district: '', province: '', sure: false };
  const before = parts.slice(0, -1);
  const district = before.at(-1) ?? '';
  // "phường" tells a commune; "thành phố" or "thị xã" before the province tells a district.
  if (COMMUNE.test(district)) return { system: PRESENT.has(key) ? 'two-level' : 'three-level', detail: before.slice(0, -1).join(', '), commune: district, district: '', province, sure: PRESENT.has(key) };
  const commune = before.at(-2) ?? '';
  if (DISTRICT.test(district) || COMMUNE.test(commune)) {
    const isCommune = COMMUNE.test(commune);
    return { system: 'three-level', detail: before.slice(0, isCommune ? -2 : -1).join(', '), commune: isCommune ? commune : '', district, province, sure: isCommune };
  }
  return { system: PRESENT.has(key) ? 'unknown' : 'three-level', detail: before.join(', '), commune: '', district: '', province, sure: false };
}

/** An address as it is written on a form: detail, commune, district, province; empty parts leave no comma. */
export const writtenAddress = (address: Address): string =>
  [address.detail, address.commune, address.district, address.province].filter((part) => part !== '').join(', ');

export type Residences = { readonly permanent: string; readonly temporary: string; readonly current: string };
export type CardResidence = { readonly rank: 'permanent' | 'temporary' | 'current' | 'none'; readonly text: string };

/**
 * The residence that a card shows: thường trú, else tạm trú, else nơi ở hiện tại, else none, and then the citizen registers first.
 * Source: TT 17/2024/TT-BCA, Article 4.
 */
export function residenceOnCard(residences: Residences): CardResidence {
  for (const rank of ['permanent', 'temporary', 'current'] as const) {
    const text = cleanText(residences[rank]);
    if (text !== '') return { rank, text };
  }
  return { rank: 'none', text: '' };
}
