import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOn, type PortClient } from '../../electron/contract/port-client.ts';
import { practiceContract, type PracticeContract } from '../../electron/contract/practice.ts';
import type { HostProcess } from './host-process.ts';
import { Enrolment } from './store-enrolment-script.ts';
import { AUDITOR, CHIEF, FakeSpool, OFFICER, RunningStore, must, startCentre, temporaryFolder } from './store-harness.ts';
import { randomFrom } from '../fixtures/random.ts';

const KILLS_PER_LANE = 50;
/** A kill falls after this many acknowledgements or fewer, and up to so many milliseconds later: a busy machine moves no moment out of the script. */
const MOST_STEPS = 7;
const LATEST_MS = 14;

const folder = temporaryFolder();
let centre: { readonly url: string; readonly host: HostProcess };
let control: PortClient<PracticeContract, Record<string, never>>;

beforeAll(async () => {
  centre = await startCentre(`${folder.path}/centre`);
  control = clientOn(practiceContract, {}, centre.host.port('main'));
});
afterAll(async () => {
  await centre.host.stop();
  folder.remove();
});

describe.concurrent('kill -9 of store-host at seeded random moments', () => {
  it.each([1, 2])(`loses nothing that was acknowledged, ${KILLS_PER_LANE} times (seed %i)`, { timeout: 900_000 }, async (seed) => {
    const random = randomFrom(seed);
    const spool = new FakeSpool();
    const start = (): RunningStore => new RunningStore(`${folder.path}/store-${seed}`, { centreUrl: centre.url }, spool);
    const first = start();
    const tokens = { officer: (await first.signedIn(OFFICER)).token, chief: (await first.signedIn(CHIEF)).token };
    await first.kill();

    const script = new Enrolment(spool);
    for (let kill = 0; kill < KILLS_PER_LANE; kill++) {
      const store = start();
      const pages = { officer: store.page(), chief: store.page() };
      expect(must(await pages.officer.call['session.resume']({ token: tokens.officer })).phase).toBe('open');
      expect(must(await pages.chief.call['session.resume']({ token: tokens.chief })).phase).toBe('open');
      await script.compare(pages.officer.call);
      const afterSteps = Math.floor(random() * (MOST_STEPS + 1));
      const delayMs = random() * LATEST_MS;
      await script.runUntilCrash({ officer: pages.officer.call, chief: pages.chief.call }, (steps) => {
        if (steps === afterSteps) setTimeout(() => void store.kill(), delayMs);
      });
      await store.host.exited;
    }

    const last = start();
    const auditor = await last.signedIn(AUDITOR);
    await script.compare(auditor.call);
    expect(must(await auditor.call['audit.verify']({}))).toMatchObject({ ok: true });
    await script.allAccepted(auditor);
    const officer = last.page();
    must(await officer.call['session.resume']({ token: tokens.officer }));
    await script.compareImages(officer.call);
    await last.stop();
    expect(script.acknowledged).toBeGreaterThan(KILLS_PER_LANE * 2);
    // Both lanes send to one centre: it never holds more than were approved.
    expect(must(await control.call['practice.view']({})).rejected).toBe(0);
  });
});
