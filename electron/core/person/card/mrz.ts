import { derived, finding, unverified, type Finding } from '../../procedure/fact.ts';
import { err, ok, type Result } from '../../result/result.ts';
import { readPid } from '../pid.ts';
import { checkDigit } from './check-digit.ts';
import { mrzName } from './mrz-name.ts';

const LINE = 30;
const COUNTRY = 'VNM';

export type MrzFault = 'bad-shape' | 'bad-alphabet' | 'bad-check-digit' | 'not-vietnamese' | 'bad-date';
export type MrzPerson = {
  readonly pid: string;
  /** `YYYY-MM-DD`, or `YYYY` where the card has filler for month and day. */
  readonly birthDate: string;
  readonly sex: 0 | 1 | 2;
  /** `YYYY-MM-DD`; `''` for a card without expiry. */
  readonly expiresOn: string;
  /** Capitals without diacritics: good for comparing, never for showing as the name. */
  readonly family: string;
  readonly given: string;
};
export type MrzReading = MrzPerson & { readonly findings: readonly Finding[] };

/**
 * Reads the three lines of a Vietnamese TD1 card. Lines may be separated by anything that ends a line, or by nothing.
 * Source: ICAO Doc 9303, Part 5, 4.2.2; the place of the number within line 1 from public samples.
 */
export function parseMrz(text: string): Result<MrzReading, MrzFault> {
  const signs = text.replace(/\s+/g, '').toUpperCase();
  if (signs.length !== 3 * LINE) return err('bad-shape');
  if (!/^[0-9A-Z<]+$/.test(signs)) return err('bad-alphabet');
  const [first, second, third] = [signs.slice(0, LINE), signs.slice(LINE, 2 * LINE), signs.slice(2 * LINE)];
  if (!first.startsWith('ID') || first.slice(2, 5) !== COUNTRY) return err('not-vietnamese');
  if (!areCheckDigitsRight(first, second)) return err('bad-check-digit');
  const pid = first.slice(15, 27);
  if (!/^\d{12}$/.test(pid)) return err('bad-shape');
  const birthDate = birthDateOf(second.slice(0, 6), pid);
  const expiry = expiryOf(second.slice(8, 14));
  if (birthDate === undefined || expiry === undefined) return err('bad-date');
  const [family = '', given = ''] = third.replace(/<+$/, '').split('<<').map((part) => part.replace(/<+/g, ' ').trim());
  const findings = [
    ...(first.slice(5, 14) === pid.slice(3) ? [] : [finding('mrz.number-differs', 'warning', derived('mrz'))]),
    ...(expiry === '' ? [finding('mrz.no-expiry', 'info', unverified('mrz'))] : []),
    ...(birthDate.length === 4 ? [finding('mrz.year-only', 'info', unverified('mrz'))] : []),
  ];
  return ok({ pid, birthDate, sex: SEX_OF[second.charAt(7)] ?? 0, expiresOn: expiry, family, given, findings });
}

const SEX_OF: Readonly<Record<string, 0 | 1 | 2>> = { M: 1, F: 2 };

/** Number, PID, birth, expiry and the composite over both lines. A PID's check digit stands in the last place of line 1. */
function areCheckDigitsRight(first: string, second: string): boolean {
  const fields = [[first.slice(5, 14), first.charAt(14)], [first.slice(15, 29), first.charAt(29)], [second.slice(0, 6), second.charAt(6)],
    [second.slice(8, 14), second.charAt(14)], [compositeOf(first, second), second.charAt(29)]] as const;
  return fields.every(([field, digit]) => String(checkDigit(field)) === digit);
}

const compositeOf = (first: string, second: string): string => first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);

/** Two digits of the year: the century is the one that the number speaks of, also where its year disagrees (a lawful mismatch). */
function birthDateOf(field: string, pid: string): string | undefined {
  const match = /^(\d{2})(\d{2}|<<)(\d{2}|<<)$/.exec(field);
  if (match === null) return undefined;
  const inNumber = readPid(pid).birthYear;
  const year = Math.floor(inNumber / 100) * 100 + Number(match[1]);
  return match[2] === '<<' ? String(year) : day(year, match[2] ?? '', match[3] ?? '');
}

/** Cards exist since 2021, so every expiry lies in this century; 991231 (or filler) is said to mean "none": unverified. */
function expiryOf(field: string): string | undefined {
  if (field === '991231' || field === '<<<<<<') return '';
  return /^\d{6}$/.test(field) ? day(2000 + Number(field.slice(0, 2)), field.slice(2, 4), field.slice(4)) : undefined;
}

function day(year: number, month: string, dayOfMonth: string): string | undefined {
  const text = `${year}-${month}-${dayOfMonth}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined;
}

export type MrzInput = { readonly pid: string; readonly birthDate: string; readonly sex: 0 | 1 | 2; readonly expiresOn: string; readonly fullName: string };

/** The three lines of a card. A card without expiry is composed with 991231, a year of birth alone with filler: both unverified. */
export function composeMrz(input: MrzInput): Result<readonly [string, string, string], 'bad-number' | 'bad-date'> {
  if (!/^\d{12}$/.test(input.pid)) return err('bad-number');
  const birth = sixDigits(input.birthDate);
  const expiry = input.expiresOn === '' ? '991231' : sixDigits(input.expiresOn);
  if (birth === undefined || expiry === undefined) return err('bad-date');
  const number = input.pid.slice(3);
  const optional = `${input.pid}<<`;
  const first = `ID${COUNTRY}${number}${checkDigit(number)}${optional}${checkDigit(optional)}`;
  const open = `${birth}${checkDigit(birth)}${['<', 'M', 'F'][input.sex]}${expiry}${checkDigit(expiry)}${COUNTRY}${'<'.repeat(11)}`;
  return ok([first, `${open}${checkDigit(compositeOf(first, open))}`, mrzName(input.fullName)]);
}

function sixDigits(date: string): string | undefined {
  if (/^\d{4}$/.test(date)) return `${date.slice(2)}<<<<`;
  const match = /^\d{2}(\d{2})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? undefined : `${match[1]}${match[2]}${match[3]}`;
}
