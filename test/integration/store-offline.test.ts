import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { DossierState } from '../../electron/core/dossier/lifecycle.ts';
import { CentreFixture } from './centre-fixture.ts';
import { FaultyLink } from './faulty-link.ts';
import { CHIEF, OFFICER, RunningStore, WELL_KNOWN_PID, complete, must, openDossier, temporaryFolder, type Calls, type Page } from './store-harness.ts';

const folder = temporaryFolder();
let centre: CentreFixture;
let link: FaultyLink;
let store: RunningStore;
let officer: Page;
let chief: Page;
beforeAll(async () => {
  centre = await CentreFixture.start(20);
  link = await FaultyLink.open(() => centre.port);
  store = new RunningStore(folder.path, { centreUrl: link.url });
  officer = await store.signedIn(OFFICER);
  chief = await store.signedIn(CHIEF);
});
afterAll(async () => {
  await store.stop();
  await link.close();
  await centre.stop();
  folder.remove();
});

/** Settles when the dossier came to one of these states. */
const comesTo = (id: string, states: readonly DossierState[]): Promise<void> => new Promise((resolve) => {
  const seen = (state: string): void => void (states.some((one) => one === state) && resolve());
  chief.on('dossier.changed', (changed) => changed.id === id && seen(changed.state));
  void chief.call['dossier.get']({ id }).then((reply) => reply.ok && seen(reply.value.state));
});
const target = ({ id, version }: Dossier): { readonly id: string; readonly version: number } => ({ id, version });
async function sealedOffline(calls: Calls, lookupId: string): Promise<string> {
  const dossier = must(await calls['dossier.open']({ lookupId, index: 0, kind: 'exchange', supersedes: null }));
  const submitted = must(await calls['dossier.submit'](target(await complete(store, calls, dossier))));
  must(await chief.call['dossier.approve'](target(submitted)));
  await comesTo(dossier.id, ['queued']);
  return dossier.id;
}

it('seals without a line, and asks about whom it identified without one before anything leaves', async () => {
  // The first dossier of the day finds the station certified and the citizen known.
  const { id: first } = await openDossier(officer.call);
  expect(must(await officer.call['dossier.get']({ id: first })).identification).toBe('database');
  link.setDown(true);
  const query = { by: 'pid', pid: WELL_KNOWN_PID } as const;
  expect((await officer.call['population.search']({ purpose: 'exchange', query })).ok).toBe(false);
  const known = must(await officer.call['population.identify-offline']({ purpose: 'exchange', query, person: null }));
  const id = await sealedOffline(officer.call, known.lookupId);
  expect(must(await officer.call['dossier.get']({ id })).identification).toBe('cached');
  link.setDown(false);
  await comesTo(id, ['accepted', 'rejected']);
  const order = must(await officer.call['dossier.history']({ id })).toSorted((a, b) => a.at.localeCompare(b.at)).map(({ action }) => action);
  expect(order).toContain('dossier.identity-checked');
  expect(order.lastIndexOf('dossier.identity-checked')).toBeLessThan(order.lastIndexOf('dossier.upload-started'));
  expect(must(await officer.call['dossier.get']({ id })).identification).toBe('database');
});
