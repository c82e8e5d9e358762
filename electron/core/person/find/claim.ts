import { mrzName } from '../card/mrz-name.ts';
import { isSameName } from '../name.ts';
import { isCompatibleDate } from '../partial-date.ts';
import type { Person } from '../person.ts';
import { searchKey } from '../search-key.ts';
import { isSameText } from '../text/tone-placement.ts';
import type { Recognised } from './recognise.ts';
import type { SearchTerms } from './search-terms.ts';

export const CLAIMED_FIELDS = ['pid', 'fullName', 'birthDate', 'sex', 'oldIdNumber', 'residence'] as const;
export type ClaimedField = (typeof CLAIMED_FIELDS)[number];

/** What is said of the person beside the database: by a card, or by the citizen through the officer's typing. */
export type Claim = { readonly from: 'card' | 'mrz' | 'said' } & { readonly [F in ClaimedField]?: string };

/**
 * `differs` asks the officer to look. `moved`: the address a card bears is that of its day of issue, so another one is no
 * contradiction. `no-marks`: the same letters without their marks, as in a machine-readable zone.
 */
export type Agreement = 'same' | 'no-marks' | 'differs' | 'moved' | 'unknown';
export type ClaimRow = { readonly field: ClaimedField; readonly claimed: string; readonly found: string; readonly agreement: Agreement };

/** What the box and the question say of the person; a number alone says nothing that could be compared. */
export function claimOf(recognised: Recognised, terms: SearchTerms): Claim | undefined {
  if (recognised.kind === 'card') {
    const { pid, fullName, birthDate, sex, oldIdNumber, addressSnapshot } = recognised.card;
    return { from: 'card', pid, fullName, birthDate, sex: String(sex), oldIdNumber, residence: addressSnapshot };
  }
  if (recognised.kind === 'mrz') {
    const { pid, family, given, birthDate, sex } = recognised.reading;
    return { from: 'mrz', pid, fullName: `${family} ${given}`.trim(), birthDate, sex: String(sex) };
  }
  if (terms.by !== 'name') return undefined;
  return { from: 'said', fullName: terms.fullName, birthDate: terms.birthDate, residence: terms.residence };
}

/** Field by field, in the order in which an officer asks; what was not claimed is left out. */
export function compareClaim(claim: Claim, person: Person): readonly ClaimRow[] {
  return CLAIMED_FIELDS.flatMap((field) => {
    const claimed = claim[field] ?? '';
    if (claimed === '' || (field === 'sex' && claimed === '0')) return [];
    const found = person[field];
    return [{ field, claimed, found, agreement: found === '' ? 'unknown' : AGREE[field](claimed, found, claim.from) }];
  });
}

type Judge = (claimed: string, found: string, from: Claim['from']) => Agreement;
const verdict = (same: boolean): Agreement => (same ? 'same' : 'differs');

const AGREE: Readonly<Record<ClaimedField, Judge>> = {
  pid: (claimed, found) => verdict(claimed === found),
  fullName: (claimed, found, from) => {
    if (from === 'mrz') return mrzName(claimed).replaceAll('<', '') === mrzName(found).replaceAll('<', '') ? 'no-marks' : 'differs';
    if (isSameName(claimed, found)) return 'same';
    return searchKey(claimed) === searchKey(found) ? (isPlain(claimed) ? 'no-marks' : 'differs') : 'differs';
  },
  birthDate: (claimed, found) => verdict(isCompatibleDate(claimed, found)),
  sex: (claimed, found) => (found === '0' ? 'unknown' : verdict(claimed === found)),
  oldIdNumber: (claimed, found) => verdict(claimed === found),
  residence: (claimed, found, from) => {
    if (isSameText(claimed, found)) return 'same';
    // The citizen names a part of it; a card bears an older one.
    if (from === 'said') return verdict(searchKey(found).includes(searchKey(claimed)));
    return 'moved';
  },
};

/** Typed or scanned without any mark: the letters agree, the marks can't. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

export const hasDifference = (rows: readonly ClaimRow[]): boolean => rows.some(({ agreement }) => agreement === 'differs');
