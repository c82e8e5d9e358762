import { afterAll, beforeAll, describe, it } from 'vitest';
import { glassOf } from '../../../scripts/devices/persona-glass.ts';
import { SbiBench } from '../../integration/sbi-port.ts';
import { CITIZEN_PID, OFFICER } from '../counter/people.ts';
import { CounterPlayer } from '../counter/player.ts';
import { words } from '../counter/words.ts';
import { setSettings } from '../station-settings.ts';
import { launchStation, type Station } from '../station.ts';

const bench = new SbiBench(glassOf(7));
const scannerName = words('enrolment', 'device.kind.fingerprint-scanner');
let station: Station;
let player: CounterPlayer;

const rail = (step: 'portrait' | 'fingerprints') => station.page.locator('nav.rail button', { hasText: words('enrolment', `step.${step}`) });

beforeAll(async () => {
  await bench.plugIn();
  station = await launchStation({ args: ['--citizens=200'] });
  player = new CounterPlayer(station.page);
  await station.page.getByLabel(words('signin', 'login'), { exact: true }).waitFor();
  await setSettings(station, { 'devices.sbi-trust-file': await bench.trustFile(), 'devices.fingerprint-scanner': 'real' });
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
