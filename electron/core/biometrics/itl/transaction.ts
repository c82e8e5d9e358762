import { toAscii, type ItlCharset } from './charset.ts';
import { idcOf, list, text, type ItlRecord, type ItlTransaction } from './record.ts';

/** What Type-1 says about a transaction. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.1. */
export type TransactionHeader = {
  /** Up to 16 characters of the user domain, e.g. ENROL. */
  readonly transactionType: string;
  /** Local date YYYYMMDD and GMT YYYYMMDDHHMMSSZ of the moment it is written. */
  readonly date: string;
  readonly gmt: string;
  /** 1 most urgent to 9. */
  readonly priority?: number;
  readonly destination: string;
  readonly origin: string;
  readonly controlNumber: string;
  /** The control number this one answers. */
  readonly reference?: string;
  readonly domain: { readonly name: string; readonly version: string };
};

/** Update 2015; tools that stop at 2007 want 0400. */
export const VERSION_2015 = '0502';
/** Pixels per millimetre of 500 ppi: said only when a Type-4 record needs it. */
const FIXED_RESOLUTION = '19.69';

/**
 * Builds the transaction, Type-1 first. With `ascii`, Type-1 does not declare a character set and text is written without
 * Vietnamese marks: NIST's an2k tools refuse files that declare UTF-8.
 */
export function makeTransaction(header: TransactionHeader, records: readonly ItlRecord[], charset: ItlCharset): ItlTransaction {
  const resolution = records.some((record) => record.kind === 'type-4') ? FIXED_RESOLUTION : '00.00';
  const contents = records.map((record) => [record.type, String(idcOf(record) ?? 0).padStart(2, '0')]);
  const first: ItlRecord = {
    kind: 'tagged',
    type: 1,
    fields: [
      text(2, VERSION_2015), list(3, [[1, records.length], ...contents]), text(4, toAscii(header.transactionType)), text(5, header.date),
      ...(header.priority === undefined ? [] : [text(6, header.priority)]),
      text(7, toAscii(header.destination)), text(8, toAscii(header.origin)), text(9, toAscii(header.controlNumber)),
      ...(header.reference === undefined ? [] : [text(10, toAscii(header.reference))]),
      text(11, resolution), text(12, resolution), list(13, [[header.domain.name, header.domain.version]]), text(14, header.gmt),
      ...(charset === 'utf-8' ? [list(15, [['003', 'UTF-8', '']])] : []),
    ],
  };
  return { charset, records: [first, ...(charset === 'utf-8' ? records : records.map(withoutMarks))] };
}

/** Text fields in 7-bit ASCII, bytes untouched. */
function withoutMarks(record: ItlRecord): ItlRecord {
  if (record.kind !== 'tagged') return record;
  return {
    ...record,
    fields: record.fields.map((field) => ('data' in field ? field : { ...field, subfields: field.subfields.map((items) => items.map(toAscii)) })),
  };
}
