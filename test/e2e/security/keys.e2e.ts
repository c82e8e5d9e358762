import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright';
import { expect, it } from 'vitest';
import { loadRuntime } from '../../../scripts/lib/runtime.mjs';
import { stationEnvironment } from '../station.ts';

/** Real mode on a machine without a keyring, as the test machine is: Chromium offers `basic_text` and nothing better. */
it('S19: a real station without a key store says so, makes no key and opens no store', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'station-'));
  const app = await _electron.launch({
    executablePath: loadRuntime().executable, chromiumSandbox: true, env: stationEnvironment(),
    args: [resolve(import.meta.dirname, '../../..'), '--real', `--data-dir=${dataDir}`, '--password-store=basic'],
  });
  const page = await app.firstWindow();
  const ask = (call: 'boot' | 'restart'): Promise<unknown> => page.evaluate((name) => {
    type Bridge = { boot(): Promise<unknown>; restartHost(host: string): Promise<unknown> };
    const { station } = window as unknown as { station: Bridge };
    return name === 'boot' ? station.boot() : station.restartHost('store-host');
  }, call);
  const blocked = { ok: true, value: { phase: 'blocked', error: { code: 'keys.unavailable', detail: { backend: 'basic_text' } } } };
  await expect.poll(() => ask('boot'), { timeout: 30_000 }).toEqual(blocked);
  await ask('restart');
  await expect.poll(() => ask('boot'), { timeout: 30_000 }).toEqual(blocked);
  const folders = await readdir(join(dataDir, 'station'));
  expect(folders).toContain('browser');
  expect(folders.filter((name) => name === 'keys' || name === 'store')).toEqual([]);
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});
