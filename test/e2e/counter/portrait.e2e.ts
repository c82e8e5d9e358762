import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PortraitFault } from '../../../electron/core/device/portrait-faults.ts';
import { launchStation, type Station } from '../station.ts';
import { CITIZEN_PID, OFFICER, TECHNICIAN } from './people.ts';
import { CounterPlayer } from './player.ts';
import { TechnicianPlayer } from './technician-player.ts';
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
  await new TechnicianPlayer(station.page).seat(looks);
  await player.signOut();
  await player.signIn(OFFICER);
}

const advice = (which: string) => station.page.getByRole('status').filter({ hasText: words('portrait', `advice.${which}`) });
const criterion = (which: string) => station.page.getByRole('row', { name: new RegExp(words('portrait', `criterion.${which}`)) });
const tries = () => station.page.locator('.portrait-try');
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

it('takes it when the officer says so, and another one, and lets them choose', async () => {
  await station.page.keyboard.press('F9');
  await player.button('portrait', 'take-another').waitFor();
  await station.page.keyboard.press('F8');
  await player.live();
  await station.page.keyboard.press('F9');
  await tries().nth(1).waitFor();
  expect(await tries().nth(1).getAttribute('aria-pressed')).toBe('true');
  await station.page.keyboard.press('PageUp');
  await tries().first().and(station.page.locator('[aria-pressed=true]')).waitFor();
});

it('cuts it anew as the officer moves the window by keys, no further than the norm lets it, and measures it again', async () => {
  await station.page.keyboard.press('F7');
  const picture = station.page.locator('.adjust-frame img');
  await picture.waitFor();
  const before = await picture.getAttribute('src');
  await station.page.keyboard.press('ArrowUp');
  await station.page.waitForFunction((old) => (document.querySelector('.adjust-frame img')?.getAttribute('src') ?? old) !== old, before);
  for (let n = 0; n < 6; n++) await station.page.keyboard.press('ArrowDown');
  await player.button('portrait', 'adjust.down.more').and(station.page.locator(':disabled')).waitFor();
  expect(await station.page.locator('.adjust-part output').nth(1).textContent()).toMatch(/^\+5 %/);
  await station.page.keyboard.press('0');
  await station.page.locator('.button-primary[aria-busy=false]').waitFor();
  await station.page.keyboard.press('Escape');
  await station.page.locator('.zoomable').waitFor();
});

it('keeps it cut out upright, and only with a reason', async () => {
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
