import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER, OTHER_CITIZEN_PID } from './people.ts';
import { CounterPlayer } from './player.ts';
import { UNWATCHED } from './watcher.ts';
import { words, wordsLike } from './words.ts';

/** Who keeps pictures of the screens gets one here; the tests need none. */
const picture = UNWATCHED.screen;
let station: Station;
let player: CounterPlayer;
let printDir: string;
beforeAll(async () => {
  printDir = await mkdtemp(join(tmpdir(), 'prints-'));
  station = await launchStation({ args: ['--citizens=200'], printDir });
  player = new CounterPlayer(station.page);
  // The first look-up asks the practice centre, which starts after the sign-in screen is up.
  await untilBoot(station.page, 'every-host-ready');
  await player.signIn(OFFICER);
});
afterAll(async () => {
  await station.close();
  await rm(printDir, { recursive: true, force: true });
});

async function lookUp(who: string, purpose = 'exchange'): Promise<void> {
  await station.page.keyboard.press('F2');
  await station.page.getByLabel(words('enrolment', 'find.purpose'), { exact: true }).selectOption(purpose);
  const box = station.page.getByLabel(words('enrolment', 'find.who'));
  await box.fill(who);
  await station.page.keyboard.press('Enter');
}
const field = (name: string, exact = true) => station.page.getByLabel(words('enrolment', `field.${name}`), { exact });
const formPrinted = () => station.page.getByText(wordsLike('receipt', 'outcome.printed')).waitFor();
const preview = () => station.page.locator('.receipt-paper canvas').first().waitFor();
/** The reception of somebody wakes by itself on the list; from there on by keyboard to the dossier. */
async function openReady(name: string): Promise<void> {
  await player.goTo('receptions');
  await station.page.getByRole('row').filter({ hasText: name }).filter({ hasText: words('forms', 'short.ready') }).waitFor({ timeout: 90_000 });
  await picture('receptions');
  await station.page.keyboard.press('F12');
  await station.page.getByText(words('forms', 'state.ready')).waitFor();
  await station.page.keyboard.press('F12');
  await player.onStep('check');
}
const backToDesk = async (): Promise<void> => {
  await player.goTo('desk');
  await station.page.getByRole('button', { name: words('desk', 'new') }).first().waitFor();
};

describe('ways on from a look-up besides a card dossier', () => {
  it('refuses in writing and prints the notice', async () => {
    await lookUp(OTHER_CITIZEN_PID);
    await player.button('forms', 'way.refuse').waitFor();
    await station.page.keyboard.press('F7');
    await station.page.getByLabel(/^R06/).check();
    await station.page.getByLabel(words('forms', 'refuse.explained')).fill('Thẻ đang bị giữ theo quyết định của tòa án.');
    await station.page.keyboard.press('F12');
    await station.page.getByText(words('forms', 'state.refused')).waitFor();
    await preview();
    await station.page.keyboard.press('F10');
    await formPrinted();
    expect(await readdir(printDir)).toHaveLength(1);
  });

  it('collects the data of a child whom the database does not know, with the mother who signs', async () => {
    await backToDesk();
    await lookUp('001095999999', 'first-issue');
    await player.button('forms', 'way.create').waitFor();
    await station.page.keyboard.press('F6');
    await field('fullName').fill('Hoàng Thị Mai');
    await field('birthDate').fill(`01/02/${new Date().getFullYear() - 5}`);
    await field('sex').selectOption('2');
    await field('residence').fill('Phường Giảng Võ, Thành phố Hà Nội');
    await station.page.getByLabel(words('forms', 'evidence')).fill('Giấy khai sinh số 8');
    // A child: the representative is asked for by itself.
    await station.page.getByLabel(words('procedure', 'representation.name')).fill('Trần Thị Lụa');
    await station.page.getByLabel(words('procedure', 'representation.proof'), { exact: true }).selectOption('birth-certificate');
    await picture('create-child');
    await station.page.keyboard.press('F12');
    await station.page.getByText(wordsLike('forms', 'outcome.create')).first().waitFor();
    await station.page.getByText(wordsLike('forms', 'reception.representative')).waitFor();
    await preview();
    await station.page.keyboard.press('F10');
    await formPrinted();
    await picture('create-printed');
  });

  it('opens the dossier of the child once the record exists, with the representative, to its end', async () => {
    await openReady('HOÀNG THỊ MAI');
    await station.page.locator('.representative').filter({ hasText: 'TRẦN THỊ LỤA' }).waitFor();
    await picture('create-dossier');
    await player.signAndSubmit();
    await picture('create-submitted');
    await station.page.keyboard.press('Escape');
  });

  it('waits for a wrong birth date to be put right, wakes by itself and opens the dossier on the new data', async () => {
    await backToDesk();
    await lookUp(CITIZEN_PID);
    await player.button('forms', 'way.adjust').waitFor();
    await station.page.keyboard.press('F6');
    const name = words('enrolment', 'field.birthDate');
    await station.page.getByLabel(name, { exact: true }).check();
    await station.page.getByLabel(words('forms', 'adjust.right', { field: name })).fill('27/02/2001');
    await station.page.getByLabel(words('forms', 'evidence')).fill('Giấy khai sinh số 12/2001');
    await station.page.keyboard.press('F12');
    await station.page.getByText(wordsLike('forms', 'outcome.adjust')).first().waitFor();
    await preview();
    await station.page.keyboard.press('F10');
    await formPrinted();
    await openReady('TRẦN THỊ BÌNH');
    await station.page.getByText('27/02/2001').first().waitFor();
    await picture('adjust-dossier');
  });

  it('prints the collection record of the dossier that was opened', async () => {
    await station.page.locator('nav.rail').getByText(words('enrolment', 'step.submit')).click();
    await player.onStep('submit');
    await station.page.keyboard.press('F8');
    await preview();
    await station.page.keyboard.press('F10');
    await formPrinted();
    expect((await readdir(printDir)).length).toBe(4);
    await station.page.keyboard.press('Escape');
  });

  it('is finished and submitted on the corrected data', async () => {
    await player.jumpTo('check');
    const occupation = station.page.getByLabel(words('enrolment', 'check.edit', { field: words('enrolment', 'field.occupation') }));
    await occupation.fill('Giáo viên');
    await occupation.blur();
    await station.page.getByText(wordsLike('enrolment', 'saved')).waitFor();
    await player.jumpTo('submit');
    await station.page.getByText(words('forms', 'stale.of', { codes: 'CC01' })).waitFor();
    await picture('stale');
    await player.jumpTo('check');
    await player.captureAndSubmit();
    await picture('adjust-submitted');
  });
});
