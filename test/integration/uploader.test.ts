import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealDossier } from '../../native-bridges/store-host/sealing/seal.ts';
import type { SealInput, SealedFile, StationCertificates, UploaderOptions } from '../../native-bridges/store-host/seams.ts';
import { ensureStationCertificates } from '../../native-bridges/store-host/uploader/station-enrolment.ts';
import { Uploader } from '../../native-bridges/store-host/uploader/uploader.ts';
import { CentreFixture } from './centre-fixture.ts';
import { FaultyLink } from './faulty-link.ts';
import { MemoryOutbox } from './memory-outbox.ts';
import { makeSealInput } from './seal-fixture.ts';

const CHUNK_BYTES = 256 * 1024;

let centre: CentreFixture;
let link: FaultyLink;
let station: StationCertificates;
let outbox: MemoryOutbox;
let sealedFiles: Map<string, SealedFile>;
let uploaders: Uploader[];

beforeEach(async () => {
  centre = await CentreFixture.start(10);
  link = await FaultyLink.open(() => centre.port);
  station = await ensureStationCertificates(centre.url, undefined, { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' });
  outbox = new MemoryOutbox();
  sealedFiles = new Map();
  uploaders = [];
});
afterEach(async () => {
  await Promise.all(uploaders.map((uploader) => uploader.stop()));
  await link.close();
  await centre.stop();
});

async function queue(captureBytes: number, change: (input: SealInput) => SealInput = (input) => input): Promise<SealedFile> {
  const sealed = await sealDossier(change(makeSealInput(station, captureBytes)));
  sealedFiles.set(sealed.sha256, sealed);
  outbox.add(sealed.sha256, sealed.bytes.length);
  return sealed;
}

/** With `random: 0` the back-off's full jitter waits no time at all. */
function startUploader(change: Partial<UploaderOptions> = {}): Uploader {
  const uploader = new Uploader({
    centreUrl: () => link.url, outbox, clock: { now: () => Date.now() }, random: () => 0, onLine: () => undefined, onChanged: () => undefined,
    readSealed: async (sha256) => sealedFiles.get(sha256)!.bytes, ...change,
  });
  uploaders.push(uploader);
  uploader.start();
  return uploader;
}

const dossiersAtCentre = (): number => centre.server.view().accepted + centre.server.view().rejected;

describe('sending a sealed dossier', () => {
  it('is accepted with a reference, and the chunks are kept one by one', async () => {
    const sealed = await queue(200_000);
    startUploader();
    await outbox.atRest();
    expect(outbox.rows[0]).toMatchObject({ state: 'done', tries: 0, sentBytes: sealed.bytes.length, answer: { outcome: 'accepted', reason: '' } });
    expect(outbox.rows[0]!.answer!.reference).toMatch(/^TH-\d{8}-[0-9a-f]{8}$/);
    expect(outbox.events).toEqual(['uploading', 'url saved', ...chunkEnds(sealed.bytes.length).map((end) => `kept ${end}`), 'delivered', 'accepted']);
  });

  it('goes on after a cut link without sending a finished chunk again, and the centre holds one', async () => {
    const sealed = await queue(600_000);
    link.cutAfterUp(5 * CHUNK_BYTES + 100_000);
    startUploader();
    await outbox.atRest();
    expect(link.cuts).toBe(1);
    expect(outbox.events).toContain('interrupted outbox.offline');
    expect(centre.server.view().receivedBytes - sealed.bytes.length).toBeLessThan(CHUNK_BYTES);
    const kept = outbox.events.filter((event) => event.startsWith('kept')).map((event) => Number(event.slice(5)));
    expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
    expect(centre.server.view()).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it('goes on when the centre was restarted half way, at another moment of the same upload', async () => {
    const sealed = await queue(600_000);
    let restarted = false;
    startUploader({
      onChanged: () => {
        if (restarted || outbox.rows[0]!.sentBytes < 3 * CHUNK_BYTES) return;
        restarted = true;
        link.setDown(true);
        void centre.restart().then(() => link.setDown(false));
      },
      random: () => 0.01,
    });
    await outbox.atRest();
    expect(restarted).toBe(true);
    expect(outbox.rows[0]).toMatchObject({ state: 'done', answer: { outcome: 'accepted' } });
    // Counted by the restarted centre alone: what was finished before did not come again.
    expect(centre.server.view().receivedBytes).toBeLessThanOrEqual(sealed.bytes.length - 3 * CHUNK_BYTES);
    expect(dossiersAtCentre()).toBe(1);
  });

  it('finds the answer again when the last response was lost', async () => {
    const sealed = await queue(100_000);
    centre.server.setFault({ on: 'intake-silence' });
    startUploader();
    await outbox.atRest();
    expect(outbox.events).toContain('interrupted outbox.offline');
    expect(outbox.rows[0]).toMatchObject({ state: 'done', answer: { outcome: 'accepted' } });
    expect(centre.server.view()).toMatchObject({ receivedBytes: sealed.bytes.length, accepted: 1, rejected: 0 });
  });

  it('goes on with a second uploader after the first was stopped', async () => {
    const sealed = await queue(600_000);
    const stopped = Promise.withResolvers<void>();
    const first: Uploader = startUploader({ onChanged: () => void (outbox.rows[0]!.sentBytes >= 2 * CHUNK_BYTES && first.stop().then(stopped.resolve)) });
    await stopped.promise;
    expect(outbox.rows[0]).toMatchObject({ state: 'uploading', tries: 0 });
    outbox.rows[0]!.state = 'queued'; // what the store does at its start
    startUploader();
    await outbox.atRest();
    expect(centre.server.view()).toMatchObject({ accepted: 1 });
    expect(centre.server.view().receivedBytes - sealed.bytes.length).toBeLessThan(CHUNK_BYTES);
  });

  it('sends a file again from its first byte when the centre found it damaged', async () => {
    const sealed = await queue(1_000);
    const damaged = Buffer.from(sealed.bytes);
    damaged[damaged.length - 1]! ^= 1;
    let reads = 0;
    startUploader({ readSealed: async () => (reads++ === 0 ? damaged : sealed.bytes) });
    await outbox.atRest();
    expect(outbox.events.filter((event) => event.startsWith('interrupted'))).toEqual(['interrupted outbox.server']);
    expect(outbox.rows[0]).toMatchObject({ state: 'done', answer: { outcome: 'accepted' } });
  });
});

describe('what the centre refuses', () => {
  it('rejects a second seal of an accepted dossier, and repeats its first answer for the same seal', async () => {
    const input = makeSealInput(station);
    await queue(1_000, () => input);
    await queue(1_000, () => input);
    startUploader();
    await outbox.atRest();
    expect(outbox.rows.map(({ answer }) => answer?.reason)).toEqual(['', 'duplicate-dossier']);
    const again = outbox.add(outbox.rows[0]!.sealSha256, outbox.rows[0]!.bytes);
    uploaders[0]!.wake();
    await outbox.atRest();
    expect(again.answer).toEqual(outbox.rows[0]!.answer);
    expect(dossiersAtCentre()).toBe(2);
  });

  it.each([
    ['a station it never enrolled', 'unknown-station', async () => {
      const { makePki, makeStation } = await import('./seal-fixture.ts');
      station = { ...makeStation(makePki()), centreCertificateDer: station.centreCertificateDer };
      await queue(1_000);
    }],
    ['a chief who captured', 'same-officer', () => queue(1_000, (input) => ({ ...input, officer: { ...input.officer, id: randomUUID() }, dossier: { ...input.dossier, captures: input.dossier.captures.map((capture) => ({ ...capture, officerId: input.chief.id })) } }))],
    ['a dossier the citizen never confirmed', 'incomplete', () => queue(1_000, (input) => ({ ...input, dossier: { ...input.dossier, citizenConfirmedAt: null } }))],
    ['a file for another centre', 'wrong-recipient', async () => {
      const { makePki } = await import('./seal-fixture.ts');
      station = { ...station, centreCertificateDer: makePki().centreDer };
      await queue(1_000);
    }],
  ] as const)('%s: %s', async (_name, reason, prepare) => {
    await prepare();
    startUploader();
    await outbox.atRest();
    expect(outbox.rows[0]).toMatchObject({ state: 'done', answer: { outcome: 'rejected', reason } });
  });
});

describe('a line that stays down', () => {
  it('keeps the dossier in the queue however often it was tried, and sends it when the line is back', async () => {
    link.setDown(true);
    await queue(1_000);
    const online: boolean[] = [];
    const interrupted = outbox.interrupted.bind(outbox);
    outbox.interrupted = (...entry) => {
      interrupted(...entry);
      if (outbox.rows[0]!.tries === 30) link.setDown(false);
    };
    startUploader({ onLine: (state) => void online.push(state) });
    await outbox.atRest();
    expect(outbox.rows[0]).toMatchObject({ state: 'done', tries: 30, answer: { outcome: 'accepted' } });
    expect(online[0]).toBe(false);
    expect(online.at(-1)).toBe(true);
  });

  it('sends nothing that is set aside at the last moment', async () => {
    await queue(1_000);
    startUploader({
      mayLeave: async ({ dossierId }) => {
        outbox.park(dossierId, 'outbox.identity-differs');
        return 'set-aside';
      },
    });
    await outbox.atRest();
    expect(outbox.events).toEqual(['parked outbox.identity-differs']);
  });

  it('parks after twenty tries what an answering centre never takes', async () => {
    centre.server.setFault({ on: 'intake', fault: 'overload' });
    await queue(1_000);
    let now = 1_000_000;
    const interrupted = outbox.interrupted.bind(outbox);
    outbox.interrupted = (id, code, nextAtMs) => {
      now = nextAtMs;
      interrupted(id, code, nextAtMs);
    };
    startUploader({ clock: { now: () => now } });
    await outbox.atRest();
    expect(outbox.rows[0]).toMatchObject({ state: 'parked', tries: 19 });
    expect(outbox.events.at(-1)).toBe('parked outbox.server');
    centre.server.setFault({ on: 'intake', fault: 'none' });
  });

  it('waits as long as an overloaded centre asks for', async () => {
    centre.server.setFault({ on: 'intake', fault: 'overload' });
    await queue(1_000);
    let now = 1_000_000;
    const waits: number[] = [];
    const interrupted = outbox.interrupted.bind(outbox);
    outbox.interrupted = (id, code, nextAtMs) => {
      waits.push(nextAtMs - now);
      now = nextAtMs;
      centre.server.setFault({ on: 'intake', fault: 'none' });
      interrupted(id, code, nextAtMs);
    };
    startUploader({ clock: { now: () => now } });
    await outbox.atRest();
    expect(waits).toEqual([2_000]);
    expect(outbox.rows[0]!.answer?.outcome).toBe('accepted');
  });

  it('sleeps while no centre is known and wakes when one is', async () => {
    await queue(1_000);
    let url: string | undefined;
    const uploader = startUploader({ centreUrl: () => url });
    expect(outbox.events).toEqual([]);
    url = link.url;
    uploader.wake();
    await outbox.atRest();
    expect(outbox.rows[0]!.answer?.outcome).toBe('accepted');
  });
});

const chunkEnds = (bytes: number): number[] => Array.from({ length: Math.ceil(bytes / CHUNK_BYTES) }, (_, i) => Math.min((i + 1) * CHUNK_BYTES, bytes));
