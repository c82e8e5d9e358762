import { cleanText } from './text/clean-text.ts';
import { isSameText } from './text/tone-placement.ts';

/** Họ, chữ đệm, tên. Only `given` is never empty: people of several peoples have one word only. */
export type SplitName = { readonly family: string; readonly middle: string; readonly given: string };

/** `sure` is false where the order of words doesn't tell what is what; then the officer is asked, nothing is refused. */
export type NameProposal = SplitName & { readonly sure: boolean };

/** "Y" and "H'" say man and woman among the Ê-đê and M'nông, K' and Ka among the Cơ-ho; the family's name then comes last or not at all. */
const NOT_FAMILY_FIRST = /^(?:y|ka)$|^[hk]['’ʼ]/iu;
/** Family names of more than one word, as the registers of Huế write them. */
const COMPOUND_FAMILY = /^(?:tôn (?:nữ|thất)|công (?:tằng|huyền)|âu dương|tư mã|gia cát)(?: |$)/iu;
const APOSTROPHES = /[’ʼ`´]/g;

/**
 * A proposal how a full name splits: first word family, last word given, the rest between.
 * Where the population database gives the three parts (QCVN 109:2017: Ho, ChuDem, Ten), those are used instead of this.
 */
export function splitName(fullName: string): NameProposal {
  const words = cleanText(fullName).split(' ');
  const given = words.at(-1) ?? '';
  if (words.length === 1) return { family: '', middle: '', given, sure: false };
  const family = words[0] ?? '';
  const sure = !NOT_FAMILY_FIRST.test(family) && !COMPOUND_FAMILY.test(words.join(' '));
  return { family, middle: words.slice(1, -1).join(' '), given, sure };
}

/** The parts in the order in which a Vietnamese name is written; empty parts leave no gap. */
export const joinName = (name: SplitName): string => [name.family, name.middle, name.given].map(cleanText).filter((part) => part !== '').join(' ');

/** Whether two spellings are one name: Unicode form, case, blanks, tone placement and kind of apostrophe don't count; `i`/`y` do. */
export const isSameName = (left: string, right: string): boolean => isSameText(straight(left), straight(right));

const straight = (name: string): string => name.replace(APOSTROPHES, "'");

/** Letters, blanks, apostrophes, hyphens, dots. Source: own choice; the law names no set, so this only asks the officer to look again. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}' .\u2019\u02bc-]*$/u;

/** Whether a name holds something that no name holds, such as digits or `?` from a lost letter. */
export const looksUnlikeName = (name: string): boolean => !NAME.test(cleanText(name));

/** As forms and cards print it. On blur only: never while an input method composes. */
export const printedName = (name: string): string => cleanText(name).toLocaleUpperCase('vi');
