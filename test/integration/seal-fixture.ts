import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { PAD_PX, SMALL_PX, printPng, signatureFile } from '../fixtures/kept-images.ts';
import { EMPTY_PERSON } from '../../electron/core/person/person.ts';
import { procedureFields } from '../fixtures/procedure-fields.ts';
import type { SealedTrust } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import { encodeName } from '../../native-bridges/kit/sealed-dossier/x509/distinguished-name.ts';
import { issueCertificate } from '../../native-bridges/kit/sealed-dossier/x509/issue-certificate.ts';
import type { CentreKnowledge } from '../../native-bridges/practice-centre/judge-dossier.ts';
import type { SealInput, StationCertificates } from '../../native-bridges/store-host/seams.ts';

export type Pki = { readonly caKey: KeyObject; readonly caName: Buffer; readonly caDer: Buffer; readonly centreKey: KeyObject; readonly centreDer: Buffer };

const DAY_MS = 86_400_000;
const NOT_BEFORE = new Date(Date.now() - DAY_MS);
const NOT_AFTER = new Date(Date.now() + 365 * DAY_MS);

export function makePki(): Pki {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const caName = encodeName({ commonName: 'CA thử' });
  const caDer = issue(caName, ca.publicKey, 'authority', { name: caName, key: ca.privateKey });
  const centre = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const centreDer = issue(encodeName({ commonName: 'Trung tâm thử' }), centre.publicKey, 'decrypt', { name: caName, key: ca.privateKey });
  return { caKey: ca.privateKey, caName, caDer, centreKey: centre.privateKey, centreDer };
}

const issue = (subject: Buffer, key: KeyObject, usage: 'authority' | 'sign' | 'decrypt', issuer: { name: Buffer; key: KeyObject }): Buffer =>
  issueCertificate({ subject, publicKeySpki: key.export({ type: 'spki', format: 'der' }), usage, notBefore: NOT_BEFORE, notAfter: NOT_AFTER }, issuer);

export function makeStation(pki: Pki): StationCertificates {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const stationCertificateDer = issue(encodeName({ commonName: 'Quầy thử' }), createPublicKey(key), 'sign', { name: pki.caName, key: pki.caKey });
  return { stationKeyPkcs8: key.export({ type: 'pkcs8', format: 'der' }), stationCertificateDer, centreCertificateDer: pki.centreDer, caCertificateDer: pki.caDer };
}

/** A centre that has seen nothing yet, with a register of faces by number. */
export const newCentre = (faces: Readonly<Record<string, string>> = {}): CentreKnowledge => ({ isAccepted: () => false, faceOnLastCard: async (pid) => faces[pid] });

export const trustOf = (pki: Pki): SealedTrust => ({ centreKey: pki.centreKey, centreCertificateDer: pki.centreDer, caCertificateDer: pki.caDer });

const SLOTS = ['right-four', 'left-four', 'thumbs', 'portrait', 'signature'] as const;

/** A dossier as approve hands it over. `captureBytes` is the least size of each of its images. */
export function makeSealInput(station: StationCertificates, captureBytes = 1_000, change: Partial<Dossier> = {}): SealInput {
  const at = new Date().toISOString();
  const [officerId, chiefId] = [randomUUID(), randomUUID()];
  const captures = SLOTS.map((slot, i) => {
    const bytes = Buffer.from(slot === 'signature' ? signatureFile(i) : printPng(i, captureBytes));
    return { slot, name: slot, mediaType: slot === 'signature' ? 'application/json' : 'image/png', bytes };
  });
  const people = { person: { ...EMPTY_PERSON, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', residence: 'Hà Nội' }, databasePerson: { ...EMPTY_PERSON, pid: '079301000002' } };
  const dossier: Dossier = {
    ...procedureFields({ kind: 'exchange', ...people }),
    id: randomUUID(), number: '26-1120-0001', state: 'approved', version: 12, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2',
    kind: 'exchange', step: 'submit', openedAt: at, updatedAt: at, officerId, officerName: 'Nguyễn Thị An', regime: '2026',
    ...people, lookupPurpose: 'exchange',
    captures: captures.map(({ slot, mediaType, bytes }) => ({
      id: randomUUID(), slot, mediaType: mediaType as 'image/png', sha256: sha256Hex(bytes), bytes: bytes.length, ...(slot === 'signature' ? { ...PAD_PX, ppi: 300 } : { ...SMALL_PX, ppi: 500 }),
      device: { id: 'SIM-1', kind: 'fingerprint-scanner', model: 'Sim', serial: 'SIM-1', driver: 'simulated-ten-print', simulated: true },
      capturedAt: at, acceptedAt: at, officerId, attempt: 1,
    })),
    attempts: [], missingFingers: [], documents: [], papers: [], citizenConfirmedAt: at, submittedAt: at, submittedBy: 'Nguyễn Thị An', decidedAt: at, decidedBy: 'Lê Thanh Bình',
    returned: null, centre: null, seal: null, supersedes: null, receiptCopies: 0, gaps: [], ...change,
  };
  return {
    dossier, captures, pages: [], reusedFace: null, ...station, sealedAt: at, softwareVersion: '0.1.0', auditHead: 'ab'.repeat(32), station: { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' },
    officer: { id: officerId, login: 'an.nguyen', displayName: 'Nguyễn Thị An', at },
    chief: { id: chiefId, login: 'binh.le', displayName: 'Lê Thanh Bình', at },
  };
}
