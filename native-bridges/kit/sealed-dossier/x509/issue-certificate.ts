import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { bitString, context, derTrue, octetString, sequence, smallInteger, time, tlv, unsignedInteger } from '../der/der-write.ts';
import { ECDSA_SHA256_ALGORITHM, OID } from '../der/oids.ts';

/** First octet of the KeyUsage bits (RFC 5280, 4.2.1.3) and how many of its low bits are unused. */
const KEY_USAGE = {
  authority: [0x06, 1], // keyCertSign, cRLSign
  sign: [0x80, 7], // digitalSignature
  decrypt: [0x20, 5], // keyEncipherment
} as const;

export type CertificateRequest = {
  /** DER of the subject's name and of its SubjectPublicKeyInfo */
  readonly subject: Buffer;
  readonly publicKeySpki: Buffer;
  readonly usage: keyof typeof KEY_USAGE;
  readonly notBefore: Date;
  readonly notAfter: Date;
};
/** `key` is an EC P-256 private key. */
export type Issuer = { readonly name: Buffer; readonly key: KeyObject };

/** An X.509 v3 certificate (RFC 5280) signed with ECDSA and SHA-256, as DER. */
export function issueCertificate(request: CertificateRequest, issuer: Issuer): Buffer {
  const tbs = sequence(
    tlv(context(0), smallInteger(2)), // v3
    unsignedInteger(serialNumber()),
    ECDSA_SHA256_ALGORITHM,
    issuer.name,
    sequence(time(request.notBefore), time(request.notAfter)),
    request.subject,
    request.publicKeySpki,
    tlv(context(3), sequence(...extensions(request, issuer))),
  );
  return sequence(tbs, ECDSA_SHA256_ALGORITHM, bitString(sign('sha256', tbs, issuer.key)));
}

/** 128 random bits, positive and never zero (RFC 5280, 4.1.2.2). */
function serialNumber(): Buffer {
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  return serial;
}

function extensions(request: CertificateRequest, issuer: Issuer): Buffer[] {
  const [bits, unused] = KEY_USAGE[request.usage];
  const issuerSpki = createPublicKey(issuer.key).export({ type: 'spki', format: 'der' });
  return [
    sequence(OID.basicConstraints, derTrue(), octetString(request.usage === 'authority' ? sequence(derTrue()) : sequence())),
    sequence(OID.keyUsage, derTrue(), octetString(bitString(Buffer.from([bits]), unused))),
    sequence(OID.subjectKeyIdentifier, octetString(octetString(keyIdentifier(request.publicKeySpki)))),
    sequence(OID.authorityKeyIdentifier, octetString(sequence(tlv(context(0, false), keyIdentifier(issuerSpki))))),
  ];
}

/** RFC 7093, 2, method 1: the leftmost 160 bits of a SHA-256, here over the whole SubjectPublicKeyInfo. */
const keyIdentifier = (spki: Uint8Array): Buffer => createHash('sha256').update(spki).digest().subarray(0, 20);
