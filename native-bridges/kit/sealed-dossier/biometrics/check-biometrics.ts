import { BIOMETRIC_FILES, REUSED_FACE_FILE, type SealedData, type SealedManifest } from '../../../../electron/contract/sealed.ts';
import { cardDataOf } from '../../../../electron/core/biometrics/enrolment/card-data.ts';
import { ENROL } from '../../../../electron/core/biometrics/enrolment/enrolment-transaction.ts';
import { parseAssurance } from '../../../../electron/core/biometrics/itl/assurance.ts';
import { CARD_DOMAIN, parseCardRecord } from '../../../../electron/core/biometrics/itl/card-domain.ts';
import { readItl } from '../../../../electron/core/biometrics/itl/read.ts';
import { findSubfields, findText, type ItlRecord, type ItlTransaction, type TaggedRecord } from '../../../../electron/core/biometrics/itl/record.ts';
import { writeItl } from '../../../../electron/core/biometrics/itl/write.ts';
import { jpegSize } from '../../images/jpeg-head.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ZipFile } from '../zip/zip-write.ts';
import { attemptLogOf } from './attempt-log.ts';
import { checkFace } from './check-face.ts';
import { checkPrints } from './check-prints.ts';
import { checkSignature } from './check-signature.ts';
import { disagreement, sameBytes } from './disagreement.ts';
import { dossierFacts } from './dossier-facts.ts';
import { keptFiles, type Digests } from './kept-files.ts';

/** How many records of each type the transaction has, for those who look at a file. */
export type BiometricsSummary = { readonly bytes: number; readonly records: Readonly<Record<string, number>> };

/**
 * The files made for other biometric systems say what the dossier says: the person, the number, every print, the face, the
 * signature, the missing fingers, the attempts. Prints and the chip's portrait are decoded and held against the captures they
 * were made from.
 * @throws {AppError} sealed.bad-biometrics with the reason
 */
export async function checkBiometrics(manifest: SealedManifest, data: SealedData, files: readonly ZipFile[]): Promise<BiometricsSummary> {
  const file = (name: string): Uint8Array | undefined => files.find((candidate) => candidate.name === name)?.bytes;
  const bytes = file(BIOMETRIC_FILES.transaction);
  const attempts = file(BIOMETRIC_FILES.attempts);
  if (bytes === undefined || attempts === undefined) throw disagreement('missing file');
  if (!sameBytes(attempts, canonicalJson(attemptLogOf(data)))) throw disagreement('attempt log');
  const transaction = readTransaction(bytes);
  checkHeader(transaction, data);
  const { records } = transaction;
  checkPerson(tagged(records, 2), manifest, data);
  checkReusedFace(data, file(REUSED_FACE_FILE));
  const digests = digestsIn(tagged(records, 98));
  const kept = keptFiles(data, files);
  checkPrints(tagged(records, 14), data, { digests, kept });
  await checkFace(kept.find(({ capture }) => capture.slot === 'portrait'), { data, faces: tagged(records, 10), blocks: tagged(records, 99), faceFile: file(BIOMETRIC_FILES.face), digests });
  checkSignature(kept.find(({ capture }) => capture.slot === 'signature'), records.filter((record) => record.kind === 'type-8'), digests);
  return { bytes: bytes.length, records: countByType(records) };
}

/** Only types that are compared, written the one way this format is written. */
function readTransaction(bytes: Uint8Array): ItlTransaction {
  const read = readItl(bytes);
  if (!read.ok) throw disagreement(read.error.code, { at: read.error.offsetBytes });
  const written = writeItl(read.value);
  if (!written.ok || !sameBytes(written.value, bytes)) throw disagreement('not written as it reads');
  const other = read.value.records.find(({ type }) => !CHECKED_TYPES.includes(type));
  if (other !== undefined) throw disagreement('record type', { type: other.type });
  return read.value;
}

const CHECKED_TYPES: readonly number[] = [1, 2, 8, 10, 14, 98, 99];

function checkHeader({ records: [first] }: ItlTransaction, data: SealedData): void {
  if (first?.kind !== 'tagged' || findText(first, 4) !== ENROL || findText(first, 9) !== data.number) throw disagreement('header');
  const [name, version] = findSubfields(first, 13)?.[0] ?? [];
  if (name !== CARD_DOMAIN.name || version !== CARD_DOMAIN.version) throw disagreement('domain');
}

function checkPerson(records: readonly TaggedRecord[], { station }: SealedManifest, data: SealedData): void {
  const [record, ...more] = records;
  const told = record === undefined ? undefined : parseCardRecord(record);
  if (told === undefined || more.length > 0) throw disagreement('person record');
  if (!sameBytes(canonicalJson(told), canonicalJson(cardDataOf({ dossier: dossierFacts(data, station), person: data.person })))) throw disagreement('person');
}

/** A picture of the size that the data says, in place of a portrait and never beside one. */
function checkReusedFace({ reusedFace, captures }: SealedData, bytes: Uint8Array | undefined): void {
  if (reusedFace === null || bytes === undefined) return;
  const size = jpegSize(bytes);
  if (size?.widthPx !== reusedFace.widthPx || size.heightPx !== reusedFace.heightPx) throw disagreement('last face');
  if (captures.some(({ slot }) => slot === 'portrait')) throw disagreement('last face beside a portrait');
}

function digestsIn(records: readonly TaggedRecord[]): Digests {
  const [record, ...more] = records;
  const assurance = record === undefined ? undefined : parseAssurance(record);
  if (assurance === undefined || more.length > 0) throw disagreement('assurance record');
  return new Map(assurance.digests.map(({ idc, hex }) => [idc, hex]));
}

const tagged = (records: readonly ItlRecord[], type: number): readonly TaggedRecord[] => records.filter((record) => record.kind === 'tagged' && record.type === type) as readonly TaggedRecord[];

function countByType(records: readonly ItlRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
