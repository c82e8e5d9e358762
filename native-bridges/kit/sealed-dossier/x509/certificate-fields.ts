import { X509Certificate } from 'node:crypto';
import { DerReader } from '../der/der-read.ts';
import { TAG, context, sequence } from '../der/der-write.ts';

/** IssuerAndSerialNumber (RFC 5652, 10.2.4) of a certificate, as DER: how CMS names a signer and a recipient. */
export function issuerAndSerialOf(certificateDer: Uint8Array): Buffer {
  const { serial, issuer } = readTbs(certificateDer);
  return sequence(issuer, serial);
}

/** The subject's name as DER; the issuer of what this certificate signs. */
export const subjectOf = (certificateDer: Uint8Array): Buffer => readTbs(certificateDer).subject;

function readTbs(certificateDer: Uint8Array): { readonly serial: Buffer; readonly issuer: Buffer; readonly subject: Buffer } {
  const tbs = new DerReader(certificateDer).enter(TAG.sequence, 'Certificate').enter(TAG.sequence, 'TBSCertificate');
  if (tbs.peek() === context(0)) tbs.read(context(0), 'version');
  const serial = tbs.read(TAG.integer, 'serialNumber').whole;
  tbs.read(TAG.sequence, 'signature');
  const issuer = tbs.read(TAG.sequence, 'issuer').whole;
  tbs.read(TAG.sequence, 'validity');
  return { serial, issuer, subject: tbs.read(TAG.sequence, 'subject').whole };
}

/**
 * Whether `authority` issued `certificate` and both were valid at `at`. Two levels only: the centre's CA signs
 * certificates directly, and a certificate that is itself a CA is no station's.
 */
export function isIssuedBy(certificateDer: Uint8Array, authorityDer: Uint8Array, at: Date): boolean {
  const certificate = new X509Certificate(certificateDer);
  const authority = new X509Certificate(authorityDer);
  return authority.ca && !certificate.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)
    && isValidAt(certificate, at) && isValidAt(authority, at);
}

const isValidAt = (certificate: X509Certificate, at: Date): boolean => certificate.validFromDate <= at && at <= certificate.validToDate;
