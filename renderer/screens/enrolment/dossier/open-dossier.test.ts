import { expect, it, vi } from 'vitest';
import { DOSSIER_ID } from '../testing/sample-dossier.ts';
import { TestCounter } from '../testing/test-counter.ts';
import { OpenDossier, type StoreClient } from './open-dossier.ts';

async function opened() {
  const counter = new TestCounter();
  const store = new Proxy({}, { get: (_, name) => (input: never) => counter.answer(String(name), input) }) as StoreClient;
  const open = new OpenDossier(store, DOSSIER_ID);
  await open.load();
  const setPhone = (value: string) => open.change((s, { id, version }) => s['dossier.set-field']({ id, version, field: 'phone', value }));
  return { counter, open, setPhone };
}

it('runs changes one after another, each on the version the one before left', async () => {
  const { counter, open, setPhone } = await opened();
  const done = await Promise.all([setPhone('1'), setPhone('2'), open.change((s, { id, version }) => s['dossier.set-step']({ id, version, step: 'portrait' }))]);
  expect(done).toEqual([true, true, true]);
  expect(counter.dossier).toMatchObject({ version: 4, step: 'portrait', person: { phone: '2' } });
});

it('is busy before the answer, and shows what was kept together with the end of it', async () => {
  const { open, setPhone } = await opened();
  const shown: unknown[] = [];
  const note = () => shown.push([open.busy.get(), open.view().dossier?.version]);
  open.subscribe(note);
  open.busy.subscribe(note);
  await setPhone('1');
  // The last two come one right after the other: React draws them together.
  expect(shown).toEqual([[true, 1], [true, 2], [false, 2]]);
});

it('is not drawn again for the news of its own change, which comes before the answer', async () => {
  const { counter, open, setPhone } = await opened();
  let drawn = 0;
  open.subscribe(() => drawn++);
  const done = setPhone('1');
  open.changedElsewhere(2);
  await done;
  await open.settled();
  expect(drawn).toBe(1);
  expect(counter.calls.filter(({ name }) => name === 'dossier.get')).toHaveLength(1);
});

it('reads what was saved elsewhere while its own change was refused, once', async () => {
  const { counter, open, setPhone } = await opened();
  counter.failures.set('dossier.set-field', 'store.full');
  const done = setPhone('1');
  counter.dossier = { ...counter.dossier, version: 5 };
  open.changedElsewhere(5);
  expect(await done).toBe(false);
  await open.settled();
  expect(open.view()).toMatchObject({ dossier: { version: 5 } });
  expect(open.busy.get()).toBe(false);
  counter.failures.set('dossier.get', 'host.crashed');
  open.changedElsewhere(6);
  await open.settled();
  expect(open.view()).toMatchObject({ dossier: { version: 5 }, error: { code: 'host.crashed' } });
  expect(open.busy.get()).toBe(false);
});

it('says nothing was kept when the store refused, and keeps what is shown', async () => {
  const { counter, open, setPhone } = await opened();
  counter.failures.set('dossier.set-field', 'store.full');
  expect(await setPhone('1')).toBe(false);
  expect(open.view()).toMatchObject({ error: { code: 'store.full' }, savedAtMs: undefined, dossier: { version: 1 } });
});

it('reloads quietly and says so when somebody else saved first', async () => {
  const { counter, open, setPhone } = await opened();
  counter.dossier = { ...counter.dossier, version: 9 };
  expect(await setPhone('1')).toBe(false);
  expect(open.view()).toMatchObject({ reloaded: true, error: undefined, dossier: { version: 9 } });
  expect(await setPhone('1')).toBe(true);
});

it('hears of a newer version and ignores the echo of its own', async () => {
  const { counter, open, setPhone } = await opened();
  await setPhone('1');
  const asked = () => counter.calls.filter((c) => c.name === 'dossier.get').length;
  open.changedElsewhere(2);
  await open.settled();
  expect(asked()).toBe(1);
  counter.dossier = { ...counter.dossier, version: 3, state: 'approved' };
  open.changedElsewhere(3);
  await vi.waitFor(() => expect(open.view().dossier?.state).toBe('approved'));
});

it('shows a dossier that was just opened without asking for it, and still hears of newer versions', async () => {
  const counter = new TestCounter();
  const store = new Proxy({}, { get: (_, name) => (input: never) => counter.answer(String(name), input) }) as StoreClient;
  const open = new OpenDossier(store, DOSSIER_ID, counter.dossier);
  expect(open.view()).toMatchObject({ dossier: { version: 1 } });
  open.changedElsewhere(1);
  expect(counter.calls).toEqual([]);
  counter.dossier = { ...counter.dossier, version: 2 };
  open.changedElsewhere(2);
  await open.settled();
  expect(open.view()).toMatchObject({ dossier: { version: 2 } });
  expect(open.busy.get()).toBe(false);
});

it('tells of a kept change right before it is shown, and of a refused one never', async () => {
  const { counter, open } = await opened();
  const told: string[] = [];
  open.subscribe(() => told.push(`shown ${open.view().dossier?.version}`));
  await open.change((store, { id, version }) => store['dossier.set-field']({ id, version, field: 'phone', value: '1' }), () => told.push('kept'));
  expect(told).toEqual(['kept', 'shown 2']);
  counter.failures.set('dossier.set-field', 'store.full');
  await open.change((store, { id, version }) => store['dossier.set-field']({ id, version, field: 'phone', value: '2' }), () => told.push('kept'));
  expect(told.filter((what) => what === 'kept')).toHaveLength(1);
});
