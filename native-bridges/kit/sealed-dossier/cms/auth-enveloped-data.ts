import { constants, createCipheriv, createDecipheriv, privateDecrypt, publicEncrypt, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { DerReader } from '../der/der-read.ts';
import { TAG, context, octetString, sequence, setOf, smallInteger, tlv } from '../der/der-write.ts';
import { GCM_NONCE_BYTES, GCM_TAG_BYTES, OAEP_SHA256_ALGORITHM, OID, aes256GcmAlgorithm } from '../der/oids.ts';
import { issuerAndSerialOf } from '../x509/certificate-fields.ts';

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;
const AES_256_KEY_BYTES = 32;

export type EnvelopedParts = {
  /** IssuerAndSerialNumber of the recipient's certificate, DER */
  readonly recipient: Buffer;
  readonly encryptedKey: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
};

/**
 * Encrypts to one RSA certificate: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084) and RSAES-OAEP SHA-256.
 * The content type is id-data and there are no authenticated attributes, so GCM's additional data is empty (RFC 5083, 2.2);
 * OpenSSL 3.0 can't read it otherwise. Key and nonce are new each time.
 */
export function envelop(plain: Uint8Array, recipientCertificateDer: Uint8Array): Buffer {
  const key = randomBytes(AES_256_KEY_BYTES);
  const nonce = randomBytes(GCM_NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG_BYTES });
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encryptedKey = publicEncrypt({ key: new X509Certificate(recipientCertificateDer).publicKey, ...OAEP }, key);
  key.fill(0);
  return encode({ recipient: issuerAndSerialOf(recipientCertificateDer), encryptedKey, nonce, ciphertext, tag: cipher.getAuthTag() });
}

function encode(parts: EnvelopedParts): Buffer {
  const recipientInfo = sequence(smallInteger(0), parts.recipient, OAEP_SHA256_ALGORITHM, octetString(parts.encryptedKey));
  const authEnvelopedData = sequence(
    smallInteger(0),
    setOf(recipientInfo),
    sequence(OID.data, aes256GcmAlgorithm(parts.nonce), tlv(context(0, false), parts.ciphertext)),
    octetString(parts.tag),
  );
  return sequence(OID.authEnvelopedData, tlv(context(0), authEnvelopedData));
}

/**
 * Takes an AuthEnvelopedData apart without a key. Only the one encoding that `envelop` writes is read.
 * @throws {DerFailure} with the offset inside `der`
 */
export function readEnvelope(der: Uint8Array): EnvelopedParts {
  const top = new DerReader(der);
  const contentInfo = top.enter(TAG.sequence, 'ContentInfo');
  top.end('ContentInfo');
  contentInfo.expect(OID.authEnvelopedData, 'id-ct-authEnvelopedData');
  const data = contentInfo.enter(context(0), '[0] content').enter(TAG.sequence, 'AuthEnvelopedData');
  data.expect(smallInteger(0), 'version 0');
  const info = data.enter(TAG.set, 'recipientInfos').enter(TAG.sequence, 'KeyTransRecipientInfo');
  info.expect(smallInteger(0), 'version 0');
  const recipient = info.read(TAG.sequence, 'rid').whole;
  info.expect(OAEP_SHA256_ALGORITHM, 'RSAES-OAEP with SHA-256');
  const encryptedKey = info.read(TAG.octetString, 'encryptedKey').content;
  const content = data.enter(TAG.sequence, 'authEncryptedContentInfo');
  content.expect(OID.data, 'id-data');
  const algorithm = content.enter(TAG.sequence, 'contentEncryptionAlgorithm');
  algorithm.expect(OID.aes256Gcm, 'aes256-GCM');
  const nonce = algorithm.enter(TAG.sequence, 'GCMParameters').read(TAG.octetString, 'nonce').content;
  const ciphertext = content.read(context(0, false), 'encryptedContent').content;
  const tag = data.read(TAG.octetString, 'mac').content;
  const parts = { recipient, encryptedKey, nonce, ciphertext, tag };
  new DerReader(der).expect(encode(parts), 'the canonical AuthEnvelopedData of its content');
  return parts;
}

/** @returns the plain bytes, or undefined where the key is not the right one or a byte was changed: the two can't be told apart. */
export function decryptEnvelope(parts: EnvelopedParts, key: KeyObject): Buffer | undefined {
  try {
    const contentKey = privateDecrypt({ key, ...OAEP }, parts.encryptedKey);
    const decipher = createDecipheriv('aes-256-gcm', contentKey, parts.nonce, { authTagLength: GCM_TAG_BYTES });
    decipher.setAuthTag(Buffer.from(parts.tag));
    return Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}
