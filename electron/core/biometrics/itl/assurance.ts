import { findData, findInteger, findSubfields, findText, list, parseInteger, text, type TaggedRecord } from './record.ts';

/** One digest of one record's content, e.g. of the image of IDC 3. */
export type Digest = { readonly idc: number; readonly algorithm: string; readonly hex: string };
/** One line of the audit log, field 98.900. */
export type AuditLine = { readonly event: string; readonly reason: string; readonly field: string; readonly oldValue: string };

/** A Type-98 record: who vouches for the file and what was changed. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.25. */
export type Assurance = {
  readonly idc: number;
  /** CBEFF owner of the assurance format, 4 hex digits, and its format number. */
  readonly formatOwner: string;
  readonly formatType: number;
  /** GMT, YYYYMMDDHHMMSSZ. */
  readonly createdAt: string;
  /** Written to 98.200, the first field left to the format. */
  readonly digests: readonly Digest[];
  readonly audit: readonly AuditLine[];
};

const DIGEST_FIELD = 200;
const idcText = (idc: number): string => String(idc).padStart(2, '0');

export function assuranceRecord(assurance: Assurance): TaggedRecord {
  const { digests, audit } = assurance;
  return {
    kind: 'tagged',
    type: 98,
    fields: [
      text(2, idcText(assurance.idc)), text(3, assurance.formatOwner), text(5, assurance.formatType), text(6, assurance.createdAt),
      ...(digests.length === 0 ? [] : [list(DIGEST_FIELD, digests.map((digest) => [digest.idc, digest.algorithm, digest.hex]))]),
      ...(audit.length === 0 ? [] : [list(900, audit.map((line) => [line.event, line.reason, line.field, line.oldValue]))]),
    ],
  };
}

export function parseAssurance(record: TaggedRecord): Assurance | undefined {
  const idc = findInteger(record, 2);
  if (record.type !== 98 || idc === undefined) return undefined;
  return {
    idc,
    formatOwner: findText(record, 3) ?? '',
    formatType: findInteger(record, 5) ?? 0,
    createdAt: findText(record, 6) ?? '',
    digests: (findSubfields(record, DIGEST_FIELD) ?? []).flatMap(([about, algorithm, hex]) => {
      const of = parseInteger(about);
      return of === undefined || algorithm === undefined || hex === undefined ? [] : [{ idc: of, algorithm, hex }];
    }),
    audit: (findSubfields(record, 900) ?? []).map(([event, reason, field, oldValue]) => ({ event: event ?? '', reason: reason ?? '', field: field ?? '', oldValue: oldValue ?? '' })),
  };
}

/** A Type-99 record: any CBEFF biometric data block, here an ISO record. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.26. */
export type CbeffBlock = {
  readonly idc: number;
  readonly sourceAgency: string;
  readonly captureDate: string;
  /** CBEFF biometric type: 2 face, 8 finger, 16 iris. */
  readonly biometricType: number;
  readonly formatOwner: string;
  readonly formatType: string;
  readonly data: Uint8Array;
};

/** CBEFF header version 1.1. */
const CBEFF_VERSION = '0101';

export function cbeffRecord(block: CbeffBlock): TaggedRecord {
  return {
    kind: 'tagged',
    type: 99,
    fields: [
      text(2, idcText(block.idc)), text(4, block.sourceAgency), text(5, block.captureDate), text(100, CBEFF_VERSION), text(101, block.biometricType),
      text(103, block.formatOwner), text(104, block.formatType), { number: 999, data: block.data },
    ],
  };
}

export function parseCbeff(record: TaggedRecord): CbeffBlock | undefined {
  const idc = findInteger(record, 2);
  const data = findData(record);
  if (record.type !== 99 || idc === undefined || data === undefined) return undefined;
  return {
    idc, data,
    sourceAgency: findText(record, 4) ?? '',
    captureDate: findText(record, 5) ?? '',
    biometricType: findInteger(record, 101) ?? 0,
    formatOwner: findText(record, 103) ?? '',
    formatType: findText(record, 104) ?? '',
  };
}
