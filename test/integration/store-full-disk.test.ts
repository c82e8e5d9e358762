import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { HostProcess } from './host-process.ts';
import { FakeSpool, OFFICER, RunningStore, codeIn, must, openDossier, startCentre, temporaryFolder } from './store-harness.ts';

const folder = temporaryFolder();
const centres: HostProcess[] = [];
afterAll(async () => {
  await Promise.all(centres.map((host) => host.stop()));
  folder.remove();
});

/**
 * A disk that is full at this size, for one process: no file may grow past the limit (RLIMIT_FSIZE), and Node ignores
 * the signal that goes with it, so that writes fail as they do on a full disk.
 */
function limited(megabytes: number): { readonly execPath: string; readonly env: Readonly<Record<string, string>> } {
  const execPath = join(folder.path, 'limited-node');
  // ulimit -f counts blocks of 512 bytes.
  writeFileSync(execPath, `#!/bin/sh\nulimit -f ${megabytes * 2_048}\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
  return { execPath, env: {} };
}

it('says store.full, keeps what it acknowledged, lives on, and goes on when there is room', { timeout: 120_000 }, async () => {
  const { url, host } = await startCentre(`${folder.path}/centre`);
  centres.push(host);
  const dataDir = join(folder.path, 'store');
  const spool = new FakeSpool();
  // First start with room: schema and accounts.
  const roomy = new RunningStore(dataDir, { centreUrl: url }, spool);
  const { token } = await roomy.signedIn(OFFICER);
  await roomy.stop();

  const full = new RunningStore(dataDir, { centreUrl: url, via: limited(3) }, spool);
  expect(await full.began).toMatchObject({ ok: true });
  const { call } = full.page();
  must(await call['session.resume']({ token }));
  let kept = await openDossier(call);
  let code = 'ok';
  for (let i = 0; i < 5_000 && code === 'ok'; i++) {
    const reply = await call['dossier.set-field']({ id: kept.id, version: kept.version, field: 'residence', value: `${i} ${'x'.repeat(280)}` });
    code = codeIn(reply);
    if (reply.ok) kept = reply.value;
  }
  expect(code).toBe('store.full');
  expect(must(await call['dossier.list']({ search: '', states: [], cursor: null, size: 10 })).rows[0]?.version).toBe(kept.version);
  await full.stop();

  const again = new RunningStore(dataDir, { centreUrl: url }, spool);
  const page = await again.signedIn(OFFICER);
  expect(must(await page.call['dossier.get']({ id: kept.id }))).toEqual(kept);
  must(await page.call['dossier.set-step']({ id: kept.id, version: kept.version, step: 'portrait' }));
  await again.stop();
});
