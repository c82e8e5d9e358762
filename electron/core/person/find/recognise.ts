import { parseCardQr, type CardQr, type QrFault } from '../card/card-qr.ts';
import { parseMrz, type MrzFault, type MrzReading } from '../card/mrz.ts';
import { wedgeFaultOf, type WedgeFault } from '../card/wedge-faults.ts';
import { parsePartialDate } from '../partial-date.ts';
import type { PartialDate } from '../person.ts';
import { parseIdNumber } from '../pid.ts';
import { cleanText } from '../text/clean-text.ts';

/**
 * What the one search box holds, told from the text alone. `unread` = a card's code that can't be used and why;
 * a number that comes with `fault` was the only part of a card's code that could be read.
 */
export type Recognised =
  | { readonly kind: 'empty' }
  | { readonly kind: 'card'; readonly card: CardQr }
  | { readonly kind: 'mrz'; readonly reading: MrzReading }
  | { readonly kind: 'pid'; readonly digits: string; readonly fault?: QrFault }
  | { readonly kind: 'old-id'; readonly digits: string }
  | { readonly kind: 'digits'; readonly count: number }
  | { readonly kind: 'name'; readonly fullName: string; /** '' = not in the box */ readonly birthDate: PartialDate | ''; readonly residence: string }
  | { readonly kind: 'unread'; readonly why: 'mrz'; readonly fault: MrzFault }
  | { readonly kind: 'unread'; readonly why: 'card'; readonly fault: WedgeFault };
export type RecognisedKind = Recognised['kind'];

/** Three lines of a TD1 card are 90 signs; a reader that lost some still shows that it read a card. */
const MRZ_LEAST = 60;

/**
 * Tells a card's QR, a machine-readable zone, a personal number, an old nine-digit number, or a name with date of birth
 * and residence in one line ("Trần Thị Bình 28/02/2001 Giảng Võ") apart. Total: any text has an answer.
 * @param thisYear the present year: a later one is no year of birth
 */
export function recognise(typed: string, thisYear: number): Recognised {
  const text = cleanText(typed);
  if (text === '') return { kind: 'empty' };
  return cardOf(typed, text) ?? mrzOf(text) ?? numberOf(text) ?? nameOf(text, thisYear);
}

function cardOf(typed: string, text: string): Recognised | undefined {
  const fault = wedgeFaultOf(text);
  if (!text.includes('|') && fault === undefined) return undefined;
  const parsed = parseCardQr(typed);
  if (parsed.ok) return { kind: 'card', card: parsed.value };
  // Whatever else is broken, twelve digits before the first separator name the person.
  const [, digits] = /^(\d{12})(?!\d)/.exec(text) ?? [];
  if (digits !== undefined) return { kind: 'pid', digits, fault: parsed.error };
  return fault === undefined ? undefined : { kind: 'unread', why: 'card', fault };
}

function mrzOf(text: string): Recognised | undefined {
  const signs = text.replace(/\s+/g, '').toUpperCase();
  if (!/^I[D<][A-Z]{3}/.test(signs) || !signs.includes('<<') || signs.length < MRZ_LEAST) return undefined;
  const read = parseMrz(signs);
  return read.ok ? { kind: 'mrz', reading: read.value } : { kind: 'unread', why: 'mrz', fault: read.error };
}

function numberOf(text: string): Recognised | undefined {
  const number = parseIdNumber(text);
  if (number.ok) return { kind: number.value.kind === 'pid' ? 'pid' : 'old-id', digits: number.value.digits };
  const digits = text.replace(/[\s.-]/g, '');
  return /^\d+$/.test(digits) ? { kind: 'digits', count: digits.length } : undefined;
}

const DATE = /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{8}|\d{4})(?!\d)/gu;
/** The oldest living citizens were born after 1900. */
const FIRST_YEAR = 1900;

/** The first date that could be a birth parts the name from the residence; so does a comma. */
function nameOf(text: string, thisYear: number): Recognised {
  for (const match of text.matchAll(DATE)) {
    const parsed = parsePartialDate(match[0]);
    if (!parsed.ok || match.index === 0) continue;
    const year = Number(parsed.value.slice(0, 4));
    if (year < FIRST_YEAR || year > thisYear) continue;
    const { name, place } = parted(text.slice(0, match.index));
    const after = withoutCommas(text.slice(match.index + match[0].length));
    return { kind: 'name', fullName: name, birthDate: parsed.value, residence: [place, after].filter((part) => part !== '').join(', ') };
  }
  const { name, place } = parted(text);
  return { kind: 'name', fullName: name, birthDate: '', residence: place };
}

function parted(text: string): { readonly name: string; readonly place: string } {
  const [name = '', ...rest] = withoutCommas(text).split(',');
  return { name: name.trim(), place: withoutCommas(rest.join(',')) };
}

const withoutCommas = (text: string): string => text.replace(/^[\s,;·-]+|[\s,;·-]+$/gu, '');
