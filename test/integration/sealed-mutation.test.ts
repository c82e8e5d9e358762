import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../native-bridges/kit/sealed-dossier/canonical-json.ts';
import { checkSealed, type SealedVerdict } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';
import { envelop } from '../../native-bridges/kit/sealed-dossier/cms/auth-enveloped-data.ts';
import { signContent } from '../../native-bridges/kit/sealed-dossier/cms/signed-data.ts';
import { sealFiles, sha256Hex } from '../../native-bridges/kit/sealed-dossier/seal-files.ts';
import { writeZip, type ZipFile } from '../../native-bridges/kit/sealed-dossier/zip/zip-write.ts';
import { randomFrom } from '../../drivers/personas/persona-random.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { makePki, makeSealInput, makeStation, trustOf } from './seal-fixture.ts';

const pki = makePki();
const station = makeStation(pki);
const trust = trustOf(pki);
const input = makeSealInput(station, 400);
const sealed = await sealDossier(input);
const opened = (await checkSealed(sealed.bytes, trust)).dossier!;
const signedAt = new Date(input.sealedAt);

const failureOf = ({ checks }: SealedVerdict) => checks.find(({ state }) => state === 'failed')?.error;
/** The layers as the station makes them, around content of one's own. */
const wrap = (zip: Uint8Array): Buffer => envelop(signContent(zip, station.stationKeyPkcs8, station.stationCertificateDer, signedAt), pki.centreDer);
const rewrite = (change: (files: ZipFile[]) => ZipFile[]): Uint8Array => writeZip(change([...opened.files]));

describe('a changed byte', () => {
  const random = randomFrom(2026);
  const places = [
    ...Array.from({ length: 700 }, (_, at) => at), // header, recipient, algorithms and encrypted key, one by one
    ...Array.from({ length: 40 }, (_, i) => sealed.bytes.length - 1 - i), // the end and the tag
    ...Array.from({ length: 260 }, () => Math.floor(random() * sealed.bytes.length)),
  ];

  it(`is found at each of ${places.length} places, and named by a code`, async () => {
    const codes = await Promise.all(places.map(async (at) => {
      const changed = Buffer.from(sealed.bytes);
      changed[at]! ^= 1 + Math.floor(random() * 255);
      return failureOf(await checkSealed(changed, trust))?.code ?? `unnoticed at ${at}`;
    }));
    expect(codes.filter((code) => !code.startsWith('sealed.'))).toEqual([]);
    expect(new Set(codes)).toEqual(new Set(['sealed.not-cms', 'sealed.wrong-recipient', 'sealed.decrypt-failed']));
  });

  it('is found under the encryption too: nobody can alter what the station signed', async () => {
    const zip = rewrite((files) => files);
    const signed = signContent(zip, station.stationKeyPkcs8, station.stationCertificateDer, signedAt);
    const codes = await Promise.all(Array.from({ length: 400 }, async () => {
      const changed = Buffer.from(signed);
      changed[Math.floor(random() * changed.length)]! ^= 1 << Math.floor(random() * 8);
      return failureOf(await checkSealed(envelop(changed, pki.centreDer), trust))?.code;
    }));
    expect(codes.filter((code) => !['sealed.not-cms', 'sealed.bad-signature', 'sealed.untrusted-signer'].includes(code ?? 'unnoticed'))).toEqual([]);
  });

  it('in a ZIP that was signed all the same is an answer, never a crash', async () => {
    const zip = rewrite((files) => files);
    for (let i = 0; i < 300; i++) {
      const changed = Buffer.from(zip);
      changed[Math.floor(random() * changed.length)]! ^= 1 << Math.floor(random() * 8);
      const verdict = await checkSealed(wrap(changed), trust);
      const code = failureOf(verdict)?.code;
      // Bits that mean nothing to a reader (times, versions) may change; content may not.
      if (code === undefined) expect(verdict.dossier!.files).toEqual(opened.files);
      else expect(['sealed.bad-zip', 'sealed.bad-manifest', 'sealed.hash-mismatch']).toContain(code);
    }
  });

  it('cut anywhere, lengthened, empty or not a file of ours at all: refused', async () => {
    for (const length of [0, 1, 2, 30, 400, sealed.bytes.length - 1]) expect(failureOf(await checkSealed(sealed.bytes.subarray(0, length), trust))?.code).toBe('sealed.not-cms');
    expect(failureOf(await checkSealed(Buffer.concat([sealed.bytes, Buffer.from([0])]), trust))).toMatchObject({ code: 'sealed.not-cms', detail: { offset: sealed.bytes.length } });
    expect(failureOf(await checkSealed(Buffer.from('%PDF-1.7'), trust))).toMatchObject({ code: 'sealed.not-cms', detail: { offset: 0 } });
    expect(failureOf(await checkSealed(Buffer.from('3084ffffffff', 'hex'), trust))?.code).toBe('sealed.not-cms');
  });
});

describe('content that a station signed but should not have', () => {
  const rename = (from: string, to: string): Uint8Array => writeZip(opened.files.map((file) => (file.name === from ? { ...file, name: to } : file)));

  it.each(['../dossier.json', '/etc/passwd', 'a/../../b.json', 'captures\\portrait.png', '.hidden', 'C:x.json', 'captures/a/b.png'])('the name %s is unsafe', async (name) => {
    expect(failureOf(await checkSealed(wrap(rename('dossier.json', name)), trust))).toMatchObject({ code: 'sealed.bad-zip', detail: { why: 'unsafe name' } });
  });

  it('two entries of one name', async () => {
    const twice = Buffer.from(rename('captures/thumbs.png', 'captures/portrai2.png')).toString('latin1').replaceAll('captures/portrai2.png', 'captures/portrait.png');
    expect(failureOf(await checkSealed(wrap(Buffer.from(twice, 'latin1')), trust))).toMatchObject({ code: 'sealed.bad-zip', detail: { why: 'duplicate name' } });
  });

  it('an extra file, a missing file, another order', async () => {
    const extra = rewrite((files) => [...files, { name: 'extra.json', bytes: Buffer.from('{}') }]);
    const missing = rewrite((files) => files.slice(0, -1));
    const order = rewrite(([manifest, data, first, second, ...rest]) => [manifest!, data!, second!, first!, ...rest]);
    for (const zip of [extra, missing, order]) expect(failureOf(await checkSealed(wrap(zip), trust))?.code).toBe('sealed.bad-manifest');
  });

  it('a file that is not the one the manifest hashed', async () => {
    const zip = rewrite((files) => files.map((file) => (file.name === 'captures/portrait.png' ? { ...file, bytes: Buffer.alloc(file.bytes.length, 7) } : file)));
    expect(failureOf(await checkSealed(wrap(zip), trust))).toMatchObject({ code: 'sealed.hash-mismatch', detail: { name: 'captures/portrait.png' } });
  });

  it('a manifest with a field too many, or not in canonical form', async () => {
    const withManifest = (bytes: Uint8Array): Buffer => wrap(rewrite(([, ...rest]) => [{ name: 'manifest.json', bytes }, ...rest]));
    expect(failureOf(await checkSealed(withManifest(canonicalJson({ ...opened.manifest, more: 1 })), trust))).toMatchObject({ code: 'sealed.bad-manifest', detail: { why: 'schema' } });
    expect(failureOf(await checkSealed(withManifest(Buffer.from(JSON.stringify(opened.manifest, null, 1))), trust))).toMatchObject({ code: 'sealed.bad-manifest', detail: { why: 'not canonical JSON' } });
  });

  it('data to another schema, and a manifest that speaks of another certificate', async () => {
    const { files: _files, ...head } = opened.manifest;
    const [, data, ...captures] = opened.files;
    const toSeal = (dataBytes: Uint8Array) => [{ name: 'dossier.json', mediaType: 'application/json', bytes: dataBytes } as const,
      ...captures.map(({ name, bytes }) => ({ name, bytes, mediaType: name.endsWith('.json') ? 'application/json' : 'image/png' } as const))];
    const badData = sealFiles(head, toSeal(canonicalJson({ ...opened.data, person: 'nobody' })), station);
    expect(failureOf(await checkSealed(badData, trust))).toMatchObject({ code: 'sealed.bad-manifest', detail: { name: 'dossier.json', why: 'schema' } });
    const stolen = sealFiles({ ...head, station: { ...head.station, certificateSha256: sha256Hex(Buffer.from('another')) } }, toSeal(data!.bytes), station);
    expect(failureOf(await checkSealed(stolen, trust))).toMatchObject({ code: 'sealed.bad-manifest', detail: { why: 'another certificate' } });
  });

  it('a station of another authority', async () => {
    const foreign = makeStation(makePki());
    const { bytes } = await sealDossier(makeSealInput({ ...foreign, centreCertificateDer: pki.centreDer }));
    expect(failureOf(await checkSealed(bytes, trust))?.code).toBe('sealed.untrusted-signer');
  });
});
