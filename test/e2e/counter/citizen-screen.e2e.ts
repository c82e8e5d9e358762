import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN_KEYS, type CitizenBridge } from '../../../electron/contract/page.ts';
import { storeContract } from '../../../electron/contract/store.ts';
import { connect, listen, post, untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER } from './people.ts';
import { CounterPlayer } from './player.ts';
import { words, wordsLike } from './words.ts';

let station: Station;
let player: CounterPlayer;
let citizen: Page;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await player.signIn(OFFICER);
  await untilBoot(station.page, 'every-host-ready');
});
afterAll(() => station.close());

const heading = (text: string | RegExp): Promise<void> => citizen.getByRole('heading', { name: text }).waitFor();
const field = (name: string) => citizen.getByRole('button', { name: new RegExp(words('citizen', `field.${name}`)) });
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axe.source}; window.axe = axe;`);
  const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the citizen’s own window', () => {
  it('opens by its key without taking the keyboard from the officer, and shows nothing yet', async () => {
    const opening = station.app.waitForEvent('window');
    await station.page.keyboard.press('F11');
    citizen = await opening;
    await heading(words('citizen', 'idle.title'));
    expect(await violations(citizen)).toEqual([]);
  });

  it('guides through each capture in one sentence', async () => {
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    await heading(words('citizen', 'guide.right-four'));
    expect(await violations(citizen)).toEqual([]);
    await player.keep('right-four');
    await heading(words('citizen', 'guide.left-four'));
    await player.keep('left-four');
    await player.keep('thumbs');
    await heading(words('citizen', 'idle.title'));
    await player.goOn('portrait');
    await heading(words('citizen', 'guide.portrait'));
    await player.keep('portrait');
    await player.goOn('signature');
    await heading(words('citizen', 'guide.signature'));
    await player.keep('signature');
    await player.goOn('documents');
    await heading(words('citizen', 'idle.title'));
  });

  it('speaks the language the citizen chooses', async () => {
    await citizen.getByRole('button', { name: 'English' }).click();
    await heading('Welcome');
    await citizen.getByRole('button', { name: words('citizen', 'language.vi') }).click();
    await heading(words('citizen', 'idle.title'));
  });

  it('takes a touched field to the officer, and the correction back to the citizen', async () => {
    await player.goOn('citizen-check');
    await heading(words('citizen', 'check.title'));
    await citizen.locator('.citizen-picture-portrait img').waitFor();
    expect(await violations(citizen)).toEqual([]);
    await field('currentAddress').click();
    await citizen.getByText(words('citizen', 'check.told')).waitFor();
    expect(await citizen.getByRole('button', { name: words('citizen', 'check.confirm') }).isDisabled()).toBe(true);
    await station.page.getByText(words('enrolment', 'citizen.says-wrong', { fields: words('enrolment', 'field.currentAddress') })).waitFor();
    expect(await violations(station.page)).toEqual([]);
    await player.button('enrolment', 'citizen.correct').click();
    await player.onStep('check');
    await station.page.getByLabel(words('enrolment', 'check.edit', { field: words('enrolment', 'field.currentAddress') })).fill('số 9 đường Mới');
    await station.page.keyboard.press('Tab');
    await station.page.getByText(wordsLike('enrolment', 'saved')).waitFor();
    await player.jumpTo('citizen-check');
    await citizen.getByText('số 9 đường Mới').waitFor();
  });

  it('confirms by the citizen’s own hand, and the officer goes on', async () => {
    await citizen.getByRole('button', { name: words('citizen', 'check.confirm') }).click();
    await heading(words('citizen', 'check.thanks'));
    await station.page.getByText(wordsLike('enrolment', 'citizen.confirmed')).waitFor();
    await player.goOn('submit');
    await heading(words('citizen', 'idle.title'));
  });

  it('is empty while the officer’s screen is locked', async () => {
    await station.page.keyboard.press('Escape');
    await heading(words('citizen', 'check.thanks'));
    await player.lock();
    await heading(words('citizen', 'idle.title'));
    await player.unlock(OFFICER.password);
  });
});

describe('a citizen’s window that sends whatever it likes', () => {
  it('has a bridge of two keys', async () => {
    expect(await citizen.evaluate(() => Object.keys((window as unknown as { station: object }).station).toSorted())).toEqual([...CITIZEN_KEYS]);
  });

  it('gets no port to the devices and no other word with the program', async () => {
    expect(await citizen.evaluate(() => (window as unknown as { station: CitizenBridge }).station.connect('device-host'))).toMatchObject({ ok: false, error: { code: 'ipc.bad-sender' } });
  });

  it('reaches nothing of the officer’s on its port to the store, also when it shows the officer’s page', async () => {
    const sheet = await citizen.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!.href);
    await citizen.goto(sheet);
    await listen(citizen);
    const port = await connect(citizen, 'store-host');
    for (const call of Object.keys(storeContract)) {
      expect([call, await post(citizen, port, { id: 1, call, input: {} })]).toMatchObject([call, { reply: { ok: false, error: { code: 'ipc.unknown-call' } } }]);
    }
    expect(await post(citizen, port, { id: 1, call: 'citizen.view', input: {} })).toMatchObject({ reply: { ok: true, value: { view: { phase: 'idle' } } } });
  });

  it('never keeps the program alive: it closes by the same key', async () => {
    const closed = citizen.waitForEvent('close');
    await station.page.keyboard.press('F11');
    await closed;
  });
});
