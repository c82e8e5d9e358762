import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HostProcess } from './host-process.ts';
import { CHIEF, OFFICER, RunningStore, complete, must, openDossier, startCentre, temporaryFolder } from './store-harness.ts';

const folder = temporaryFolder();
let centre: { readonly url: string; readonly host: HostProcess };
let store: RunningStore;

beforeAll(async () => {
  centre = await startCentre(`${folder.path}/centre`);
  store = new RunningStore(`${folder.path}/store`, { centreUrl: centre.url });
  expect(await store.began).toMatchObject({ ok: true });
});
afterAll(async () => {
  await Promise.all([store.stop(), centre.host.stop()]);
  folder.remove();
});

it('takes one citizen from look-up to the centre', async () => {
  const officer = await store.signedIn(OFFICER);
  const opened = await openDossier(officer.call);
  expect(opened.person.fullName).toBe('TRẦN THỊ BÌNH');
  expect(opened.state).toBe('draft');

  const captured = await complete(store, officer.call, opened);
  expect(captured.state).toBe('captured');
  expect(captured.gaps).toEqual([]);
  const submitted = must(await officer.call['dossier.submit']({ id: captured.id, version: captured.version }));
  expect(submitted.submittedBy).toBe('Nguyễn Thị An');

  const chief = await store.signedIn(CHIEF);
  const arrived = Promise.withResolvers<void>();
  chief.on('dossier.changed', ({ id, state }) => {
    if (id === submitted.id && state === 'accepted') arrived.resolve();
  });
  must(await chief.call['dossier.approve']({ id: submitted.id, version: submitted.version }));
  await arrived.promise;
  const accepted = must(await chief.call['dossier.get']({ id: submitted.id }));
  expect(accepted).toMatchObject({ state: 'accepted', centre: { outcome: 'accepted' } });
  expect(accepted.seal?.bytes).toBeGreaterThan(1_000);
});
