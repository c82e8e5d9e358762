import { err, ok, type Result } from '../result/result.ts';
import type { PersonField } from './person.ts';
import { withoutInvisible } from './text/clean-text.ts';

const RULES: Partial<Record<PersonField, (value: string) => boolean>> = {
  fullName: (value) => value !== '' && !/\d/.test(value),
  pid: (value) => value === '' || /^\d{12}$/.test(value),
  oldIdNumber: (value) => value === '' || /^\d{9}$/.test(value),
  birthDate: (value) => isPartialDate(value),
  sex: (value) => /^[012]$/.test(value),
  phone: (value) => value === '' || /^\+?[\d .-]{8,20}$/.test(value),
};

/** A control character never belongs into a citizen's data: it would break prints, MRZ and files. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]/u;

/** One field as it is kept: NFC, single spaces, nothing invisible, no control characters, and the form the field demands. */
export function parseField(field: PersonField, text: string): Result<string, 'bad-field'> {
  const value = withoutInvisible(text).normalize('NFC').replace(/[ \u00a0]+/g, ' ').trim();
  if (CONTROL.test(value)) return err('bad-field');
  return (RULES[field]?.(value) ?? true) ? ok(value) : err('bad-field');
}

/** `YYYY`, or a day of the calendar as `YYYY-MM-DD`. */
export function isPartialDate(value: string): boolean {
  if (/^\d{4}$/.test(value)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value;
}
