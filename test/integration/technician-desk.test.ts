import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Port } from '../../electron/contract/port.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';
import { AUDITOR, FakeSpool, OFFICER, RunningStore, TECHNICIAN, WELL_KNOWN_PID, complete, codeIn, must, openDossier, startCentre, temporaryFolder, type Calls, type Page } from './store-harness.ts';

const SCANNER = 'SIM-TP-0001';
const CAMERA = 'SIM-CAM-0001';

/** Lays the wire between two hosts as main does. */
function join(a: Port, b: Port): void {
  a.onMessage((message) => b.post(message));
  b.onMessage((message) => a.post(message));
}

describe('the technician\'s desk over both hosts', () => {
  const folder = temporaryFolder();
  const centreFolder = temporaryFolder();
  let centre: Awaited<ReturnType<typeof startCentre>>;
  let store: RunningStore;
  let rig: DeviceRig;
  let desk: Calls;
  let officer: Page;
  beforeAll(async () => {
    [centre, rig] = await Promise.all([startCentre(centreFolder.path), startDeviceHost()]);
    store = new RunningStore(folder.path, { centreUrl: centre.url }, new FakeSpool());
    officer = await store.signedIn(OFFICER);
    desk = (await store.signedIn(TECHNICIAN)).call;
    for (const id of [SCANNER, CAMERA]) await rig.until(id, (view) => view.state.kind === 'ready');
  });
  afterAll(async () => {
    await Promise.all([store.stop(), rig.stop(), centre.host.stop()]);
    folder.remove();
    centreFolder.remove();
  });

  it('makes a bundle even while the devices\' process is away, and says what is missing', async () => {
    const alone = new RunningStore(temporaryFolder().path);
    const { call } = await alone.signedIn(TECHNICIAN);
    const files = unzipSync(must(await call['technician.bundle']({})).zip);
    expect(Object.keys(files)).toContain('settings.json');
    expect(new TextDecoder().decode(files['missing.json'])).toContain('inventory');
    await alone.stop();
  });

  it('tests a device, keeps what was measured as a trend, and notes who did it', async () => {
    // A complete dossier first: people with names, numbers and addresses are in every corner of the store by now.
    const dossier = await complete(store, officer.call, await openDossier(officer.call));
    must(await officer.call['dossier.submit']({ id: dossier.id, version: dossier.version }));
    join(store.host.port('device-host'), rig.connect(60, 'store-host'));
    expect(must(await desk['technician.self-test']({ deviceId: SCANNER })).readings.map(({ measure }) => measure)).toContain('platen-level');
    must(await rig.page.call['simulate.fault']({ deviceId: SCANNER, fault: 'residue' }));
    const dirty = must(await desk['technician.self-test']({ deviceId: SCANNER }));
    expect(dirty.steps.find(({ measure }) => measure === 'platen-residue')).toMatchObject({ passed: false, advice: 'platen-residue' });
    const [health] = must(await desk['technician.health']({}));
    expect(health).toMatchObject({ deviceId: SCANNER, kind: 'fingerprint-scanner', simulated: true, last: { passed: false } });
    expect(health!.series.find(({ measure }) => measure === 'platen-residue')!.points).toHaveLength(2);
    const auditor = (await store.signedIn(AUDITOR)).call;
    expect(must(await auditor['audit.list']({ before: null, size: 20, search: 'technician.self-test' })).rows).toHaveLength(2);
  });

  it('keeps what was measured in passing, too', async () => {
    const { jobId } = must(await rig.page.call['job.start']({ deviceId: CAMERA, slot: 'portrait', missing: [], attempt: 1 }));
    must(await rig.page.call['job.result']({ jobId }));
    const health = must(await desk['technician.health']({}));
    expect(health.find(({ deviceId }) => deviceId === CAMERA)?.series.map(({ measure }) => measure)).toEqual(expect.arrayContaining(['frame-rate', 'frame-gap']));
  });

  it('notes a trial capture before it begins, and only with consent', async () => {
    expect(codeIn(await desk['technician.try-capture']({ deviceId: CAMERA, slot: 'portrait', consent: false as true }))).toBe('ipc.bad-message');
    const { jobId } = must(await desk['technician.try-capture']({ deviceId: CAMERA, slot: 'portrait', consent: true }));
    expect(must(await rig.page.call['job.result']({ jobId })).view.byteLength).toBeGreaterThan(1_000);
    expect(codeIn(await desk['technician.self-test']({ deviceId: 'nobody' }))).toBe('device.not-found');
  });

  it('puts nobody into the bundle', async () => {
    const { person } = must(await officer.call['dossier.list']({ search: '', states: [], cursor: null, size: 1 }).then(async (list) => officer.call['dossier.get']({ id: must(list).rows[0]!.id })));
    const marks = [person.fullName, person.pid, person.residence, person.birthDate, WELL_KNOWN_PID, 'TRẦN', 'Nguyễn Thị An'].filter((mark) => mark.length > 3);
    expect(marks.length).toBeGreaterThan(4);
    const bundle = must(await desk['technician.bundle']({}));
    const files = unzipSync(bundle.zip);
    expect(Object.keys(files).toSorted()).toEqual(['README.txt', 'audit.json', 'device-log.jsonl', 'health.json', 'inventory.json', 'settings.json', 'station.json', 'versions.json']);
    for (const [name, bytes] of Object.entries(files)) {
      const text = new TextDecoder().decode(bytes).normalize('NFC').toLocaleUpperCase('vi');
      expect([name, marks.filter((mark) => text.includes(mark.normalize('NFC').toLocaleUpperCase('vi')))]).toEqual([name, []]);
    }
    expect(new TextDecoder().decode(files['device-log.jsonl'])).toContain('capture.done');
    expect(JSON.parse(new TextDecoder().decode(files['audit.json']))).toMatchObject({ head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(bundle.name).toMatch(/^chan-doan-\d{8}-\d{4}\.zip$/);
  });
});
