import { isSameText } from './text/tone-placement.ts';

/** Sex as QCVN 109:2017/BTTTT codes it: 0 unknown, 1 male, 2 female. */
export type Sex = 0 | 1 | 2;

/** `YYYY-MM-DD`, or `YYYY` where only the year of birth is known. */
export type PartialDate = string;

export const PERSON_FIELDS = [
  'fullName', 'pid', 'oldIdNumber', 'birthDate', 'sex', 'ethnicity', 'religion', 'nationality',
  'birthRegistration', 'homeTown', 'residence', 'currentAddress', 'fatherName', 'motherName', 'spouseName', 'phone', 'occupation',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A citizen as the dossier holds them; every field is text, NFC, empty when unknown. `sex` is '0' | '1' | '2'. */
export type Person = Readonly<Record<PersonField, string>>;

export const EMPTY_PERSON: Person = Object.fromEntries(PERSON_FIELDS.map((field) => [field, ''])) as Person;

/**
 * Fields that differ between the population database and what the officer entered. Unicode form, case, invisible signs and the
 * vowel that carries a tone (hòa, hoà) make no difference; `i` and `y` do.
 */
export const differingFields = (database: Person, entered: Person): readonly PersonField[] =>
  PERSON_FIELDS.filter((field) => !isSameText(database[field], entered[field]));
