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

  // The log holds ids; people read and look for numbers and names.
  const { rows } = must(await chief.call['audit.list']({ before: null, size: 100, search: accepted.number }));
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(({ subject, label }) => `${subject} ${label}`))).toEqual(new Set([`${accepted.id} ${accepted.number}`]));
  const byName = must(await chief.call['audit.list']({ before: null, size: 100, search: 'nguyen thi an' })).rows;
  expect(new Set(byName.map(({ who }) => who))).toEqual(new Set(['Nguyễn Thị An']));
});

it('keeps a sealed dossier as it was sent, whoever asks and whatever for', async () => {
  const officer = await store.signedIn(OFFICER);
  const chief = await store.signedIn(CHIEF);
  const { rows } = must(await chief.call['dossier.list']({ search: '', states: ['accepted'], cursor: null, size: 1 }));
  const sealed = must(await chief.call['dossier.get']({ id: rows[0]!.id }));
  const target = { id: sealed.id, version: sealed.version };
  const sha256 = store.spool('portrait', 99);
  const refused = {
    'set-field': officer.call['dossier.set-field']({ ...target, field: 'phone', value: '0900000000' }),
    'set-kind': officer.call['dossier.set-kind']({ ...target, kind: 'reissue' }),
    'set-step': officer.call['dossier.set-step']({ ...target, step: 'check' }),
    'set-missing-finger': officer.call['dossier.set-missing-finger']({ ...target, finger: 'left-ring', reason: 'worn', permanent: false, note: '' }),
    'clear-missing-finger': officer.call['dossier.clear-missing-finger']({ ...target, finger: 'left-ring' }),
    'add-document': officer.call['dossier.add-document']({ ...target, kind: 'other', number: '1', issuedOn: '', note: '' }),
    'remove-document': officer.call['dossier.remove-document']({ ...target, documentId: sealed.id }),
    'confirm-by-citizen': officer.call['dossier.confirm-by-citizen'](target),
    submit: officer.call['dossier.submit'](target),
    withdraw: officer.call['dossier.withdraw']({ ...target, reason: 'thử' }),
    reopen: officer.call['dossier.reopen'](target),
    accept: officer.call['capture.accept']({ ...target, slot: 'portrait', sha256 }),
    reject: officer.call['capture.reject']({ ...target, slot: 'portrait', sha256, reason: 'blurred' }),
    approve: chief.call['dossier.approve'](target),
    return: chief.call['dossier.return']({ ...target, reason: 'R10', text: 'thử' }),
  };
  for (const [call, reply] of Object.entries(refused)) expect(await reply, call).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^dossier\.(read-only|illegal-event)$/) } });
  expect(must(await chief.call['dossier.get']({ id: sealed.id }))).toEqual(sealed);
});
