import { AppError } from '../../../electron/core/errors/app-error.ts';
import { parseField } from '../../../electron/core/person/field-rules.ts';
import type { Person, PersonField } from '../../../electron/core/person/person.ts';

/** Every field of a person who was typed in, as it is kept; what isn't known stays empty. @throws {AppError} dossier.bad-field */
export function parsePerson(person: Person): Person {
  const fields = Object.entries(person).map(([field, value]) => {
    const parsed = value === '' && field !== 'fullName' ? { ok: true as const, value } : parseField(field as PersonField, value);
    if (!parsed.ok) throw new AppError('dossier.bad-field', { field });
    return [field, parsed.value];
  });
  return Object.fromEntries(fields) as Person;
}
