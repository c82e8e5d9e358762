import { signatureRecords } from '../../../../electron/core/biometrics/enrolment/signature-records.ts';
import type { Type8Record } from '../../../../electron/core/biometrics/itl/record.ts';
import { disagreement, sameBytes } from './disagreement.ts';
import type { Digests, KeptFile } from './kept-files.ts';
import { signatureOf } from './signature-of.ts';

/** The Type-8 records are those that the kept signature gives: the same vectors, the same picture drawn from them. */
export function checkSignature(file: KeptFile | undefined, records: readonly Type8Record[], digests: Digests): void {
  const kept = file === undefined ? undefined : signatureOf(file.bytes, file.capture.mediaType, file.capture.ppi);
  if (file !== undefined && kept === undefined) throw disagreement('signature file');
  const due = file === undefined || kept === undefined ? [] : signatureRecords({ ...kept, capturedAt: file.capture.capturedAt, sha256: file.capture.sha256 }, records[0]?.idc ?? 0);
  const same = due.length === records.length && due.every((record, n) => isSame(record, records[n]!) && digests.get(record.idc) === file?.capture.sha256);
  if (!same) throw disagreement('signature');
}

const isSame = (a: Type8Record, b: Type8Record): boolean =>
  a.idc === b.idc && a.signer === b.signer && a.representation === b.representation && a.widthPx === b.widthPx && a.heightPx === b.heightPx && sameBytes(a.data, b.data);
