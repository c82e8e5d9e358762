import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostPid } from '../security/raw-page.ts';
import { launchStation, startAfterKill, type Station } from '../station.ts';
import { ChiefPlayer } from './chief-player.ts';
import { CHIEF, CITIZEN_PID, OFFICER, OTHER_CITIZEN_PID, OTHER_OFFICER, TECHNICIAN } from './people.ts';
import { CounterPlayer } from './player.ts';
import { words, wordsLike } from './words.ts';

let station: Station;
let player: CounterPlayer;
beforeAll(async () => {
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await player.signIn(OFFICER);
});
afterAll(() => station.close());

const rail = (): ReturnType<Station['page']['locator']> => station.page.locator('nav.rail');

describe('a dossier in the middle of its capture', () => {
  it('is kept image by image', async () => {
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    await player.keepPrints(['right-four', 'left-four']);
  });

  it('stands on the same step after a lock', async () => {
    await player.lock();
    expect(await station.page.getByText('TRẦN THỊ BÌNH').isVisible()).toBe(false);
    await player.unlock(OFFICER.password);
    await player.onStep('fingerprints');
  });

  it('stays on the screen while the store is killed and comes back, and goes on', async () => {
    process.kill(await hostPid(station, 'store-host'), 'SIGKILL');
    await player.keep('thumbs');
    await player.onStep('fingerprints');
  });

  it('stays when the devices’ process is killed', async () => {
    process.kill(await hostPid(station, 'device-host'), 'SIGKILL');
    await player.goOn('portrait');
    await player.keep('portrait');
  });

  it('is there after the whole program was killed', async () => {
    station = await startAfterKill(station, ['--citizens=200']);
    player = new CounterPlayer(station.page);
    await player.signIn(OFFICER);
    await station.page.getByRole('option').filter({ hasText: 'TRẦN THỊ BÌNH' }).waitFor();
    await station.page.keyboard.press('Enter');
    await player.onStep('portrait');
    expect(await rail().getByText(words('enrolment', 'step.signature')).isVisible()).toBe(true);
  });

  it('is finished and submitted', async () => {
    await player.signAndSubmit();
    await player.printReceipt();
    await station.page.keyboard.press('Escape');
    await player.listed('submitted');
  });
});

describe('a dossier the chief sends back', () => {
  it('returns with its reason to whichever officer is at the counter', async () => {
    await player.signOut();
    await player.signIn(CHIEF);
    await new ChiefPlayer(station.page).returnFirst('R10', 'Sửa nghề nghiệp theo lời công dân');
    await player.signOut();
    await player.signIn(OTHER_OFFICER);
    await player.listed('returned');
    await station.page.keyboard.press('Enter');
    await station.page.getByText('Sửa nghề nghiệp theo lời công dân').first().waitFor();
  });
});

describe('a device that is pulled out', () => {
  it('is said where the officer looks, and the capture goes on when it is back', async () => {
    await player.signOut();
    await player.signIn(TECHNICIAN);
    await faultOf('fault.unplug');
    await player.signOut();
    await player.signIn(OFFICER);
    await player.openDossier(OTHER_CITIZEN_PID);
    await player.goOn('fingerprints');
    await station.page.getByText(words('enrolment', 'device.absent', { device: words('enrolment', 'device.kind.fingerprint-scanner') })).waitFor();
    await player.signOut();
    await player.signIn(TECHNICIAN);
    await faultOf('fault.replug');
    await player.signOut();
    await player.signIn(OFFICER);
    await station.page.getByRole('option').filter({ hasText: 'NGUYỄN VĂN AN' }).click();
    await station.page.keyboard.press('Enter');
    await player.keep('right-four');
  });

  const faultOf = async (fault: string): Promise<void> => {
    await station.page.getByRole('option').filter({ hasText: words('states', 'kind.fingerprint-scanner') }).click();
    await station.page.getByRole('button', { name: words('technician', fault), exact: true }).click();
  };
});

it('a wrong password waits longer each time and never says which part was wrong', async () => {
  await player.signOut();
  const password = station.page.getByLabel(words('signin', 'password'), { exact: true });
  for (let tries = 0; tries < 6; tries++) {
    await station.page.getByLabel(words('signin', 'login'), { exact: true }).fill(OTHER_OFFICER.login);
    await password.fill('sai-mat-khau');
    await station.page.keyboard.press('Enter');
    // The field is emptied by the answer.
    await station.page.waitForFunction((field) => (field as HTMLInputElement).value === '', await password.elementHandle());
    if (await station.page.getByText(wordsLike('signin', 'wait')).isVisible()) return;
    expect(await station.page.getByText(words('errors', 'session.bad-credentials')).isVisible()).toBe(true);
  }
  expect.unreachable('six wrong passwords and no wait');
});
