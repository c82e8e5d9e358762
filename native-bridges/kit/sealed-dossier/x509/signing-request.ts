import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { DerFailure, DerReader } from '../der/der-read.ts';
import { TAG, bitString, context, sequence, smallInteger, tlv } from '../der/der-write.ts';
import { ECDSA_SHA256_ALGORITHM } from '../der/oids.ts';
import { encodeName, type DistinguishedName } from './distinguished-name.ts';

/** A PKCS#10 request (RFC 2986) for an EC P-256 key, without attributes, as DER. */
export function createSigningRequest(subject: DistinguishedName, key: KeyObject): Buffer {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const info = sequence(smallInteger(0), encodeName(subject), spki, tlv(context(0)));
  return sequence(info, ECDSA_SHA256_ALGORITHM, bitString(sign('sha256', info, key)));
}

export type SigningRequest = { readonly subject: Buffer; readonly publicKeySpki: Buffer };

/**
 * Reads a request and checks that whoever made it holds the key.
 * @throws {DerFailure} where it is not such a request, or the key is not EC P-256, or the proof fails
 */
export function readSigningRequest(der: Uint8Array): SigningRequest {
  const outer = new DerReader(der).enter(TAG.sequence, 'CertificationRequest');
  const info = outer.read(TAG.sequence, 'CertificationRequestInfo');
  outer.expect(ECDSA_SHA256_ALGORITHM, 'ecdsa-with-SHA256');
  const signature = outer.read(TAG.bitString, 'signature');
  outer.end('CertificationRequest');

  const fields = new DerReader(info.whole).enter(TAG.sequence, 'CertificationRequestInfo');
  fields.expect(smallInteger(0), 'version 0');
  const subject = fields.read(TAG.sequence, 'subject').whole;
  const publicKeySpki = fields.read(TAG.sequence, 'subjectPublicKeyInfo').whole;
  if (!provesPossession(publicKeySpki, info.whole, signature.content.subarray(1))) throw new DerFailure(signature.offset, 'proof of possession');
  return { subject, publicKeySpki };
}

function provesPossession(spki: Buffer, signed: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' && verify('sha256', signed, key, signature);
  } catch {
    return false; // a public key that OpenSSL can't read proves nothing
  }
}
