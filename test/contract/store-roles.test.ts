import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Call } from '../../electron/contract/call.ts';
import { storeContract } from '../../electron/contract/store.ts';
import { ROLES, type Role } from '../../electron/core/access/roles.ts';
import { ADMINISTRATOR, AUDITOR, CHIEF, OFFICER, RunningStore, TECHNICIAN, codeIn, must, temporaryFolder, type Page } from '../integration/store-harness.ts';

const ACCOUNTS: Readonly<Record<Role, { readonly login: string; readonly password: string }>> = {
  officer: OFFICER, chief: CHIEF, technician: TECHNICIAN, auditor: AUDITOR, administrator: ADMINISTRATOR,
};
const ID = '00000000-0000-4000-8000-000000000000';
const folder = temporaryFolder();
const pages = new Map<Role, Page>();
let store: RunningStore;
let stranger: Page;

beforeAll(async () => {
  store = new RunningStore(folder.path);
  for (const role of ROLES) pages.set(role, await store.signedIn(ACCOUNTS[role]));
  stranger = store.page();
});
afterAll(async () => {
  await store.stop();
  folder.remove();
});

const ask = (page: Page, name: string): Promise<string> =>
  (page.call as unknown as Record<string, (input: unknown) => ReturnType<Page['call']['session.view']>>)[name]!({ id: ID, surplus: true }).then(codeIn);

/** A surplus key: whoever may make the call hears of the bad message, whoever may not hears only that. */
const cases = Object.entries<Call>(storeContract).filter(([, call]) => call.access !== 'anyone');
it.each(cases)('%s is for the roles it names and nobody else', async (name, call) => {
  expect(await ask(stranger, name)).toBe('session.required');
  for (const role of ROLES) {
    const allowed = call.access === 'signed-in' || call.access.includes(role);
    expect([role, await ask(pages.get(role)!, name)]).toEqual([role, allowed ? 'ipc.bad-message' : 'session.role']);
  }
});

it('keeps a citizen\'s data from technician and administrator', () => {
  for (const [name, call] of cases.filter(([name]) => /^(dossier|capture|population|receipt|form)\./.test(name))) {
    expect([name, call.access]).toEqual([name, expect.not.arrayContaining(['technician', 'administrator'])]);
  }
});

it('refuses everything to a locked session until it is unlocked', async () => {
  const page = pages.get('chief')!;
  must(await page.call['session.lock']({}));
  for (const [name, call] of cases) {
    if (call.access === 'signed-in' || call.access.includes('chief')) expect([name, await ask(page, name)]).toEqual([name, 'session.locked']);
  }
  must(await page.call['session.unlock']({ password: CHIEF.password }));
  expect(await ask(page, 'dossier.list')).toBe('ipc.bad-message');
});
