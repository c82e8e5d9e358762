import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
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

it('says by code and exit status when it can’t, and how it is used', async () => {
  await expect(devices('capture', '--kind', 'fingerprint', '--device', bench.deviceId, '--json')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('device.untrusted') });
  await expect(devices('capture', '--kind', 'retina')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
  await expect(devices('list', '--lines', 'nonsense')).rejects.toMatchObject({ code: 2 });
});
