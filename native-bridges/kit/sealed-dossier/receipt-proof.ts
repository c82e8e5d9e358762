import { createHash, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { readReceiptCode, receiptCode, statementBytes, type ReceiptStatement } from '../../../electron/core/receipt/receipt-code.ts';
import { isIssuedBy } from './x509/certificate-fields.ts';

/** The station's key and certificate, DER. */
export type ReceiptSigner = { readonly stationKeyPkcs8: Uint8Array; readonly stationCertificateDer: Uint8Array };

const NO_KEY = '0'.repeat(16);
export const keyIdOf = (certificateDer: Uint8Array): string => createHash('sha256').update(certificateDer).digest('hex').slice(0, 16);

/** The code of one receipt. A station that never met its centre has no certificate: its code states the same and proves nothing. */
export function signReceipt(statement: Omit<ReceiptStatement, 'keyId'>, signer: ReceiptSigner | undefined): string {
  const signed = statementBytes({ ...statement, keyId: signer === undefined ? NO_KEY : keyIdOf(signer.stationCertificateDer) });
  if (signer === undefined) return receiptCode(signed, new Uint8Array());
  const key = createPrivateKey({ key: Buffer.from(signer.stationKeyPkcs8), format: 'der', type: 'pkcs8' });
  return receiptCode(signed, sign('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }));
}

export type ReceiptVerdict = { readonly state: 'genuine' | 'not-genuine' | 'unsigned' | 'other-station' | 'untrusted-station' | 'no-receipt'; readonly statement: ReceiptStatement | undefined };

/** Whether the code of a receipt was made by this station; without a line, without a database. @param authorityDer the centre's authority, where the station's certificate itself is to be checked */
export function checkReceipt(text: string, certificateDer: Uint8Array, authorityDer?: Uint8Array): ReceiptVerdict {
  const read = readReceiptCode(text);
  if (!read.ok) return { state: 'no-receipt', statement: undefined };
  const { statement, signed, signature } = read.value;
  if (signature.length === 0) return { state: 'unsigned', statement };
  if (statement.keyId !== keyIdOf(certificateDer)) return { state: 'other-station', statement };
  if (authorityDer !== undefined && !isIssuedBy(certificateDer, authorityDer, new Date(statement.receivedAtS * 1000))) return { state: 'untrusted-station', statement };
  const genuine = verify('sha256', signed, { key: new X509Certificate(certificateDer).publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  return { state: genuine ? 'genuine' : 'not-genuine', statement };
}
