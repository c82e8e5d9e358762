import { splitName } from '../name.ts';
import { cleanText } from '../text/clean-text.ts';

const LINE = 30;

/**
 * Third line of a TD1 card: family name, `<<`, the other names. No diacritics, Đ→D; apostrophes are left out, hyphens become filler.
 * A name of one word stands alone. Source: ICAO Doc 9303, Part 3, 4.6; Part 5, 4.2.2.
 */
export function mrzName(fullName: string): string {
  const { family, middle, given } = splitName(fullName);
  const primary = lettersOf(family === '' ? given : family);
  const secondary = family === '' ? '' : lettersOf(`${middle} ${given}`);
  return fitted(secondary === '' ? primary : `${primary}<<${secondary}`);
}

function lettersOf(text: string): string {
  return cleanText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'D').toUpperCase()
    .replace(/['’ʼ`´.]/g, '').replace(/[^A-Z]+/g, '<').replace(/^<+|<+$/g, '');
}

/** A name too long ends in a letter, which tells the reader that it may be cut. Source: ICAO Doc 9303, Part 3, 4.6.1. */
function fitted(name: string): string {
  if (name.length <= LINE) return name.padEnd(LINE, '<');
  const cut = name.slice(0, LINE);
  if (!cut.endsWith('<')) return cut;
  const kept = cut.replace(/<+$/, '').length;
  // Shorten the family name by as many letters as are wasted at the end, so that the next name shows at least its first letter.
  const wasted = LINE - kept + 1;
  const primaryEnd = name.indexOf('<');
  return fitted(name.slice(0, Math.max(1, primaryEnd - wasted)) + name.slice(primaryEnd));
}
