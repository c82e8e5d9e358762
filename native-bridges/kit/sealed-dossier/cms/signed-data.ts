import { createHash, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { DerReader } from '../der/der-read.ts';
import { TAG, context, octetString, sequence, setOf, smallInteger, time, tlv } from '../der/der-write.ts';
import { ECDSA_SHA256_ALGORITHM, OID, SHA256_ALGORITHM } from '../der/oids.ts';
import { issuerAndSerialOf } from '../x509/certificate-fields.ts';

export type SignedParts = {
  readonly content: Uint8Array;
  /** SHA-256 of the content */
  readonly digest: Uint8Array;
  readonly certificateDer: Uint8Array;
  readonly signedAt: Date;
  /** DER of the ECDSA signature over the signed attributes */
  readonly signature: Uint8Array;
};

/** Signs with an EC P-256 key: CMS SignedData (RFC 5652, 5) around the content, the certificate inside. Returns the ContentInfo. */
export function signContent(content: Uint8Array, keyPkcs8: Uint8Array, certificateDer: Uint8Array, signedAt: Date): Buffer {
  const key = createPrivateKey({ key: Buffer.from(keyPkcs8), format: 'der', type: 'pkcs8' });
  const digest = digestOf(content);
  const signature = sign('sha256', setOf(...signedAttributes(digest, signedAt)), key);
  return encode({ content, digest, certificateDer, signedAt, signature });
}

/** contentType, signingTime and messageDigest (RFC 5652, 11); the order in the SET is DER's. */
const signedAttributes = (digest: Uint8Array, signedAt: Date): Buffer[] => [
  sequence(OID.contentType, setOf(OID.data)),
  sequence(OID.signingTime, setOf(time(signedAt))),
  sequence(OID.messageDigest, setOf(octetString(digest))),
];

const digestOf = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

function encode(parts: SignedParts): Buffer {
  const attributes = setOf(...signedAttributes(parts.digest, parts.signedAt));
  attributes[0] = context(0); // signed as SET OF, written as [0] IMPLICIT (RFC 5652, 5.4)
  const signerInfo = sequence(
    smallInteger(1), issuerAndSerialOf(parts.certificateDer), SHA256_ALGORITHM, attributes, ECDSA_SHA256_ALGORITHM, octetString(parts.signature),
  );
  const signedData = sequence(
    smallInteger(1), setOf(SHA256_ALGORITHM),
    sequence(OID.data, tlv(context(0), octetString(parts.content))),
    tlv(context(0), parts.certificateDer),
    setOf(signerInfo),
  );
  return sequence(OID.signedData, tlv(context(0), signedData));
}

/**
 * Takes a SignedData apart. Only the one encoding that `signContent` writes is read: what was read is encoded again and
 * must give the same bytes, so no field can hold anything unnoticed.
 * @throws {DerFailure} with the offset inside `der`
 */
export function readSignedData(der: Uint8Array): SignedParts {
  const top = new DerReader(der);
  const contentInfo = top.enter(TAG.sequence, 'ContentInfo');
  top.end('ContentInfo');
  contentInfo.expect(OID.signedData, 'id-signedData');
  const signedData = contentInfo.enter(context(0), '[0] content').enter(TAG.sequence, 'SignedData');
  signedData.expect(smallInteger(1), 'version 1');
  signedData.expect(setOf(SHA256_ALGORITHM), 'digestAlgorithms');
  const encapsulated = signedData.enter(TAG.sequence, 'encapContentInfo');
  encapsulated.expect(OID.data, 'id-data');
  const content = encapsulated.enter(context(0), '[0] eContent').read(TAG.octetString, 'eContent').content;
  const certificateDer = signedData.enter(context(0), 'certificates').read(TAG.sequence, 'Certificate').whole;
  const signer = signedData.enter(TAG.set, 'signerInfos').enter(TAG.sequence, 'SignerInfo');
  signer.expect(smallInteger(1), 'version 1');
  signer.read(TAG.sequence, 'sid');
  signer.expect(SHA256_ALGORITHM, 'digestAlgorithm');
  const signedAt = readSigningTime(signer.enter(context(0), 'signedAttrs'));
  signer.expect(ECDSA_SHA256_ALGORITHM, 'signatureAlgorithm');
  const signature = signer.read(TAG.octetString, 'signature').content;
  const parts = { content, digest: digestOf(content), certificateDer, signedAt, signature };
  new DerReader(der).expect(encode(parts), 'the canonical SignedData of its content');
  return parts;
}

function readSigningTime(attributes: DerReader): Date {
  for (;;) {
    const attribute = attributes.enter(TAG.sequence, 'signingTime attribute');
    const type = attribute.read(TAG.oid, 'attribute type').whole;
    if (!type.equals(OID.signingTime)) continue;
    const values = attribute.enter(TAG.set, 'attribute values');
    return values.peek() === TAG.generalizedTime
      ? toDate(values.read(TAG.generalizedTime, 'signingTime').content.toString('latin1'))
      : toDate(`20${values.read(TAG.utcTime, 'signingTime').content.toString('latin1')}`);
  }
}

/** `YYYYMMDDHHMMSSZ`; anything else becomes the epoch, which can't be encoded back to the same bytes. */
function toDate(compact: string): Date {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(compact);
  const at = match === null ? Number.NaN : Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`);
  return new Date(Number.isNaN(at) ? 0 : at);
}

/** Whether the certificate's key made the signature. Says nothing about whom the certificate belongs to. */
export function hasGoodSignature(parts: SignedParts): boolean {
  const key = new X509Certificate(parts.certificateDer).publicKey;
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1'
    && verify('sha256', setOf(...signedAttributes(parts.digest, parts.signedAt)), key, parts.signature);
}
