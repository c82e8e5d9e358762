import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { CENTRE_PATHS, CentreCertificates, EnrolledStation } from '../../../electron/contract/centre.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { isIssuedBy } from '../../kit/sealed-dossier/x509/certificate-fields.ts';
import { createSigningRequest } from '../../kit/sealed-dossier/x509/signing-request.ts';
import type { EnsureStationCertificates, StationCertificates } from '../seams.ts';
import { askCentre } from './centre-http.ts';

/** A station's certificate is renewed so long before its end. */
const RENEW_BEFORE_MS = 30 * 86_400_000;

/**
 * The station's key and the certificates of its centre. What exists is kept while the centre still has the same authority
 * and the same certificate; else a new key is made and enrolled by a signing request.
 */
export const ensureStationCertificates: EnsureStationCertificates = async (centreUrl, existing, station) => {
  const published = await askCentre(centreUrl, { path: CENTRE_PATHS.certificates }, CentreCertificates);
  if (published === undefined) throw new AppError('outbox.bad-reply', { why: 'no certificates' });
  const centre = { caCertificateDer: fromBase64(published.ca), centreCertificateDer: fromBase64(published.centre) };
  if (existing !== undefined && isStillRight(existing, centre)) return existing;

  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const csr = createSigningRequest({ organization: 'Trạm Căn Cước', organizationalUnit: station.name, commonName: station.counter || 'station' }, key);
  const enrolled = await askCentre(centreUrl, { path: CENTRE_PATHS.stations, method: 'POST', body: Uint8Array.from(csr), contentType: 'application/pkcs10' }, EnrolledStation);
  if (enrolled === undefined) throw new AppError('outbox.bad-reply', { why: 'no enrolment' });
  const stationCertificateDer = fromBase64(enrolled.certificate);
  if (!belongs(stationCertificateDer, centre.caCertificateDer, (certificate) => certificate.checkPrivateKey(key))) throw new AppError('outbox.bad-reply', { why: 'certificate' });
  if (!belongs(centre.centreCertificateDer, centre.caCertificateDer, (certificate) => certificate.publicKey.asymmetricKeyType === 'rsa')) throw new AppError('outbox.bad-reply', { why: 'centre certificate' });
  return { ...centre, stationCertificateDer, stationKeyPkcs8: key.export({ type: 'pkcs8', format: 'der' }) };
};

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

function isStillRight(existing: StationCertificates, centre: Pick<StationCertificates, 'caCertificateDer' | 'centreCertificateDer'>): boolean {
  return Buffer.from(existing.caCertificateDer).equals(centre.caCertificateDer)
    && Buffer.from(existing.centreCertificateDer).equals(centre.centreCertificateDer)
    && belongs(existing.stationCertificateDer, centre.caCertificateDer, (certificate) => certificate.validToDate.getTime() - Date.now() > RENEW_BEFORE_MS);
}

/** Bytes that are no certificate belong to nobody. */
function belongs(certificateDer: Uint8Array, caDer: Uint8Array, holds: (certificate: X509Certificate) => boolean): boolean {
  try {
    return isIssuedBy(certificateDer, caDer, new Date()) && holds(new X509Certificate(certificateDer));
  } catch {
    return false;
  }
}
