import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITIZEN_PID, OFFICER, TECHNICIAN } from '../counter/people.ts';
import { CounterPlayer } from '../counter/player.ts';
import { words, wordsLike } from '../counter/words.ts';
import { launchStation, type Station } from '../station.ts';

let station: Station;
let player: CounterPlayer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'technician-'));
  station = await launchStation({ args: ['--citizens=50'] });
  await station.page.setViewportSize({ width: 1366, height: 768 });
  player = new CounterPlayer(station.page);
  // A citizen's name, number and address are in the program before the technician comes.
  await player.signIn(OFFICER);
  await player.openDossier(CITIZEN_PID);
  await player.goOn('fingerprints');
  await player.keep('right-four');
  await player.signOut();
  await player.signIn(TECHNICIAN);
});
afterAll(async () => {
  await station.close();
  await rm(folder, { recursive: true, force: true });
});

const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string => words('technician', key, values);
const pane = async (digit: number, name: string): Promise<void> => {
  await station.page.keyboard.press(String(digit));
  await station.page.getByRole('tab', { name: t(`pane.${name}`), selected: true }).waitFor();
};
/** Waits until the scanner's state in the list is the one named. */
const scanner = () => station.page.getByRole('option').filter({ hasText: words('states', 'kind.fingerprint-scanner') });
/** Nothing on the screen is wider than the window. */
const fits = (): Promise<boolean> => station.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth && document.documentElement.scrollHeight <= window.innerHeight);

describe('the technician\'s day', () => {
  it('sees every device with its facts, and nobody\'s name', async () => {
    await scanner().waitFor();
    await station.page.getByText('SIM-TP-0001').first().waitFor();
    expect(await station.page.locator('.device-card').innerText()).toContain('sim-ten-print');
    expect(await station.page.locator('body').innerText()).not.toContain('TRẦN');
    expect(await fits()).toBe(true);
  });

  it('tests a scanner: it passes or fails by its measures, and a dirty platen is called one, with what to do', async () => {
    await station.page.keyboard.press('F12');
    await station.page.getByRole('rowheader', { name: t('measure.platen-residue') }).waitFor();
    await station.page.getByRole('button', { name: t('fault.residue'), exact: true }).click();
    await station.page.keyboard.press('F12');
    await station.page.getByText(t('advice.platen-residue')).waitFor();
    await station.page.getByText(wordsLike('technician', 'test.failed')).first().waitFor();
    await station.page.getByRole('button', { name: t('fault.none'), exact: true }).click();
  });

  it('unplugs a simulated device and sees it go and come back', async () => {
    await station.page.getByRole('button', { name: t('fault.unplug'), exact: true }).click();
    await scanner().filter({ hasText: words('states', 'device.absent') }).waitFor();
    await station.page.getByRole('button', { name: t('fault.replug'), exact: true }).click();
    await scanner().filter({ hasText: words('states', 'device.ready') }).waitFor();
  });

  it('tries a capture with consent; the picture is seen and goes', async () => {
    await scanner().click();
    await station.page.keyboard.press('F9');
    await station.page.getByText(t('trial.consent')).waitFor();
    await station.page.keyboard.press('Enter');
    await station.page.getByAltText(t('trial.still')).waitFor();
    await station.page.keyboard.press('Escape');
    await station.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds both tests in the device\'s health', async () => {
    await pane(2, 'health');
    await station.page.getByRole('img', { name: wordsLike('technician', 'health.line') }).first().waitFor();
    await station.page.getByText(t('measure.platen-residue')).first().waitFor();
    expect(await fits()).toBe(true);
  });

  it('reads the log as it grows, and filters it', async () => {
    await pane(3, 'log');
    await station.page.getByText(wordsLike('technician', 'log.self-test.failed')).first().waitFor();
    await station.page.getByLabel(t('log.filter')).fill('absent');
    await station.page.getByText('state.absent').first().waitFor();
    expect(await station.page.locator('.log-table tbody tr').filter({ hasNotText: 'absent' }).count()).toBe(0);
    await station.page.getByLabel(t('log.filter')).fill('không có dòng nào như vậy');
    await station.page.getByText(t('log.nothing')).waitFor();
    await station.page.keyboard.press('Escape');
    await station.page.getByText('capture.done').first().waitFor();
    expect(await fits()).toBe(true);
  });

  it('sees where every setting comes from', async () => {
    await pane(4, 'settings');
    const row = station.page.getByRole('row', { name: new RegExp(words('settings', 'name.session.idle-lock-minutes')) });
    await row.getByText(t('origin.built-in')).waitFor();
  });

  it('saves a bundle where the person says, with nobody in it', async () => {
    await pane(5, 'bundle');
    const file = join(folder, 'bundle.zip');
    await station.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath: path })) as typeof dialog.showSaveDialog;
    }, file);
    await station.page.keyboard.press('F12');
    await station.page.getByText(t('bundle.saved', { name: 'bundle.zip' })).waitFor();
    const files = unzipSync(new Uint8Array(await readFile(file)));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['versions.json', 'inventory.json', 'device-log.jsonl', 'health.json', 'settings.json', 'audit.json']));
    const all = Object.values(files).map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    for (const mark of [CITIZEN_PID, 'TRẦN THỊ BÌNH', 'Trần Thị Bình', 'Giảng Võ, Ba Đình', 'Nguyễn Thị An']) expect(all).not.toContain(mark);
    expect(all).toContain('SIM-TP-0001');
    expect(await fits()).toBe(true);
  });

  it('says so when no place was chosen or it can\'t be written to', async () => {
    await station.app.evaluate(({ dialog }) => { dialog.showSaveDialog = (() => Promise.resolve({ canceled: true, filePath: '' })) as typeof dialog.showSaveDialog; });
    await station.page.keyboard.press('F12');
    await station.page.getByText(t('bundle.notSaved')).waitFor();
    await station.app.evaluate(({ dialog }, path) => { dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath: path })) as typeof dialog.showSaveDialog; }, join(folder, 'no-such-folder', 'bundle.zip'));
    await station.page.keyboard.press('F12');
    await station.page.getByText('bundle.not-saved').waitFor();
  });

  it('a driver that blocks its process for good: it is said, the window goes on, and the devices are back by themselves', async () => {
    await pane(1, 'devices');
    await scanner().click();
    await station.page.getByRole('button', { name: t('fault.block'), exact: true }).click();
    await station.page.getByRole('button', { name: t('fault.block'), exact: true, pressed: true }).waitFor();
    await station.page.keyboard.press('F9');
    await station.page.getByText(t('trial.consent')).waitFor();
    await station.page.keyboard.press('Enter');
    const said = station.page.getByText(words('shell', 'silent.device-host'));
    await said.waitFor();
    await station.page.keyboard.press('Escape');
    await station.page.getByRole('dialog').waitFor({ state: 'detached' });
    await pane(4, 'settings');
    await said.waitFor({ state: 'detached' });
    await pane(1, 'devices');
    await scanner().filter({ hasText: words('states', 'device.ready') }).waitFor();
    await station.page.getByRole('button', { name: t('fault.none'), exact: true, pressed: true }).waitFor();
  });
});

it.each([
  ['another name', { name: 'x.sh', zip: [0x50, 0x4b, 3, 4] }], ['a path', { name: '../chan-doan-20260302-0900.zip', zip: [0x50, 0x4b, 3, 4] }],
  ['no ZIP', { name: 'chan-doan-20260302-0900.zip', zip: [35, 33, 47, 98] }], ['nothing', null],
])('main saves no page %s', async (_what, input) => {
  const reply = await station.page.evaluate(async (given) => {
    const { station: bridge } = window as unknown as { station: { saveBundle(input: unknown): Promise<unknown> } };
    return bridge.saveBundle(given === null ? null : { name: given.name, zip: new Uint8Array(given.zip) });
  }, input);
  expect(reply).toMatchObject({ ok: false, error: { code: 'ipc.bad-message' } });
});
