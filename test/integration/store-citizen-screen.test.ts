import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { citizenContract, citizenEvents, type CitizenDesk, type CitizenState } from '../../electron/contract/citizen-screen.ts';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { clientOn, type PortClient } from '../../electron/contract/port-client.ts';
import { storeContract } from '../../electron/contract/store.ts';
import { CHIEF, OFFICER, RunningStore, SLOTS, codeIn, must, openDossier, startCentre, temporaryFolder, type Page } from './store-harness.ts';

const folder = temporaryFolder();
let centre: Awaited<ReturnType<typeof startCentre>>;
let store: RunningStore;
let officer: Page;
let citizen: PortClient<typeof citizenContract, typeof citizenEvents>;
let dossier: Dossier;

beforeAll(async () => {
  centre = await startCentre(`${folder.path}/centre`);
  store = new RunningStore(`${folder.path}/store`, { centreUrl: centre.url });
  officer = await store.signedIn(OFFICER);
  citizen = clientOn(citizenContract, citizenEvents, store.host.port('page', 'citizen'));
  dossier = await openDossier(officer.call);
  for (const slot of SLOTS) dossier = must(await officer.call['capture.accept']({ id: dossier.id, version: dossier.version, slot, sha256: store.spool(slot) }));
});
afterAll(async () => {
  await store.stop();
  await centre.host.stop();
  folder.remove();
});
beforeEach(async () => {
  dossier = must(await officer.call['dossier.get']({ id: dossier.id }));
});

const state = async (): Promise<CitizenState> => must(await citizen.call['citizen.view']({}));
const show = async (scene: Parameters<Page['call']['citizen-screen.show']>[0]): Promise<CitizenDesk> => must(await officer.call['citizen-screen.show'](scene));
/** The next desk the officer's page is told of that `fits`. */
const told = (fits: (desk: CitizenDesk) => boolean): Promise<CitizenDesk> =>
  new Promise((resolve) => {
    const stop = officer.on('citizen-screen.changed', (desk) => {
      if (!fits(desk)) return;
      stop();
      resolve(desk);
    });
  });

describe('the citizen’s window', () => {
  it('shows nothing until the officer does, and counts as open', async () => {
    expect((await state()).view).toEqual({ phase: 'idle' });
    expect(must(await officer.call['citizen-screen.view']({}))).toMatchObject({ windows: 1, phase: 'idle', dossierId: null });
    expect(codeIn(await citizen.call['citizen.mark']({ field: 'fullName', wrong: true }))).toBe('citizen.nothing-shown');
    expect(codeIn(await citizen.call['citizen.confirm']({ version: 1 }))).toBe('citizen.nothing-shown');
    expect(codeIn(await citizen.call['citizen.image']({ slot: 'portrait' }))).toBe('citizen.nothing-shown');
  });

  it('guides through a capture without a word about its quality', async () => {
    const seen = new Promise<CitizenState>((resolve) => citizen.on('citizen.changed', resolve));
    await show({ phase: 'guide', dossierId: dossier.id, slot: 'right-four' });
    expect((await seen).view).toEqual({ phase: 'guide', slot: 'right-four', missing: [] });
    expect(codeIn(await citizen.call['citizen.image']({ slot: 'portrait' }))).toBe('citizen.nothing-shown');
  });

  it('tells the officer what was touched as wrong, refuses to confirm it, and forgets the mark once it is corrected', async () => {
    await show({ phase: 'check', dossierId: dossier.id });
    const marked = told(({ wrong }) => wrong.length > 0);
    must(await citizen.call['citizen.mark']({ field: 'currentAddress', wrong: true }));
    expect(await marked).toMatchObject({ wrong: ['currentAddress'], dossierId: dossier.id });
    expect(codeIn(await citizen.call['citizen.confirm']({ version: dossier.version }))).toBe('citizen.marked-wrong');
    const corrected = told(({ wrong }) => wrong.length === 0);
    must(await officer.call['dossier.set-field']({ id: dossier.id, version: dossier.version, field: 'currentAddress', value: 'số 9 đường Mới' }));
    await corrected;
    const { view } = await state();
    expect(view).toMatchObject({ phase: 'check', wrong: [], complete: true, confirmed: false, images: ['portrait', 'signature'] });
    expect(view.phase === 'check' && view.fields.find(({ field }) => field === 'currentAddress')?.value).toBe('số 9 đường Mới');
  });

  it('keeps the language the citizen chose', async () => {
    must(await citizen.call['citizen.choose-language']({ locale: 'en' }));
    expect(await show({ phase: 'guide', dossierId: dossier.id, slot: 'signature' })).toMatchObject({ locale: 'en' });
    expect(await show({ phase: 'check', dossierId: dossier.id })).toMatchObject({ locale: 'en' });
  });

  it('confirms only what is on the screen, in the officer’s name, and an edit voids it', async () => {
    expect(codeIn(await citizen.call['citizen.confirm']({ version: dossier.version - 1 }))).toBe('dossier.stale-version');
    must(await citizen.call['citizen.confirm']({ version: dossier.version }));
    const confirmed = must(await officer.call['dossier.get']({ id: dossier.id }));
    expect(confirmed.citizenConfirmedAt).not.toBeNull();
    expect((await state()).view).toMatchObject({ phase: 'check', confirmed: true });
    const history = must(await officer.call['dossier.history']({ id: dossier.id }));
    expect(history.find(({ action }) => action === 'dossier.confirm-by-citizen')?.detail).toContain('citizen screen');
    must(await officer.call['dossier.set-field']({ id: dossier.id, version: confirmed.version, field: 'phone', value: '0912345678' }));
    expect((await state()).view).toMatchObject({ phase: 'check', confirmed: false });
  });

  it('leaves nothing of one citizen to the next', async () => {
    must(await citizen.call['citizen.mark']({ field: 'phone', wrong: true }));
    const next = await openDossier(officer.call, '001095000001');
    expect(await show({ phase: 'check', dossierId: next.id })).toMatchObject({ locale: 'vi', wrong: [] });
    expect(JSON.stringify(await state())).not.toContain(dossier.person.fullName);
  });

  it('is empty as soon as the officer locks, and after a sign-out', async () => {
    must(await officer.call['session.lock']({}));
    expect((await state()).view).toEqual({ phase: 'idle' });
    must(await officer.call['session.unlock']({ password: OFFICER.password }));
    expect((await state()).view).toEqual({ phase: 'idle' });
    await show({ phase: 'check', dossierId: dossier.id });
    must(await officer.call['session.sign-out']({}));
    expect((await state()).view).toEqual({ phase: 'idle' });
    must(await officer.call['session.sign-in'](OFFICER));
  });

  it('is empty when the page that showed it is gone', async () => {
    const port = store.host.port('page');
    const other = clientOn(storeContract, {}, port);
    must(await other.call['session.sign-in'](OFFICER));
    must(await other.call['citizen-screen.show']({ phase: 'check', dossierId: dossier.id }));
    expect((await state()).view).toMatchObject({ phase: 'check' });
    const emptied = new Promise<void>((resolve) => citizen.on('citizen.changed', ({ view }) => view.phase === 'idle' && resolve()));
    port.close();
    await emptied;
  });

  it('may call nothing of the officer’s', async () => {
    const raw = clientOn(storeContract, {}, store.host.port('page', 'citizen'));
    for (const name of Object.keys(storeContract) as (keyof typeof storeContract)[]) {
      const reply = await (raw.call[name] as (input: unknown) => Promise<{ ok: boolean }>)({ id: dossier.id });
      expect([name, codeIn(reply as never)]).toEqual([name, 'ipc.unknown-call']);
    }
  });

  it('is the officer’s to fill and nobody else’s', async () => {
    const chief = await store.signedIn(CHIEF);
    expect(codeIn(await chief.call['citizen-screen.show']({ phase: 'check', dossierId: dossier.id }))).toBe('session.role');
    const asCitizen = clientOn(citizenContract, {}, store.host.port('page'));
    expect(codeIn(await asCitizen.call['citizen.view']({}))).toBe('ipc.unknown-call');
  });
});
