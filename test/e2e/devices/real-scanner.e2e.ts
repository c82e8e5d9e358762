import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glassOf } from '../../../scripts/devices/persona-glass.ts';
import { SbiBench } from '../../integration/sbi-port.ts';
import { CITIZEN_PID, OFFICER, TECHNICIAN } from '../counter/people.ts';
import { CounterPlayer } from '../counter/player.ts';
import { words } from '../counter/words.ts';
import { connect, listen, post } from '../security/raw-page.ts';
import { launchStation, type Station } from '../station.ts';

const bench = new SbiBench(glassOf(7));
const scannerName = words('enrolment', 'device.kind.fingerprint-scanner');
let station: Station;
let player: CounterPlayer;

const rail = (step: 'portrait' | 'fingerprints') => station.page.locator('nav.rail button', { hasText: words('enrolment', `step.${step}`) });

/** The technician has set these; asked for by the page's own port, so that no screen has to be played for it. */
async function set(page: Station['page'], settings: Readonly<Record<string, string>>): Promise<void> {
  const home = page.url();
  const sheet = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')!.href);
  await page.goto(sheet);
  await listen(page);
  const store = await connect(page, 'store-host');
  const calls = [['session.sign-in', TECHNICIAN], ...Object.entries(settings).map(([key, value]) => ['settings.set', { key, value }] as const), ['session.sign-out', {}]] as const;
  for (const [n, [call, input]] of calls.entries()) expect(await post(page, store, { id: n + 1, call, input })).toMatchObject({ reply: { ok: true } });
  await page.goto(home);
}

beforeAll(async () => {
  await bench.plugIn();
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await station.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  await set(station.page, { 'devices.sbi-trust-file': await bench.trustFile(), 'devices.fingerprint-scanner': 'real' });
  await player.signIn(OFFICER);
});
afterAll(async () => {
  await station.close();
  await bench.unplug();
});

describe('a scanner behind its SBI service, beside simulated devices', () => {
  it('takes the place of the simulated one and captures into the dossier', async () => {
    await player.openDossier(CITIZEN_PID);
    await player.goOn('fingerprints');
    await player.keep('right-four');
  });

  it('pulled out while the officer waits: the screen says so, and goes on by itself when it is back', async () => {
    await bench.unplug();
    const gone = station.page.getByText(words('enrolment', 'device.absent', { device: scannerName })).or(station.page.getByText(words('enrolment', 'device.unplugged', { device: scannerName })));
    await gone.first().waitFor();
    await bench.plugIn();
    await player.keep('left-four');
  });

  it('does not stop the counter: the step is left, and the dossier says what is missing', async () => {
    await bench.unplug();
    await rail('portrait').click();
    await player.keep('portrait');
    await rail('fingerprints').locator('.rail-lacking').waitFor();
  });
});
