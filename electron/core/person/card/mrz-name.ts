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

/**
 * A name too long ends in a letter, which tells the reader that it may be cut. Source: ICAO Doc 9303, Part 3, 4.6.1.
 * Where the cut would fall on filler, the longest of the shown names gives up letters until the next name shows its first one.
 */
function fitted(name: string): string {
  let shown = name;
  while (shown.length > LINE && shown.charAt(LINE - 1) === '<') {
    const longest = shown.slice(0, LINE).split('<').reduce((best, part) => (part.length > best.length ? part : best), '');
    if (longest.length < 2) break;
    shown = shown.replace(longest, longest.slice(0, -1));
  }
  return shown.slice(0, LINE).padEnd(LINE, '<');
}
