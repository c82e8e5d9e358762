import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CentreHostFixture } from './centre-host-fixture.ts';
import { makePki, makeSealInput, makeStation } from './seal-fixture.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { ensureStationCertificates } from '../../native-bridges/store-host/uploader/station-enrolment.ts';

const REPO = join(import.meta.dirname, '..', '..');
let dir: string;
let centre: CentreHostFixture;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'centre-host-'));
  centre = await CentreHostFixture.start(join(dir, 'centre'));
});
afterAll(async () => {
  await centre.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('the practice centre as a host of its own', () => {
  it('says where it is and how many citizens it knows', () => {
    expect(centre.info).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), citizens: 50 });
  });

  it('takes faults from main over its port, and nothing that is not one', async () => {
    const client = centre.connect('main');
    expect(await client.call['practice.set-fault']({ on: 'population', fault: 'overload' })).toEqual({ ok: true, value: {} });
    const lookUp = () => fetch(`${centre.info.url}/population/look-up`, { method: 'POST', body: '{}' });
    const refused = await lookUp();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    await client.call['practice.set-fault']({ on: 'population', fault: 'none' });
    expect((await lookUp()).status).toBe(400);
    expect(await client.call['practice.set-fault']({ on: 'moon' } as never)).toMatchObject({ ok: false, error: { code: 'ipc.bad-message' } });
  });

  it('gives no port to a page', async () => {
    expect(await centre.connect('page').call['practice.view']({})).toMatchObject({ ok: false, error: { code: 'host.crashed' } });
  });

  it('keeps its keys to itself and over a restart', async () => {
    const before = await (await fetch(`${centre.info.url}/certificates`)).json();
    const keys = join(dir, 'centre', 'keys');
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o077).toBe(0);
    await centre.stop();
    centre = await CentreHostFixture.start(join(dir, 'centre'));
    expect(await (await fetch(`${centre.info.url}/certificates`)).json()).toEqual(before);
  });

  it.each([
    ['GET', '/', 404], ['DELETE', '/certificates', 404], ['GET', '/intake/dossiers/..%2f..%2fkeys', 404], ['GET', `/intake/dossiers/${'0'.repeat(64)}`, 404],
    ['POST', '/population/look-up', 400], ['POST', '/stations', 400], ['POST', '/intake/files', 412],
  ])('%s %s answers %i', async (method, path, status) => {
    expect((await fetch(`${centre.info.url}${path}`, { method })).status).toBe(status);
  });

  it('names no upload but by a seal hash', async () => {
    const create = (metadata: string) => fetch(`${centre.info.url}/intake/files`, { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': metadata } });
    expect((await create(`sealSha256 ${btoa('../../etc/passwd')}`)).status).toBe(400);
    const first = await create(`sealSha256 ${btoa('1'.repeat(64))}`);
    expect([first.status, first.headers.get('location')]).toEqual([201, `/intake/files/${'1'.repeat(64)}`]);
    expect((await create(`sealSha256 ${btoa('1'.repeat(64))}`)).status).toBe(409);
  });
});

describe('npm run dossier', () => {
  const run = (...words: readonly string[]) => new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [join(REPO, 'scripts/dossier-cli.ts'), ...words], (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });
  let file: string;
  let personal: string;
  beforeAll(async () => {
    const station = await ensureStationCertificates(centre.info.url, undefined, { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' });
    const input = makeSealInput(station);
    personal = input.dossier.person.pid;
    file = join(dir, 'one.p7m');
    writeFileSync(file, (await sealDossier(input)).bytes);
  });

  it('verifies a sealed file with the centre\'s data folder, naming no citizen', async () => {
    const { code, out } = await run('verify', file, '--keys', join(dir, 'centre'));
    expect(out).toContain('\nverified\n');
    expect(out).not.toContain(personal);
    expect(code).toBe(0);
  });

  it('answers in JSON with single key files', async () => {
    const keys = join(dir, 'centre', 'keys');
    const { code, out } = await run('verify', file, '--json', '--key', join(keys, 'centre.key.pem'), '--cert', join(keys, 'centre.cert.pem'), '--ca', join(keys, 'ca.cert.pem'));
    const verdict = JSON.parse(out) as { ok: boolean; checks: { state: string }[]; dossier: { officer: string } };
    expect(verdict).toMatchObject({ ok: true, dossier: { officer: 'Nguyễn Thị An' } });
    expect(verdict.checks.every(({ state }) => state === 'passed')).toBe(true);
    expect(code).toBe(0);
  });

  it('says which check failed and where', async () => {
    const foreign = join(dir, 'foreign.p7m');
    writeFileSync(foreign, (await sealDossier(makeSealInput(makeStation(makePki())))).bytes);
    const wrong = await run('verify', foreign, '--keys', join(dir, 'centre'));
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('FAIL decryption')]);
    expect(wrong.out).toContain('sealed.wrong-recipient');
    writeFileSync(foreign, 'not a dossier');
    expect(await run('verify', foreign, '--keys', join(dir, 'centre'))).toMatchObject({ code: 1, out: expect.stringContaining('sealed.not-cms {"layer":"outer","offset":0}') });
  });

  it('is not satisfied with the structure alone, nor with a wrong command', async () => {
    expect(await run('verify', file)).toMatchObject({ code: 1, out: expect.stringContaining('no key of the centre was given') });
    expect(await run('verify', join(dir, 'absent.p7m'))).toMatchObject({ code: 1 });
    expect(await run('open', file)).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
  });
});
