import { parseField } from '../../../../../electron/core/person/field-rules.ts';
import type { Person, PersonField } from '../../../../../electron/core/person/person.ts';
import { formatPartialDate } from '../../../../../electron/core/time/format.ts';
import { parseBirthDate } from '../birth-date-input.ts';

/** What was typed into a field as it is kept; `undefined` where it isn't one. Dates are typed as people write them. */
export function typedField(field: PersonField, text: string): string | undefined {
  const value = field === 'birthDate' ? (parseBirthDate(text) ?? '') : text;
  const parsed = parseField(field, value);
  return parsed.ok ? parsed.value : undefined;
}

export const shownField = (field: PersonField, value: string): string => (field === 'birthDate' ? formatPartialDate(value) : value);

/** The fields of a person that is declared by hand, in the order of the DC01. */
export const DECLARED: readonly PersonField[] = [
  'fullName', 'birthDate', 'sex', 'ethnicity', 'nationality', 'religion', 'birthRegistration', 'homeTown', 'residence', 'currentAddress', 'oldIdNumber', 'fatherName', 'motherName', 'spouseName', 'phone', 'occupation',
];
export const badFields = (person: Person): readonly PersonField[] => DECLARED.filter((field) => typedField(field, person[field]) === undefined);
