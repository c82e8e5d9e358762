import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOn } from '../../electron/contract/port-client.ts';
import type { DeviceView } from '../../electron/contract/device.ts';
import { deskContract, type SelfTest } from '../../electron/contract/technician.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';
import { must } from './store-harness.ts';

const SCANNER = 'SIM-TP-0001';
const CAMERA = 'SIM-CAM-0001';
const PAD = 'SIM-SIG-0001';
const PRINTER = 'SIM-PRN-0001';
const isReady = (view: DeviceView): boolean => view.state.kind === 'ready';
const failed = (test: SelfTest): readonly string[] => test.steps.filter(({ passed }) => !passed).map(({ measure, step }) => measure ?? step);

const deskOn = (rig: DeviceRig) => clientOn(deskContract, {}, rig.connect(50, 'store-host')).call;

describe('the technician\'s side of device-host', () => {
  let rig: DeviceRig;
  let desk: ReturnType<typeof deskOn>;
  beforeAll(async () => {
    rig = await startDeviceHost();
    desk = deskOn(rig);
    for (const id of [SCANNER, CAMERA, PAD, PRINTER]) await rig.until(id, isReady);
  });
  afterAll(() => rig.stop());

  const test = async (deviceId: string): Promise<SelfTest> => must(await desk['desk.self-test']({ deviceId, referenceLevel: null }));
  const withFault = async (deviceId: string, fault: 'residue' | 'dead-pixels' | 'out-of-focus' | 'too-dark' | 'crooked' | 'paper-out'): Promise<SelfTest> => {
    must(await rig.page.call['simulate.fault']({ deviceId, fault }));
    const seen = await test(deviceId);
    must(await rig.page.call['simulate.fault']({ deviceId, fault: 'none' }));
    return seen;
  };
  /** Measures of time depend on what else the machine does. */
  const TIMED = new Set(['frame-rate', 'frame-gap', 'first-frame']);
  const untimed = (names: readonly string[]): readonly string[] => names.filter((name) => !TIMED.has(name));

  it.each([[SCANNER, 'platen-residue'], [CAMERA, 'camera-focus'], [PAD, 'pad-linearity']])('measures a healthy %s', async (deviceId, measure) => {
    const seen = await test(deviceId);
    expect(untimed(failed(seen))).toEqual([]);
    expect(seen.readings.map((reading) => reading.measure)).toContain(measure);
    expect((await rig.until(deviceId, isReady)).state.kind).toBe('ready');
  });

  it.each([
    [SCANNER, 'residue', 'platen-residue'], [SCANNER, 'dead-pixels', 'dead-pixels'], [CAMERA, 'out-of-focus', 'camera-focus'],
    [CAMERA, 'too-dark', 'camera-exposure'], [PAD, 'crooked', 'pad-linearity'], [PRINTER, 'paper-out', 'status'],
  ] as const)('%s with %s fails on %s and says what to do', async (deviceId, fault, measure) => {
    const seen = await withFault(deviceId, fault);
    expect(untimed(failed(seen))).toEqual([measure]);
    expect(seen.passed).toBe(false);
    expect(seen.steps.filter(({ passed }) => !passed).every(({ advice }) => advice !== '')).toBe(true);
  });

  it('calls a device that is gone not ready, and tests nothing else of it', async () => {
    must(await rig.page.call['simulate.fault']({ deviceId: PAD, fault: 'unplug' }));
    await rig.until(PAD, (view) => view.state.kind === 'absent');
    const seen = await test(PAD);
    expect(seen.steps).toEqual([{ step: 'ready', measure: null, value: null, code: 'absent', passed: false, advice: 'state.absent' }]);
    must(await rig.page.call['simulate.fault']({ deviceId: PAD, fault: 'replug' }));
    await rig.until(PAD, isReady);
  });

  it('shows a trial capture on the page and keeps it nowhere', async () => {
    const { jobId } = must(await desk['desk.try-capture']({ deviceId: CAMERA, slot: 'portrait' }));
    expect(must(await rig.page.call['job.preview']({ jobId, after: 0 })).frame).not.toBeNull();
    const still = must(await rig.page.call['job.result']({ jobId }));
    expect(still.view.byteLength).toBeGreaterThan(1_000);
    expect(await rig.store.call['spool.take']({ sha256: still.sha256 })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
  });

  it('tells of every device what it knows, and counts today\'s work and trouble', async () => {
    const rows = must(await desk['desk.inventory']({}));
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([SCANNER, CAMERA, PAD, PRINTER]));
    expect(rows.find(({ id }) => id === CAMERA)).toMatchObject({ fault: 'none', usbSpeedMbps: null, capturesToday: 1, errorsToday: 0 });
    expect(rows.find(({ id }) => id === PAD)!.errorsToday).toBe(1);
  });

  it('tells of the simulated scanner what is wrong with the fingers it sees next, until it has seen them', async () => {
    const flawOf = async (device: string) => must(await desk['desk.inventory']({})).find(({ id }) => id === device)!.printFlaw;
    expect([await flawOf(SCANNER), await flawOf(CAMERA)]).toEqual(['none', null]);
    must(await rig.page.call['simulate.prints']({ deviceId: SCANNER, flaw: 'wet', captures: 1 }));
    expect(await flawOf(SCANNER)).toBe('wet');
    const { jobId } = must(await rig.page.call['job.start']({ deviceId: SCANNER, slot: 'right-thumb', missing: [], attempt: 1 }));
    must(await rig.page.call['job.result']({ jobId }));
    expect(await flawOf(SCANNER)).toBe('none');
  });

  it('logs what happens, and hands a waiting reader the next line', async () => {
    const before = must(await desk['desk.log']({ after: 0, waitMs: 0 }));
    expect(before.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['state.ready', 'state.absent', 'capture.done', 'self-test.failed']));
    const waiting = desk['desk.log']({ after: before.last, waitMs: 10_000 });
    must(await rig.page.call['simulate.fault']({ deviceId: PRINTER, fault: 'unplug' }));
    expect(must(await waiting).lines[0]).toMatchObject({ deviceId: PRINTER, kind: 'printer', level: 'stop', code: 'state.absent' });
    expect(must(await desk['desk.log']({ after: 1_000_000, waitMs: 0 })).lines.length).toBeGreaterThan(before.lines.length);
  });

  it('hands over once what it measured during work', async () => {
    const [measured] = must(await desk['desk.readings']({}));
    expect(measured).toMatchObject({ deviceId: CAMERA, steps: [] });
    expect(measured!.histogram.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
    expect(must(await desk['desk.readings']({}))).toEqual([]);
  });

  it('is no page\'s to ask', async () => {
    const page = clientOn(deskContract, {}, rig.connect(51, 'page')).call;
    for (const name of Object.keys(deskContract) as (keyof typeof deskContract)[]) {
      expect(await (page[name] as (input: unknown) => Promise<unknown>)({})).toMatchObject({ ok: false, error: { code: 'ipc.unknown-call' } });
    }
  });
});
