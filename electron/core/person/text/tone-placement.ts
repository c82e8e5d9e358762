import { cleanText } from './clean-text.ts';

/** Combining grave, acute, tilde, hook above and dot below: the five written tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Text in which it no longer matters on which vowel a syllable carries its tone: `hòa` and `hoà` become equal.
 * A syllable has one tone, so moving it to the end of the word loses nothing. For comparing only, never for showing:
 * what is written on the birth certificate is printed as it stands. `i` and `y` stay apart (Lý is not Lí).
 */
export function foldTonePlacement(text: string): string {
  return cleanText(text).normalize('NFD').replace(WORD, (word) => {
    const tones = word.match(TONES)?.join('') ?? '';
    return word.replace(TONES, '') + tones;
  });
}

/** The form in which two spellings of one name or place are compared: folded tone placement, lower case. */
export const comparisonKey = (text: string): string => foldTonePlacement(text.toLocaleLowerCase('vi'));

/** Whether two texts say the same, apart from Unicode form, case, blanks and tone placement. */
export const isSameText = (left: string, right: string): boolean => comparisonKey(left) === comparisonKey(right);
