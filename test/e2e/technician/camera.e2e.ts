import { afterAll, beforeAll, expect, it } from 'vitest';
import { CITIZEN_PID, OFFICER, TECHNICIAN } from '../counter/people.ts';
import { CounterPlayer } from '../counter/player.ts';
import { words } from '../counter/words.ts';
import { launchStation, type Station } from '../station.ts';

/** Chromium's own test camera: a real getUserMedia stream without hardware. */
const CAMERA = 'fake_device_0';
let station: Station;
beforeAll(async () => { station = await launchStation({ args: ['--citizens=50', '--use-fake-device-for-media-stream'] }); });
afterAll(() => station.close());

it('takes the portrait with a USB camera that the technician chose: live picture, still, kept in the dossier with the camera\'s name', async () => {
  const { page } = station;
  const player = new CounterPlayer(page);
  await player.signIn(TECHNICIAN);
  await chooseCamera(CAMERA);
  await player.signOut();

  await player.signIn(OFFICER);
  await player.openDossier(CITIZEN_PID);
  await page.getByRole('button', { name: words('enrolment', 'step.portrait') }).first().click();
  await player.onStep('portrait');
  await player.live();
  // The fake camera draws a moving clock on green: two different pictures prove a live stream.
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.live canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, n) => n % 4 === 1 && value > 100);
  });
  await page.keyboard.press('F9');
  // A test pattern is no face.
  await player.keepWithReason();
  await page.locator('header.frame').getByTitle(CAMERA).waitFor();
  expect(await page.locator('.live canvas').count()).toBe(0);
});

/** Among the devices, with the camera's picture and what is measured of it in sight. */
async function chooseCamera(label: string): Promise<void> {
  const { page } = station;
  await page.getByRole('listbox', { name: words('technician', 'devices') }).getByRole('option').filter({ hasText: words('technician', 'pageCamera') }).click();
  await page.getByLabel(words('technician', 'pageCamera.which')).selectOption(label);
  await page.getByRole('listitem').filter({ hasText: words('technician', 'measure.camera-focus') }).waitFor();
}
