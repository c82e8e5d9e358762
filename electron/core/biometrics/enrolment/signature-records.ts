import type { GrayImage } from '../image/gray-image.ts';
import { bitmapSignatureRecord, padFromVectors, parseBitmapSignature, parseVectorSignature, vectorsFromPad, vectorSignatureRecord } from '../itl/signature.ts';
import type { ItlRecord, Type8Record } from '../itl/record.ts';
import { FULL_PRESSURE, type PenStrokes } from '../signature/pen-strokes.ts';
import type { EnrolmentSignature } from './enrolment.ts';

/** Type-8 records of a signature: its pen vectors where there are any, then its bitmap. IDC counts from `firstIdc`. */
export function signatureRecords({ strokes, image }: EnrolmentSignature, firstIdc: number): readonly Type8Record[] {
  const vectors = strokes === undefined ? [] : [vectorSignatureRecord(firstIdc, vectorsFromPad(strokes.samples, { ...strokes, pressureMaximum: FULL_PRESSURE }))];
  return [...vectors, bitmapSignatureRecord(firstIdc + vectors.length, image)];
}

/** A bitmap that does not say its resolution is taken for that of the fixed records. */
const BITMAP_PPI = 500;

/** The signature in a transaction: strokes where there are vectors, else the bitmap; undefined without a Type-8 that can be read. */
export function signatureIn(records: readonly ItlRecord[]): PenStrokes | GrayImage | undefined {
  const signatures = records.filter((record) => record.kind === 'type-8');
  for (const record of signatures) {
    const vectors = parseVectorSignature(record);
    if (vectors !== undefined && vectors.length > 0) return padFromVectors(vectors, FULL_PRESSURE);
  }
  return signatures.map((record) => parseBitmapSignature(record, BITMAP_PPI)).find((image) => image !== undefined);
}
