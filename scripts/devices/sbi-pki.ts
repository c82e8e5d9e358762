import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { encodeName } from '../../native-bridges/kit/sealed-dossier/x509/distinguished-name.ts';
import { issueCertificate } from '../../native-bridges/kit/sealed-dossier/x509/issue-certificate.ts';

const DAY_MS = 86_400_000;

export type SbiPki = {
  /** The authority a station must trust to take what this device signs, DER. */
  readonly authorityDer: Buffer;
  readonly sign: (payload: string, how: 'good' | 'bad' | 'expired') => string;
};

/** Keys and certificates of one simulated device, made anew at each start: an authority, and the device's RSA key with a valid and an expired certificate. */
export function makeSbiPki(nowMs = Date.now()): SbiPki {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const device = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = encodeName({ commonName: 'Simulated device provider' });
  const issuer = { name, key: authority.privateKey };
  const issue = (subject: Buffer, key: KeyObject, usage: 'authority' | 'sign', days: readonly [number, number]): Buffer => issueCertificate({
    subject, publicKeySpki: key.export({ type: 'spki', format: 'der' }), usage, notBefore: new Date(nowMs + days[0] * DAY_MS), notAfter: new Date(nowMs + days[1] * DAY_MS),
  }, issuer);
  const deviceName = encodeName({ commonName: 'Simulated SBI device' });
  const good = issue(deviceName, device.publicKey, 'sign', [-1, 365]);
  const expired = issue(deviceName, device.publicKey, 'sign', [-30, -1]);
  return {
    authorityDer: issue(name, authority.publicKey, 'authority', [-60, 3_650]),
    sign: (payload, how) => {
      const token = signToken(payload, device.privateKey, how === 'expired' ? expired : good);
      return how === 'bad' ? damaged(token) : token;
    },
  };
}

function signToken(payload: string, key: KeyObject, certificate: Buffer): string {
  const header = JSON.stringify({ x5c: [certificate.toString('base64')], alg: 'RS256', typ: 'JWT' });
  const input = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** One bit of the signature turned. */
function damaged(token: string): string {
  const dot = token.lastIndexOf('.') + 1;
  const signature = Buffer.from(token.slice(dot), 'base64url');
  signature[10]! ^= 1;
  return token.slice(0, dot) + signature.toString('base64url');
}
