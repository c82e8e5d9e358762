import type { Person } from '../../person/person.ts';
import type { CardData } from '../itl/card-domain.ts';
import { SEPARATOR } from '../itl/record.ts';
import type { Enrolment } from './enrolment.ts';

/** `YYYY-MM-DD` → `YYYYMMDD`; a bare year stays one. */
const compact = (date: string): string => date.replaceAll('-', '');

/** The Type-2 facts of an enrolment. Phone and occupation are not the card's and stay out. */
export function cardDataOf({ dossier, person }: Pick<Enrolment, 'dossier'> & { readonly person: Person }): CardData {
  const { fullName, pid, sex, ethnicity, religion, nationality, birthRegistration, homeTown, residence, currentAddress, fatherName, motherName, spouseName } = person;
  const data: CardData = {
    dossierId: dossier.id, procedure: dossier.kind, receivingUnit: dossier.unit, receivedOn: compact(dossier.receivedOn),
    fullName, pid, oldIdNumber: person.oldIdNumber, birthDate: compact(person.birthDate), sex, ethnicity, religion, nationality,
    birthRegistration, homeTown, residence, currentAddress, fatherName, motherName, spouseName,
  };
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, withoutSeparators(value)] as const).filter(([, value]) => value !== ''));
}

const SEPARATORS: readonly string[] = Object.values(SEPARATOR).map((code) => String.fromCharCode(code));

/** FS, GS, RS and US end items of the file; no name has them. */
const withoutSeparators = (value: string): string => Array.from(value, (character) => (SEPARATORS.includes(character) ? ' ' : character)).join('');
