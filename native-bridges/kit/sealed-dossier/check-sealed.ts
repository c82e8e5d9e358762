import { createHash, type KeyObject } from 'node:crypto';
import { SEALED_LIMITS, type SealedData, type SealedManifest } from '../../../electron/contract/sealed.ts';
import { AppError, type ErrorCode, type SafeDetail } from '../../../electron/core/errors/app-error.ts';
import { decryptEnvelope, readEnvelope } from './cms/auth-enveloped-data.ts';
import { hasGoodSignature, readSignedData, type SignedParts } from './cms/signed-data.ts';
import { DerFailure } from './der/der-read.ts';
import { checkHashes, readData, readManifest } from './read-content.ts';
import { isIssuedBy, issuerAndSerialOf } from './x509/certificate-fields.ts';
import { checkBiometrics, type BiometricsSummary } from './biometrics/check-biometrics.ts';
import { readZip } from './zip/zip-read.ts';
import type { ZipFile } from './zip/zip-write.ts';

/** The checks in their order; a failed one leaves those after it unchecked. */
export const SEALED_CHECKS = ['structure', 'decryption', 'signature', 'chain', 'zip', 'manifest', 'hashes', 'schema', 'biometrics'] as const;
export type SealedCheckName = (typeof SEALED_CHECKS)[number];
export type SealedCheck = {
  readonly name: SealedCheckName;
  readonly state: 'passed' | 'failed' | 'unchecked';
  readonly error?: { readonly code: ErrorCode; readonly detail: SafeDetail };
};

/** Whom the file must be for, and whose certificates are believed. */
export type SealedTrust = { readonly centreKey: KeyObject; readonly centreCertificateDer: Uint8Array; readonly caCertificateDer: Uint8Array };

export type OpenedDossier = { readonly manifest: SealedManifest; readonly data: SealedData; readonly files: readonly ZipFile[]; readonly biometrics: BiometricsSummary; readonly stationCertificateDer: Uint8Array };
export type SealedVerdict = { readonly checks: readonly SealedCheck[]; /** present when every check passed */ readonly dossier: OpenedDossier | undefined };

/** Checks a sealed file from the outside in. Whatever the bytes are, it answers; it never throws on account of them. Without trust only the structure is checked. */
export async function checkSealed(bytes: Uint8Array, trust: SealedTrust | undefined): Promise<SealedVerdict> {
  const passed: SealedCheckName[] = [];
  const pass = <T>(name: SealedCheckName, value: T): T => {
    passed.push(name);
    return value;
  };
  try {
    const envelope = pass('structure', readOuter(bytes));
    if (trust === undefined) return { checks: report(passed), dossier: undefined };
    if (!envelope.recipient.equals(issuerAndSerialOf(trust.centreCertificateDer))) throw new AppError('sealed.wrong-recipient');
    const plain = decryptEnvelope(envelope, trust.centreKey);
    if (plain === undefined) throw new AppError('sealed.decrypt-failed');
    const signed = readInner(pass('decryption', plain));
    if (!hasSignature(signed)) throw new AppError('sealed.bad-signature');
    pass('signature', true);
    if (!isTrusted(signed, trust.caCertificateDer)) throw new AppError('sealed.untrusted-signer');
    pass('chain', true);
    const files = pass('zip', readZip(signed.content));
    const manifest = pass('manifest', bindToSigner(readManifest(files), signed));
    pass('hashes', checkHashes(manifest, files));
    const data = pass('schema', readData(manifest, files));
    const biometrics = pass('biometrics', await checkBiometrics(manifest, data, files));
    return { checks: report(passed), dossier: { manifest, data, files, biometrics, stationCertificateDer: signed.certificateDer } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { checks: report(passed, error), dossier: undefined };
  }
}

function report(passed: readonly SealedCheckName[], error?: AppError): SealedCheck[] {
  return SEALED_CHECKS.map((name, i) => {
    if (i < passed.length) return { name, state: 'passed' };
    return error !== undefined && i === passed.length ? { name, state: 'failed', error: error.toWire() } : { name, state: 'unchecked' };
  });
}

function readOuter(bytes: Uint8Array): ReturnType<typeof readEnvelope> {
  if (bytes.length > SEALED_LIMITS.fileBytes) throw new AppError('sealed.not-cms', { why: 'too large', bytes: bytes.length });
  return asNotCms('outer', () => readEnvelope(bytes));
}

const readInner = (plain: Uint8Array): SignedParts => asNotCms('signed', () => readSignedData(plain));

function asNotCms<T>(layer: 'outer' | 'signed', read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerFailure) throw new AppError('sealed.not-cms', { layer, offset: error.offset });
    throw error;
  }
}

/** A certificate that OpenSSL can't read is nobody's: its signature counts as bad, not as a crash. */
function hasSignature(signed: SignedParts): boolean {
  try {
    return hasGoodSignature(signed);
  } catch {
    return false;
  }
}

function isTrusted(signed: SignedParts, caCertificateDer: Uint8Array): boolean {
  try {
    return isIssuedBy(signed.certificateDer, caCertificateDer, signed.signedAt);
  } catch {
    return false;
  }
}

/** The manifest names the certificate that signed it and the time it was signed, so neither can be swapped for another station's. */
function bindToSigner(manifest: SealedManifest, signed: SignedParts): SealedManifest {
  const fingerprint = createHash('sha256').update(signed.certificateDer).digest('hex');
  if (manifest.station.certificateSha256 !== fingerprint) throw new AppError('sealed.bad-manifest', { why: 'another certificate' });
  if (Math.floor(Date.parse(manifest.sealedAt) / 1000) !== signed.signedAt.getTime() / 1000) throw new AppError('sealed.bad-manifest', { why: 'another time' });
  return manifest;
}
