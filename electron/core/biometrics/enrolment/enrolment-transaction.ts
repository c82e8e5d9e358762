import { assuranceRecord, cbeffRecord, type Digest } from '../itl/assurance.ts';
import { CARD_DOMAIN, cardRecord } from '../itl/card-domain.ts';
import type { ItlCharset } from '../itl/charset.ts';
import { faceRecord } from '../itl/face-iris.ts';
import type { ItlRecord, ItlTransaction } from '../itl/record.ts';
import { makeTransaction } from '../itl/transaction.ts';
import { cardDataOf } from './card-data.ts';
import type { Enrolment, EnrolmentPortrait, EnrolmentSignature } from './enrolment.ts';
import { printRecords } from './print-records.ts';
import { recordDate, recordGmt } from './record-date.ts';
import { signatureRecords } from './signature-records.ts';
import { sourceAgencyOf } from './source-agency.ts';

/** Type of transaction, 1.004. */
export const ENROL = 'ENROL';
/** Who reads it, 1.007. */
const DESTINATION = 'VN-CAN-CUOC';
/** 10.013: ISO full frontal where that was measured, else unknown. */
export const portraitProfile = (fullFrontal: boolean): number => (fullFrontal ? 13 : 0);
/** CBEFF: a face in a record of ISO/IEC JTC 1/SC 37, format 8 = 19794-5. Source: ISO/IEC 19785, registry of format owners. */
const FACE_BLOCK = { biometricType: 2, formatOwner: '0101', formatType: '0008' } as const;
/** 98.003: no registered owner; 98.005: this project's list of digests, version 1. */
const DIGEST_FORMAT = { formatOwner: '0000', formatType: 1 } as const;
const DIGEST_ALGORITHM = 'SHA-256';

/**
 * One enrolment as an ANSI/NIST-ITL transaction: Type-1, Type-2 of the card domain, a Type-14 for each print and for fingers
 * that are missing, Type-10 portrait, Type-8 signature as vectors and bitmap, Type-99 with the ISO face record, Type-98 with the
 * SHA-256 of the file that each record was made from. With `ascii` Vietnamese marks are dropped.
 */
export function enrolmentTransaction(enrolment: Enrolment, charset: ItlCharset = 'utf-8'): ItlTransaction {
  const { dossier, madeAt, portrait, signature } = enrolment;
  const prints = printRecords(enrolment, 1);
  const digests: Digest[] = prints.flatMap(({ print }, n) => (print === undefined ? [] : [digestOf(1 + n, print.sha256)]));
  const records: ItlRecord[] = [cardRecord(0, cardDataOf(enrolment)), ...prints.map(({ record }) => record)];
  if (portrait !== undefined) addPortrait(records, digests, portrait, dossier.unit);
  if (signature !== undefined) addSignature(records, digests, signature);
  records.push(assuranceRecord({ idc: records.length, ...DIGEST_FORMAT, createdAt: recordGmt(madeAt), digests, audit: [] }));
  const header = {
    transactionType: ENROL, date: recordDate(madeAt), gmt: recordGmt(madeAt), destination: DESTINATION, origin: dossier.unit,
    controlNumber: dossier.number, domain: CARD_DOMAIN,
  };
  return makeTransaction(header, records, charset);
}

const digestOf = (idc: number, hex: string): Digest => ({ idc, algorithm: DIGEST_ALGORITHM, hex });

function addPortrait(records: ItlRecord[], digests: Digest[], portrait: EnrolmentPortrait, unit: string): void {
  const { widthPx, heightPx, compression, data, fullFrontal, capturedAt, sha256, faceRecord: block } = portrait;
  const common = { sourceAgency: sourceAgencyOf(unit), captureDate: recordDate(capturedAt) };
  digests.push(digestOf(records.length, sha256));
  records.push(faceRecord({ idc: records.length, ...common, image: { widthPx, heightPx, ppi: 0, compression, data }, colourSpace: 'SRGB', profile: portraitProfile(fullFrontal), pose: 'F', quality: [] }));
  records.push(cbeffRecord({ idc: records.length, ...common, ...FACE_BLOCK, data: block }));
}

function addSignature(records: ItlRecord[], digests: Digest[], signature: EnrolmentSignature): void {
  const made = signatureRecords(signature, records.length);
  digests.push(...made.map(({ idc }) => digestOf(idc, signature.sha256)));
  records.push(...made);
}
