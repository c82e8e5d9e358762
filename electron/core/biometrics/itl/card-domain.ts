import { findInteger, findText, text, type TaggedRecord } from './record.ts';

/** Name and version in 1.013 of files whose Type-2 follows this map. */
export const CARD_DOMAIN = { name: 'VN-CAN-CUOC', version: '1.0' } as const;

/**
 * The project's own Type-2 domain: which field of a Type-2 record holds which fact about the citizen or the dossier.
 * Numbers are never reused for another meaning; the table in docs/dossier-format.md is the published form.
 * Dates are YYYYMMDD, or YYYY where only the year is known; sex is 0 unknown, 1 male, 2 female.
 */
export const CARD_FIELDS = {
  dossierId: 3,
  procedure: 4,
  receivingUnit: 5,
  receivedOn: 6,
  fullName: 18,
  pid: 20,
  oldIdNumber: 21,
  birthDate: 22,
  sex: 24,
  ethnicity: 30,
  religion: 31,
  nationality: 32,
  birthRegistration: 33,
  homeTown: 34,
  residence: 41,
  currentAddress: 42,
  fatherName: 50,
  motherName: 51,
  spouseName: 52,
} as const;

export type CardField = keyof typeof CARD_FIELDS;
export type CardData = Readonly<Partial<Record<CardField, string>>>;

const NAMES = (Object.keys(CARD_FIELDS) as CardField[]).toSorted((a, b) => CARD_FIELDS[a] - CARD_FIELDS[b]);

/** Empty values are left out: an absent field says "not known". */
export function cardRecord(idc: number, data: CardData): TaggedRecord {
  const present = NAMES.filter((name) => (data[name] ?? '') !== '');
  return { kind: 'tagged', type: 2, fields: [text(2, String(idc).padStart(2, '0')), ...present.map((name) => text(CARD_FIELDS[name], data[name]!))] };
}

/** Undefined for another type or a record without IDC; fields of other domains are ignored. */
export function parseCardRecord(record: TaggedRecord): CardData | undefined {
  if (record.type !== 2 || findInteger(record, 2) === undefined) return undefined;
  return Object.fromEntries(NAMES.flatMap((name) => {
    const value = findText(record, CARD_FIELDS[name]);
    return value === undefined || value === '' ? [] : [[name, value]];
  }));
}
