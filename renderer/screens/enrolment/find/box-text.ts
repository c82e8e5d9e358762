import { claimOf, type Claim } from '../../../../electron/core/person/find/claim.ts';
import { recognise, type Recognised } from '../../../../electron/core/person/find/recognise.ts';
import { searchTerms, type SearchProblem, type SearchTerms } from '../../../../electron/core/person/find/search-terms.ts';
import { cleanText } from '../../../../electron/core/person/text/clean-text.ts';
import type { LegacyEncoding } from '../../../../electron/core/person/text/legacy-encoding.ts';
import type { Result } from '../../../../electron/core/result/result.ts';
import { parseBirthDate } from './birth-date-input.ts';

/** What stands in the box and the fields beside it. `converted`: pasted text of an old font, as it was before. */
export type BoxText = {
  readonly who: string;
  readonly birth: string;
  readonly residence: string;
  readonly converted?: { readonly from: string; readonly encoding: LegacyEncoding };
};
export const EMPTY_BOX: BoxText = { who: '', birth: '', residence: '' };

export const recognisedIn = (box: BoxText): Recognised => recognise(box.who, new Date().getFullYear());

export type Question = { readonly terms: SearchTerms; readonly recognised: Recognised; readonly claim: Claim | undefined };

/** The question that the box asks, with what is claimed of the person for comparing afterwards. */
export function questionOf(box: BoxText): Result<Question, SearchProblem> {
  const recognised = recognisedIn(box);
  const birth = cleanText(box.birth);
  const terms = searchTerms(recognised, { birth: birth === '' ? '' : parseBirthDate(birth), residence: cleanText(box.residence) });
  return terms.ok ? { ok: true, value: { terms: terms.value, recognised, claim: claimOf(recognised, terms.value) } } : terms;
}
