import type { Dossier } from '../../../electron/contract/dossier.ts';
import { REUSED_FACE_FILE, SEALED_DATA_KEYS, SEALED_FORMAT, SEALED_MEDIA_TYPES, captureFileName, pageFileName, type SealedData, type SealedManifest } from '../../../electron/contract/sealed.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { mayDecide } from '../../../electron/core/dossier/four-eyes.ts';
import { canonicalJson } from '../../kit/sealed-dossier/canonical-json.ts';
import { DATA_NAME, sealFiles, sha256Hex, type FileToSeal } from '../../kit/sealed-dossier/seal-files.ts';
import type { SealInput, SealedFile } from '../seams.ts';
import { biometricFiles } from './biometric-files.ts';

/**
 * Seals an approved dossier: manifest, data, biometric files, captures, the face that is used again and pages in a ZIP, signed by the station, encrypted to the centre.
 * @throws {AppError} seal.failed when a capture's bytes are not those the dossier names, or one officer stands on both sides
 */
export async function sealDossier(input: SealInput): Promise<SealedFile> {
  const { dossier } = input;
  if (dossier.kind === null) throw new AppError('seal.failed', { why: 'no kind of issue' });
  if (!mayDecide(input.chief.id, new Set([input.officer.id]))) throw new AppError('seal.failed', { why: 'one officer on both sides' });
  const head: Omit<SealedManifest, 'files'> = {
    format: SEALED_FORMAT,
    dossierId: dossier.id,
    number: dossier.number,
    regime: dossier.regime,
    kind: dossier.kind,
    ...procedureOf(dossier),
    supersedes: dossier.supersedes,
    station: { ...input.station, certificateSha256: sha256Hex(input.stationCertificateDer) },
    softwareVersion: input.softwareVersion,
    auditHead: input.auditHead,
    officer: input.officer,
    chief: input.chief,
    sealedAt: input.sealedAt,
  };
  const data = Object.fromEntries(SEALED_DATA_KEYS.map((key) => [key, dossier[key]])) as SealedData;
  const images = [...captureFiles(input), ...reusedFaceFile(input), ...pageFiles(input)];
  const files: FileToSeal[] = [{ name: DATA_NAME, mediaType: 'application/json', bytes: canonicalJson(data) }, ...(await biometricFiles(input)), ...images];
  const bytes = sealFiles(head, files, input);
  return { bytes, sha256: sha256Hex(bytes) };
}

/** What of the procedure the centre judges first; the whole of it stands in `dossier.json`. */
function procedureOf({ receivedOn, ground, capturePlan, representation, fee, findings }: Dossier): Pick<SealedManifest, 'receivedOn' | 'ground' | 'signer' | 'relation' | 'fee' | 'overridden'> {
  const receiptNumber = fee?.receipts.findLast((receipt) => receipt.void?.approved !== true)?.receiptNumber ?? '';
  return {
    receivedOn, ground, signer: capturePlan.signer, relation: representation?.relation ?? null,
    fee: fee === null ? null : { amountDong: fee.amountDong, state: fee.state, receiptNumber },
    overridden: findings.filter(({ passed }) => passed !== null).map(({ code }) => code),
  };
}

/** The captures in the order of the dossier, each checked against the hash that the officer accepted. */
function captureFiles({ dossier, captures }: SealInput): FileToSeal[] {
  if (captures.length !== dossier.captures.length) throw new AppError('seal.failed', { why: 'number of captures' });
  return dossier.captures.map(({ slot, sha256 }) => {
    const capture = captures.find((candidate) => candidate.slot === slot);
    if (capture === undefined || sha256Hex(capture.bytes) !== sha256) throw new AppError('seal.failed', { why: 'capture', slot });
    if (!isSealable(capture.mediaType)) throw new AppError('seal.failed', { why: 'media type', slot });
    return { name: captureFileName(slot, capture.mediaType), mediaType: capture.mediaType, bytes: capture.bytes };
  });
}

/** The face that stands in place of a portrait: the one that officer and chief were shown. */
function reusedFaceFile({ dossier, reusedFace }: SealInput): FileToSeal[] {
  if (dossier.reusedFace === null) return [];
  if (reusedFace === null || sha256Hex(reusedFace) !== dossier.reusedFace.sha256) throw new AppError('seal.failed', { why: 'last face' });
  return [{ name: REUSED_FACE_FILE, mediaType: 'image/jpeg', bytes: reusedFace }];
}

/** The pages of its papers, in the order of the dossier. */
function pageFiles({ dossier, pages }: SealInput): FileToSeal[] {
  return dossier.documents.flatMap((document, paper) => document.pages.map(({ sha256, mediaType }, page) => {
    const kept = pages.find((candidate) => candidate.sha256 === sha256);
    if (kept === undefined || sha256Hex(kept.bytes) !== sha256) throw new AppError('seal.failed', { why: 'page', paper: paper + 1, page: page + 1 });
    return { name: pageFileName(paper + 1, page + 1, mediaType), mediaType, bytes: kept.bytes };
  }));
}

const isSealable = (mediaType: string): mediaType is keyof typeof SEALED_MEDIA_TYPES => Object.hasOwn(SEALED_MEDIA_TYPES, mediaType);
