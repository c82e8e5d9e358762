import { createPrivateKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { subjectOf } from '../kit/sealed-dossier/x509/certificate-fields.ts';
import { encodeName } from '../kit/sealed-dossier/x509/distinguished-name.ts';
import { issueCertificate } from '../kit/sealed-dossier/x509/issue-certificate.ts';
import { readSigningRequest } from '../kit/sealed-dossier/x509/signing-request.ts';

export type CentreKeys = { readonly caKey: KeyObject; readonly caDer: Buffer; readonly centreKey: KeyObject; readonly centreDer: Buffer };

/** Names of the files in the key folder; `npm run dossier` reads the same. */
export const KEY_FILES = { caKey: 'ca.key.pem', ca: 'ca.cert.pem', centreKey: 'centre.key.pem', centre: 'centre.cert.pem' } as const;

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3_650;
const STATION_DAYS = 730;
const ORGANIZATION = 'Trạm Căn Cước – trung tâm tập huấn';
const newPair = promisify(generateKeyPair);

/** The centre's keys, made at the first start: an EC P-256 authority and an RSA-3072 certificate that dossiers are encrypted to. */
export async function loadCentreKeys(folder: string, now: Date): Promise<CentreKeys> {
  if (!existsSync(folder)) await makeCentreKeys(folder, now);
  const key = (name: string): KeyObject => createPrivateKey(readFileSync(join(folder, name)));
  const certificate = (name: string): Buffer => new X509Certificate(readFileSync(join(folder, name))).raw;
  return { caKey: key(KEY_FILES.caKey), caDer: certificate(KEY_FILES.ca), centreKey: key(KEY_FILES.centreKey), centreDer: certificate(KEY_FILES.centre) };
}

async function makeCentreKeys(folder: string, now: Date): Promise<void> {
  const [ca, centre] = await Promise.all([newPair('ec', { namedCurve: 'P-256' }), newPair('rsa', { modulusLength: 3072 })]);
  const caName = encodeName({ organization: ORGANIZATION, commonName: 'CA tập huấn' });
  const issuer = { name: caName, key: ca.privateKey };
  const validity = { notBefore: new Date(now.getTime() - DAY_MS), notAfter: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS) };
  const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
  const caDer = issueCertificate({ subject: caName, publicKeySpki: spki(ca.publicKey), usage: 'authority', ...validity }, issuer);
  const centreDer = issueCertificate({
    subject: encodeName({ organization: ORGANIZATION, commonName: 'Tiếp nhận hồ sơ tập huấn' }), publicKeySpki: spki(centre.publicKey), usage: 'decrypt', ...validity,
  }, issuer);
  // Made beside and renamed: a start that was killed half way leaves no half set of keys.
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const fresh = mkdtempSync(`${folder}-`);
  const write = (name: string, text: string): void => writeFileSync(join(fresh, name), text, { mode: 0o600, flush: true });
  write(KEY_FILES.caKey, ca.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  write(KEY_FILES.centreKey, centre.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  write(KEY_FILES.ca, new X509Certificate(caDer).toString());
  write(KEY_FILES.centre, new X509Certificate(centreDer).toString());
  renameSync(fresh, folder);
}

/** A certificate for whoever proves to hold the key: this centre trains, it enrols any station. @throws {DerFailure} for a bad request */
export function enrolStation(keys: CentreKeys, requestDer: Uint8Array, now: Date): Buffer {
  const { subject, publicKeySpki } = readSigningRequest(requestDer);
  return issueCertificate({
    subject, publicKeySpki, usage: 'sign',
    notBefore: new Date(now.getTime() - DAY_MS), notAfter: new Date(now.getTime() + STATION_DAYS * DAY_MS),
  }, { name: subjectOf(keys.caDer), key: keys.caKey });
}
