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

/** The page's own camera, seen from its page: every stream it was given, so that the test can do to them what sleep and cables do. */
type Given = { streams: MediaStream[] };
const givenStreams = () => station.page.evaluate(() => (window as unknown as Given).streams.length);
/** The fake camera draws a moving clock on green: pictures that go on changing prove a live stream. */
const pictureMoves = () => station.page.waitForFunction(() => {
  const canvas = document.querySelector<HTMLCanvasElement>('.live canvas');
  if (canvas === null) return false;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const now = data.reduce((sum, value, n) => (sum * 31 + value * (n % 97)) % 1_000_003, 7);
  const holder = window as unknown as { seenPictures?: Set<number> };
  (holder.seenPictures ??= new Set()).add(now);
  return holder.seenPictures.size > 2 && data.some((value, n) => n % 4 === 1 && value > 100);
});
const forgetPictures = () => station.page.evaluate(() => void delete (window as unknown as { seenPictures?: Set<number> }).seenPictures);

it('shows the live picture of the USB camera that the technician chose', async () => {
  const { page } = station;
  const player = new CounterPlayer(page);
  await player.signIn(TECHNICIAN);
  await chooseCamera(CAMERA);
  await player.signOut();
  await page.evaluate(() => {
    const given = (window as unknown as Given);
    given.streams = [];
    const get = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await get(wanted);
      given.streams.push(stream);
      return stream;
    };
  });
  await player.signIn(OFFICER);
  await player.openDossier(CITIZEN_PID);
  await page.getByRole('button', { name: words('enrolment', 'step.portrait') }).first().click();
  await player.onStep('portrait');
  await player.live();
  await pictureMoves();
});

it('is got again by itself when its pictures stop, as after sleep, and when it is pulled out and plugged in, heard of twice', async () => {
  const { page } = station;
  const before = await givenStreams();
  // Sleep: the track is there and sends nothing any more.
  await page.evaluate(() => (window as unknown as Given).streams.at(-1)!.getVideoTracks()[0]!.stop());
  await page.waitForFunction((count) => (window as unknown as Given).streams.length > count, before);
  await forgetPictures();
  await pictureMoves();
  const asleep = await givenStreams();
  // Pulled: the track ends, and the screen says so.
  await page.evaluate(() => {
    const [track] = (window as unknown as Given).streams.at(-1)!.getVideoTracks();
    track!.stop();
    track!.dispatchEvent(new Event('ended'));
  });
  await page.getByText(words('errors', 'camera.not-found')).waitFor();
  // Plugged in again: the list of devices changes, as after sleep more than once.
  await page.evaluate(() => {
    for (let n = 0; n < 2; n++) navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await page.waitForFunction((count) => (window as unknown as Given).streams.length > count, asleep);
  await forgetPictures();
  await pictureMoves();
  // Whatever was opened on the way, one camera is held and every other let go.
  await expect.poll(() => page.evaluate(() => (window as unknown as Given).streams.filter((stream) => stream.getVideoTracks()[0]!.readyState === 'live').length)).toBe(1);
});

it('takes the portrait with it and keeps it in the dossier with the camera\'s name', async () => {
  const { page } = station;
  await page.keyboard.press('F9');
  // A test pattern is no face.
  await new CounterPlayer(page).keepWithReason();
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
