import { afterAll, beforeAll, expect, it } from 'vitest';
import { CENTRE_PATHS } from '../../electron/contract/centre.ts';
import { ensureStationCertificates } from '../../native-bridges/store-host/uploader/station-enrolment.ts';
import { CentreFixture } from './centre-fixture.ts';

let centre: CentreFixture;
beforeAll(async () => {
  centre = await CentreFixture.start(1);
});
afterAll(() => centre.stop());

it('keeps certificates that are still right and enrols anew with another centre', async () => {
  const station = await ensureStationCertificates(centre.url, undefined, { name: 'A', counter: 'B' });
  expect(await ensureStationCertificates(centre.url, station, { name: 'A', counter: 'B' })).toBe(station);
  const other = await CentreFixture.start(1);
  const renewed = await ensureStationCertificates(other.url, station, { name: 'A', counter: 'B' });
  await other.stop();
  expect(renewed.caCertificateDer).not.toEqual(station.caCertificateDer);
  expect(renewed.stationKeyPkcs8).not.toEqual(station.stationKeyPkcs8);
});

it('refuses a request that does not prove its key', async () => {
  const body = Buffer.from('300a06032a030404030102', 'hex');
  expect((await fetch(new URL(CENTRE_PATHS.stations, centre.url), { method: 'POST', body })).status).toBe(400);
});
