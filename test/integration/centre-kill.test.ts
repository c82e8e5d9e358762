import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFrom } from '../../drivers/personas/persona-random.ts';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import { ensureStationCertificates } from '../../native-bridges/store-host/uploader/station-enrolment.ts';
import { Uploader } from '../../native-bridges/store-host/uploader/uploader.ts';
import { CentreHostFixture } from './centre-host-fixture.ts';
import { MemoryOutbox } from './memory-outbox.ts';
import { makeSealInput } from './seal-fixture.ts';

const KILLS = 8;
let dir: string;
let centre: CentreHostFixture;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'centre-kill-'));
  centre = await CentreHostFixture.start(dir);
});
afterAll(async () => {
  await centre.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** The address is unknown while the centre is dead, as main would say it; each restart has another port. */
it(`killed at ${KILLS} moments of an upload, the centre ends with one dossier and one answer`, async () => {
  const station = await ensureStationCertificates(centre.info.url, undefined, { name: 'A', counter: 'B' });
  const sealed = await sealDossier(makeSealInput(station, 600_000));
  const outbox = new MemoryOutbox();
  const row = outbox.add(sealed.sha256, sealed.bytes.length);
  const random = randomFrom(7);
  let url: string | undefined = centre.info.url;
  let kills = 0;
  let nextKillAtEvent = 2;
  const restarted: Promise<void>[] = [];
  const killNow = async (): Promise<void> => {
    url = undefined;
    await centre.kill();
    centre = await CentreHostFixture.start(dir);
    url = centre.info.url;
    uploader.wake();
  };
  const uploader = new Uploader({
    centreUrl: () => url, outbox, clock: { now: () => Date.now() }, random: () => 0, onLine: () => undefined, readSealed: async () => sealed.bytes,
    onChanged: () => {
      if (url === undefined || kills === KILLS || outbox.events.length < nextKillAtEvent) return;
      kills += 1;
      nextKillAtEvent = outbox.events.length + 2 + Math.floor(random() * 3);
      row.tries = 0; // the give-up rule has a test of its own
      restarted.push(killNow());
    },
  });
  uploader.start();
  await outbox.atRest();
  await Promise.all(restarted);
  await uploader.stop();
  expect(kills).toBeGreaterThanOrEqual(4);
  expect(row).toMatchObject({ state: 'done', answer: { outcome: 'accepted' } });
  const again = await (await fetch(`${centre.info.url}/intake/dossiers/${sealed.sha256}`)).json() as { reference: string };
  expect(again.reference).toBe(row.answer!.reference);
  expect(readdirSync(join(dir, 'answers'))).toEqual([`${sealed.sha256}.json`]);
  expect(readdirSync(join(dir, 'incoming')).toSorted()).toEqual([sealed.sha256, `${sealed.sha256}.json`]);
  const kept = outbox.events.filter((event) => event.startsWith('kept')).map((event) => Number(event.slice(5)));
  expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
});
