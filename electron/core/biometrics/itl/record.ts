import type { ItlCharset } from './charset.ts';

/** Separators of the traditional encoding. Source: ANSI/NIST-ITL 1-2011 Update 2015, Annex B. */
export const SEPARATOR = { file: 0x1c, group: 0x1d, record: 0x1e, unit: 0x1f } as const;

/** One information item after another, subfield by subfield. A plain value is `[[value]]`. */
export type Subfields = readonly (readonly string[])[];

/** A field is text, or (only xx.999) bytes. Field 1, the length, is not kept: it is computed when written. */
export type ItlField =
  | { readonly number: number; readonly subfields: Subfields }
  | { readonly number: number; readonly data: Uint8Array };

/** Types 1, 2 and 9 to 99. Fields are in file order. */
export type TaggedRecord = { readonly kind: 'tagged'; readonly type: number; readonly fields: readonly ItlField[] };

/** Type-4: one 500 ppi fingerprint with a fixed binary header. */
export type Type4Record = {
  readonly kind: 'type-4';
  readonly type: 4;
  readonly idc: number;
  readonly impression: number;
  /** Six bytes, the unused ones 255. */
  readonly positions: readonly number[];
  /** 0 = the minimum resolution (19.69 px/mm), 1 = that of 1.011. */
  readonly scanningResolution: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 none, 1 WSQ, 2 JPEGB, 3 JPEGL, 4 JP2, 5 JP2L, 6 PNG. */
  readonly compression: number;
  readonly data: Uint8Array;
};

/** Type-8: a signature as bitmap or pen vectors, binary header. */
export type Type8Record = {
  readonly kind: 'type-8';
  readonly type: 8;
  readonly idc: number;
  /** 0 = the subject's, 1 = the official's. */
  readonly signer: number;
  /** 0 raw bitmap, 1 facsimile, 2 pen vectors. */
  readonly representation: number;
  readonly scanningResolution: number;
  /** Both 0 for pen vectors. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
};

/** Types 3, 5, 6 and 7: obsolete binary images, carried unopened. `data` is what follows length and IDC. */
export type OpaqueRecord = { readonly kind: 'opaque'; readonly type: 3 | 5 | 6 | 7; readonly idc: number; readonly data: Uint8Array };

export type ItlRecord = TaggedRecord | Type4Record | Type8Record | OpaqueRecord;

/** The first record is Type-1. */
export type ItlTransaction = { readonly charset: ItlCharset; readonly records: readonly ItlRecord[] };

/** Types whose field 999 holds raw bytes. Type-2 and Type-9 fields are all text. */
export const hasBinaryData = (type: number): boolean => type >= 10 && type !== 98;

export const text = (number: number, value: string | number): ItlField => ({ number, subfields: [[String(value)]] });
export const list = (number: number, subfields: readonly (readonly (string | number)[])[]): ItlField => ({ number, subfields: subfields.map((items) => items.map(String)) });

/** First item of a field's first subfield; undefined when the field is absent or binary. */
export function findText(record: TaggedRecord, number: number): string | undefined {
  return findSubfields(record, number)?.[0]?.[0];
}

export function findSubfields(record: TaggedRecord, number: number): Subfields | undefined {
  const field = record.fields.find((candidate) => candidate.number === number);
  return field !== undefined && 'subfields' in field ? field.subfields : undefined;
}

export function findData(record: TaggedRecord): Uint8Array | undefined {
  const field = record.fields.find((candidate) => candidate.number === 999);
  return field !== undefined && 'data' in field ? field.data : undefined;
}

/** A non-negative decimal integer of at most nine digits; undefined for anything else. */
export function findInteger(record: TaggedRecord, number: number): number | undefined {
  return parseInteger(findText(record, number));
}

export const parseInteger = (value: string | undefined): number | undefined => (value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined);

/** IDC of a record: links records of one subject; Type-1 has none. */
export function idcOf(record: ItlRecord): number | undefined {
  return record.kind === 'tagged' ? (record.type === 1 ? undefined : findInteger(record, 2)) : record.idc;
}
