import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PortraitFault } from '../../../electron/core/device/portrait-faults.ts';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER, TECHNICIAN } from './people.ts';
import { CounterPlayer } from './player.ts';
import { words } from './words.ts';

let station: Station;
let player: CounterPlayer;
const messages: string[] = [];
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=50'] });
  station.page.on('console', (message) => messages.push(message.text()));
  player = new CounterPlayer(station.page);
});
afterAll(() => station.close());

/** The technician decides who sits before the simulated camera. */
async function seat(looks: PortraitFault | 'none'): Promise<void> {
  await player.signIn(TECHNICIAN);
  await station.page.getByRole('option', { name: new RegExp(`^${words('states', 'kind.camera')}`) }).first().click();
  await station.page.getByLabel(words('portrait', 'before'), { exact: true }).selectOption(looks);
  await player.signOut();
  await player.signIn(OFFICER);
}

const advice = (which: string) => station.page.getByRole('status').filter({ hasText: words('portrait', `advice.${which}`) });
const criterion = (which: string) => station.page.getByRole('row', { name: new RegExp(words('portrait', `criterion.${which}`)) });
const toPortrait = async (): Promise<void> => {
  await station.page.getByRole('button', { name: words('enrolment', 'step.portrait') }).first().click();
  await player.onStep('portrait');
};

it('says which way to turn, shows value and limit, and doesn’t take a wrong portrait by itself', async () => {
  await seat('face-turned');
  await player.openDossier(CITIZEN_PID);
  await toPortrait();
  await advice('turn-right').waitFor();
  const row = criterion('yaw');
  await row.getByRole('img', { name: words('portrait', 'not-ok') }).waitFor();
  expect(await row.textContent()).toMatch(/\d+(,\d)?°.*±5°/);
  expect(await player.button('enrolment', 'capture.accept').count()).toBe(0);
});

it('takes it when the officer says so, cut out upright, and only with a reason', async () => {
  await station.page.keyboard.press('F9');
  await player.keepWithReason();
  await station.page.getByText(words('portrait', 'override.disability')).first().waitFor();
});

it('takes a right portrait by itself, without a word from the officer', async () => {
  await player.signOut();
  await seat('none');
  await station.page.keyboard.press('F2');
  await station.page.getByLabel(words('enrolment', 'find.who')).waitFor();
  await station.page.keyboard.press('Escape');
  await player.openDossier('001095000001');
  await toPortrait();
  await player.keep('portrait');
  await station.page.getByText('1244 × 1600').first().waitFor();
});

it('does all this without breaking the page’s policy', () => {
  expect(messages.filter((text) => /Content Security Policy|TrustedScript|WebAssembly/.test(text))).toEqual([]);
});
