import type { Person, PersonField } from '../../../../electron/core/person/person.ts';
import { isSameText } from '../../../../electron/core/person/text/tone-placement.ts';
import { formatPartialDate } from '../../../../electron/core/time/format.ts';
import { parseBirthDate } from '../find/birth-date-input.ts';

/** Names of people are written in capitals on the card. */
const IN_CAPITALS: ReadonlySet<PersonField> = new Set(['fullName', 'fatherName', 'motherName', 'spouseName']);

/** The number comes from the population database and is never typed at the counter. */
export const isLocked = (field: PersonField): boolean => field === 'pid';

/** Places are longer than a column is wide; their field grows instead of hiding the end. */
const PLACES: ReadonlySet<PersonField> = new Set(['birthRegistration', 'homeTown', 'residence', 'currentAddress']);
export const isLong = (field: PersonField): boolean => PLACES.has(field);

/** How a stored value looks in the table; sex is worded by the caller. */
export const shownValue = (field: PersonField, value: string): string => (field === 'birthDate' ? formatPartialDate(value) : value);

/**
 * What leaving the field turns the typed text into: NFC, single spaces, capitals for names, ISO for the birth date.
 * @returns `undefined` when the text is no date of the calendar
 */
export function settledValue(field: PersonField, typed: string): string | undefined {
  const text = typed.normalize('NFC').replace(/[\s\u00a0\u200b]+/g, ' ').trim();
  if (field === 'birthDate') return text === '' ? '' : parseBirthDate(text);
  return IN_CAPITALS.has(field) ? text.toLocaleUpperCase('vi') : text;
}

export type Comparison = 'same' | 'differs' | 'added';
/** By the rule of `differingFields`: a row never says other than the count above it. */
export function compare(database: Person, entered: Person, field: PersonField): Comparison {
  if (isSameText(database[field], entered[field])) return 'same';
  return database[field] === '' ? 'added' : 'differs';
}
