import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLLED_SLOTS, SLAPS, type Finger } from '../../../electron/core/dossier/capture-slots.ts';
import { setSettings } from '../station-settings.ts';
import { launchStation, startAfterKill, type Station } from '../station.ts';
import { ChiefPlayer } from './chief-player.ts';
import { CHIEF, CITIZEN_PID, OFFICER, TECHNICIAN } from './people.ts';
import { CounterPlayer } from './player.ts';
import { TechnicianPlayer } from './technician-player.ts';
import { words } from './words.ts';

const NAME = 'TRẦN THỊ BÌNH';
let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await station.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  await setSettings(station, { 'capture.print-sequence': 'thirteen' });
  await player.signIn(OFFICER);
});
afterAll(() => station.close());

const attempts = (): ReturnType<Station['page']['locator']> => station.page.locator('.attempts li');
const verdict = (): ReturnType<Station['page']['locator']> => station.page.locator('.print-verdict');
const captured = (): Promise<string[]> => station.page.locator('.captured-slot').allTextContents();
const lower = (finger: Finger): string => words('enrolment', `slot.${finger}`).toLocaleLowerCase('vi');

async function takeUp(): Promise<void> {
  await station.page.getByRole('option').filter({ hasText: NAME }).first().waitFor();
  await station.page.keyboard.press('Enter');
  await player.onStep('fingerprints');
}

/** The technician has the citizen show the finger beside the right one, once. */
async function showWrongFinger(): Promise<void> {
  await player.signIn(TECHNICIAN);
  await new TechnicianPlayer(station.page).spoilPrints('wrong-finger');
  await player.signOut();
  await player.signIn(OFFICER);
  await takeUp();
}

/** It is told by the plain print of the finger that was shown, and F12 takes the roll again. */
async function rollAgain(shown: Finger): Promise<void> {
  await verdict().getByText(lower(shown)).waitFor();
  await verdict().getByText(words('enrolment', 'instruction.right-finger')).waitFor();
  expect(await player.button('enrolment', 'capture.accept').count()).toBe(0);
  await station.page.keyboard.press('F12');
  await attempts().filter({ hasText: words('enrolment', 'capture.retake.advised') }).first().waitFor();
}

describe('ten rolled fingers after the slaps', () => {
  it('come after the plain prints, each asked for by name', async () => {
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    await player.keepPrints(SLAPS);
    await station.page.getByText(words('enrolment', 'fingers.instruct.rolled', { finger: lower('right-thumb') })).waitFor();
  });

  it('are held against their plain prints: the wrong finger is named and taken again', async () => {
    await player.signOut();
    await showWrongFinger();
    await rollAgain('right-index');
    await player.keep('rolled-right-thumb');
  });

  it('are told after the whole program was killed, too: the plain prints are read again from the dossier', async () => {
    station = await startAfterKill(station, ['--citizens=200']);
    player = new CounterPlayer(station.page);
    await showWrongFinger();
    await rollAgain('right-middle');
    await verdict().locator('.roll-check').getByText(words('enrolment', 'roll-check.successful')).waitFor();
    await player.keep('rolled-right-index');
  });

  it('are all in the dossier in the end, and nothing more is asked for', async () => {
    await player.keepPrints(ROLLED_SLOTS.slice(2));
    await station.page.getByText(words('enrolment', 'fingers.done.text')).waitFor();
    expect(await captured()).toHaveLength(SLAPS.length + ROLLED_SLOTS.length);
    await player.goOn('portrait');
  });

  it('go with the dossier to the chief and the centre, which accepts it', async () => {
    await player.keep('portrait');
    await player.signAndSubmit();
    await station.page.keyboard.press('Escape');
    await player.listed('submitted');
    await player.signOut();
    await player.signIn(CHIEF);
    const chief = new ChiefPlayer(station.page);
    await chief.approve(NAME);
    await chief.goTo('desk');
    await chief.listed('accepted');
  });
});
