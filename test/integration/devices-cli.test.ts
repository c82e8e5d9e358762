import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SbiBench } from './sbi-port.ts';

const CLI = resolve(import.meta.dirname, '../../scripts/devices-cli.ts');
const bench = new SbiBench();
let trust: string;
const devices = (...args: readonly string[]) => promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args]);

beforeAll(async () => {
  await bench.plugIn();
  trust = await bench.trustFile();
});
afterAll(() => bench.unplug());

it('lists a scanner on the wire and captures a verified slap with it', async () => {
  const listed = (await devices('list', '--trust', trust)).stdout.trim().split('\n').map((line) => JSON.parse(line) as { readonly id: string; readonly state: { readonly kind: string } });
  expect(listed.find(({ id }) => id === bench.deviceId)?.state.kind).toBe('ready');
  const { stdout } = await devices('capture', '--kind', 'fingerprint', '--device', bench.deviceId, '--json', '--trust', trust);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, device: bench.deviceId, driver: 'sbi', slot: 'right-four', ppi: 500, warnings: [] });
});

it('tests devices as the technician’s desk does, and says by its exit status how they are', async () => {
  const { stdout } = await devices('self-test', '--simulated', '--device', 'SIM-PRN-0001', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, deviceId: 'SIM-PRN-0001', passed: true, steps: [{ step: 'ready', passed: true }, { step: 'status', passed: true }] });
  expect((await devices('self-test', '--simulated', '--device', 'SIM-QR-0001')).stdout).toMatch(/^PASS SIM-QR-0001/);
  await expect(devices('self-test', '--device', 'nobody', '--json')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('device.not-found') });
});

it('packs a diagnostic bundle without a station, and says in it what is missing', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tcc-bundle-'));
  try {
    const { stdout } = await devices('bundle', join(dir, 'out.zip'), '--json', '--trust', trust);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, file: join(dir, 'out.zip') });
    const files = unzipSync(await readFile(join(dir, 'out.zip')));
    const text = (name: string): string => new TextDecoder().decode(files[name]);
    expect(Object.keys(files).sort()).toEqual(['README.txt', 'device-log.jsonl', 'inventory.json', 'missing.json', 'versions.json']);
    expect(text('inventory.json')).toContain(bench.deviceId);
    expect(text('device-log.jsonl')).toContain('state.ready');
    expect(Object.keys(JSON.parse(text('missing.json')) as object).sort()).toEqual(['audit', 'health', 'settings', 'station']);
    await expect(devices('bundle', join(dir, 'no/such/folder.zip'))).rejects.toMatchObject({ code: 1 });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

it('says by code and exit status when it can’t, and how it is used', async () => {
  await expect(devices('capture', '--kind', 'fingerprint', '--device', bench.deviceId, '--json')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('device.untrusted') });
  await expect(devices('capture', '--kind', 'retina')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
  await expect(devices('list', '--lines', 'nonsense')).rejects.toMatchObject({ code: 2 });
  await expect(devices('bundle')).rejects.toMatchObject({ code: 2 });
});
