import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { readZip } from '../../native-bridges/kit/sealed-dossier/zip/zip-read.ts';
import { sealInWorker } from '../../native-bridges/store-host/sealing/seal-in-worker.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { makePki, makeSealInput, makeStation, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'seal-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, bytes?: Uint8Array | string): string => {
  const path = join(dir, name);
  if (bytes !== undefined) writeFileSync(path, bytes);
  return path;
};
const openssl = (...args: readonly string[]): string => execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const pem = (der: Uint8Array): string => new X509Certificate(der).toString();

function writeTrust(): { readonly key: string; readonly centre: string; readonly ca: string } {
  return {
    key: file('centre.key.pem', pki.centreKey.export({ type: 'pkcs8', format: 'pem' })),
    centre: file('centre.pem', pem(pki.centreDer)),
    ca: file('ca.pem', pem(pki.caDer)),
  };
}

describe('a sealed dossier and the openssl command line', () => {
  it('decrypts and verifies to the same ZIP that our own reader sees', async () => {
    const input = makeSealInput(station);
    const sealed = await sealDossier(input);
    const trust = writeTrust();
    const path = file('one.p7m', sealed.bytes);
    openssl('cms', '-decrypt', '-binary', '-inform', 'DER', '-in', path, '-recip', trust.centre, '-inkey', trust.key, '-out', file('one.p7s'));
    openssl('cms', '-verify', '-binary', '-inform', 'DER', '-in', file('one.p7s'), '-CAfile', trust.ca, '-out', file('one.zip'));
    const zip = readFileSync(file('one.zip'));
    const verdict = await checkSealed(sealed.bytes, trustOf(pki));
    expect(readZip(zip)).toEqual(verdict.dossier?.files);
    for (const capture of input.captures) {
      const entry = verdict.dossier?.files.find(({ name }) => name.startsWith(`captures/${capture.slot}.`));
      expect(Buffer.compare(entry!.bytes, capture.bytes)).toBe(0);
    }
  });

  it('is not verified against another authority', async () => {
    const sealed = await sealDossier(makeSealInput(station));
    const trust = writeTrust();
    openssl('cms', '-decrypt', '-binary', '-inform', 'DER', '-in', file('two.p7m', sealed.bytes), '-recip', trust.centre, '-inkey', trust.key, '-out', file('two.p7s'));
    const foreign = file('foreign.pem', pem(makePki().caDer));
    expect(spawnSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('two.p7s'), '-CAfile', foreign, '-out', file('two.zip')]).status).not.toBe(0);
  });

  it('holds certificates that openssl takes for a chain', () => {
    const trust = writeTrust();
    expect(openssl('verify', '-CAfile', trust.ca, '-x509_strict', trust.centre)).toContain('OK');
    expect(openssl('verify', '-CAfile', trust.ca, '-x509_strict', file('station.pem', pem(station.stationCertificateDer)))).toContain('OK');
  });
});

describe('sealing', () => {
  it('passes every check of the reader and says who acted', async () => {
    const input = makeSealInput(station);
    const verdict = await checkSealed((await sealDossier(input)).bytes, trustOf(pki));
    expect(verdict.checks.map(({ state }) => state)).toEqual(Array(9).fill('passed'));
    expect(verdict.dossier?.manifest).toMatchObject({ dossierId: input.dossier.id, officer: input.officer, chief: input.chief, auditHead: input.auditHead });
    expect(verdict.dossier?.data.person).toEqual(input.dossier.person);
  });

  it('makes the same ZIP twice but never the same file', async () => {
    const input = makeSealInput(station);
    const [a, b] = [await sealDossier(input), await sealDossier(input)];
    expect((await checkSealed(a.bytes, trustOf(pki))).dossier?.files).toEqual((await checkSealed(b.bytes, trustOf(pki))).dossier?.files);
    expect(a.sha256).not.toBe(b.sha256);
  });

  it('seals 6 MB in a worker', async () => {
    const input = makeSealInput(station, 1_200_000);
    const inWorker = await sealInWorker(input);
    expect((await checkSealed(inWorker.bytes, trustOf(pki))).dossier?.manifest.dossierId).toBe(input.dossier.id);
  });

  it.each([
    ['a capture that was swapped', { captures: 'swap' }],
    ['a chief who is the officer', { chief: 'same' }],
    ['no kind of issue', { kind: 'none' }],
  ] as const)('refuses %s', async (_name, how) => {
    const input = makeSealInput(station, 1_000, 'kind' in how ? { kind: null } : {});
    const captures = 'captures' in how ? input.captures.map((c, i) => (i === 0 ? { ...c, bytes: Buffer.from('another') } : c)) : input.captures;
    const chief = 'chief' in how ? input.officer : input.chief;
    await expect(sealInWorker({ ...input, captures, chief })).rejects.toMatchObject({ code: 'seal.failed' });
  });
});
