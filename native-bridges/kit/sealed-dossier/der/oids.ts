import { context, derNull, octetString, oid, sequence, smallInteger } from './der-write.ts';

/** Object identifiers as whole DER values. */
export const OID = {
  /** RFC 5652, 4, 5.1; RFC 5083, 2.1 */
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  authEnvelopedData: oid('1.2.840.113549.1.9.16.1.23'),
  /** RFC 5652, 11 */
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingTime: oid('1.2.840.113549.1.9.5'),
  /** RFC 5754, RFC 5758, RFC 8017, RFC 5084 */
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  ecdsaWithSha256: oid('1.2.840.10045.4.3.2'),
  rsaesOaep: oid('1.2.840.113549.1.1.7'),
  mgf1: oid('1.2.840.113549.1.1.8'),
  aes256Gcm: oid('2.16.840.1.101.3.4.1.46'),
  /** RFC 5280, 4.2.1 and appendix A */
  commonName: oid('2.5.4.3'),
  organization: oid('2.5.4.10'),
  organizationalUnit: oid('2.5.4.11'),
  basicConstraints: oid('2.5.29.19'),
  keyUsage: oid('2.5.29.15'),
  subjectKeyIdentifier: oid('2.5.29.14'),
  authorityKeyIdentifier: oid('2.5.29.35'),
} as const;

/** SHA-256 as an algorithm; parameters absent (RFC 5754, 2). */
export const SHA256_ALGORITHM = sequence(OID.sha256);
export const ECDSA_SHA256_ALGORITHM = sequence(OID.ecdsaWithSha256);
/** RSAES-OAEP with SHA-256 for both the label hash and MGF1, empty label (RFC 4055, 4.1). */
export const OAEP_SHA256_ALGORITHM = sequence(OID.rsaesOaep, sequence(
  tlvExplicit(0, sequence(OID.sha256, derNull())),
  tlvExplicit(1, sequence(OID.mgf1, sequence(OID.sha256, derNull()))),
));

/** GCMParameters (RFC 5084, 3.2) with a 16-byte tag; the tag's length is written because its default is 12. */
export const aes256GcmAlgorithm = (nonce: Uint8Array): Buffer => sequence(OID.aes256Gcm, sequence(octetString(nonce), smallInteger(GCM_TAG_BYTES)));
export const GCM_TAG_BYTES = 16;
export const GCM_NONCE_BYTES = 12;

function tlvExplicit(n: number, inner: Buffer): Buffer {
  return Buffer.concat([Buffer.from([context(n), inner.length]), inner]);
}
