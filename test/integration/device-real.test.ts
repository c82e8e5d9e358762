import { decode as decodePng, encode as encodePng } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceSettings } from '../../electron/contract/device-settings.ts';
import type { DeviceView, PreviewFrame } from '../../electron/contract/device.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { encodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/encode.ts';
import { glassOf } from '../../scripts/devices/persona-glass.ts';
import { startDeviceHost, watchPreview, type DeviceRig } from './device-rig.ts';
import { FINGER_PX, FRAME } from './sbi-fixture.ts';
import { SbiBench } from './sbi-port.ts';

const ridges = syntheticRidges({ ...FINGER_PX, seed: 9 });
const is = (kind: DeviceView['state']['kind']) => (view: DeviceView): boolean => view.state.kind === kind;
export const settings = (changes: Partial<DeviceSettings>): DeviceSettings => ({
  sources: { 'fingerprint-scanner': 'real', camera: '', 'document-camera': '', 'signature-pad': '', printer: '', 'code-reader': '' }, sbiTrustFile: '', lines: '', ...changes,
});

describe('a station with a real scanner behind its SBI service', () => {
  const bench = new SbiBench();
  let rig: DeviceRig;
  beforeAll(async () => {
    await bench.plugIn();
    rig = await startDeviceHost({ simulated: false });
    expect(await rig.store.call['device.configure'](settings({ sbiTrustFile: await bench.trustFile() }))).toEqual({ ok: true, value: {} });
  });
  afterAll(async () => {
    await rig.stop();
    await bench.unplug();
  });

  const begin = async (): Promise<string> => {
    const job = await rig.page.call['job.start']({ deviceId: bench.deviceId, slot: 'right-four', missing: [], attempt: 1 });
    if (!job.ok) throw new Error(job.error.code);
    return job.value.jobId;
  };

  it('finds it by itself, under its serial number', async () => {
    expect(await rig.until(bench.deviceId, is('ready'))).toMatchObject({ kind: 'fingerprint-scanner', driver: 'sbi', simulated: false, serial: bench.serialNo });
  });

  it('shows the live picture, captures, verifies, and hands the still to the store', async () => {
    const jobId = await begin();
    const frames = await watchPreview(rig, jobId);
    expect(frames.length).toBeGreaterThan(1);
    const still = await rig.page.call['job.result']({ jobId });
    if (!still.ok) throw new Error(still.error.code);
    expect(still.value).toMatchObject({ slot: 'right-four', mediaType: 'image/png', widthPx: 4 * FINGER_PX.widthPx + 3 * 24, heightPx: FINGER_PX.heightPx, ppi: 500 });
    expect(await rig.store.call['spool.take']({ sha256: still.value.sha256 })).toMatchObject({ ok: true, value: { device: { id: bench.deviceId, driver: 'sbi', simulated: false } } });
  });

  it('boxes the fingers in the live picture, and takes it once they lie still', async () => {
    const handy = new SbiBench(glassOf(7), bench.pki);
    await handy.plugIn();
    await rig.until(handy.deviceId, is('ready'));
    const job = await rig.page.call['job.start']({ deviceId: handy.deviceId, slot: 'right-four', missing: [], attempt: 1 });
    if (!job.ok) throw new Error(job.error.code);
    const frames: PreviewFrame[] = [];
    await watchPreview(rig, job.value.jobId, (frame) => frames.push(frame));
    expect(frames.find(({ boxes }) => boxes.length === 4)?.boxes).toMatchObject(['right-index', 'right-middle', 'right-ring', 'right-little'].map((finger) => ({ finger, ok: true })));
    expect(frames.every(({ channels, widthPx }) => channels === 1 && widthPx === 640)).toBe(true);
    const hints = [...new Set(frames.map(({ hint }) => hint))];
    expect(hints.indexOf('searching-fingers')).toBeLessThan(hints.indexOf('fingers-recognized'));
    const still = await rig.page.call['job.result']({ jobId: job.value.jobId });
    expect(still).toMatchObject({ ok: true, value: { warnings: [], analysis: { kind: 'fingerprint', verdict: 'good' } } });
    await handy.unplug();
    await rig.until(handy.deviceId, is('absent'));
  });

  it('a capture that proves nothing is refused, and the scanner stays', async () => {
    bench.server.simulator.setFaultOnce('wrong-signature');
    expect(await rig.page.call['job.result']({ jobId: await begin() })).toMatchObject({ ok: false, error: { code: 'device.untrusted' } });
    expect(await rig.page.call['job.result']({ jobId: await begin() })).toMatchObject({ ok: true });
  });

  it('a service that is stopped is gone from the screen, and back by itself when it runs again', async () => {
    await bench.unplug();
    await rig.until(bench.deviceId, is('absent'));
    await bench.plugIn();
    await rig.until(bench.deviceId, is('ready'));
    expect(await rig.page.call['job.result']({ jobId: await begin() })).toMatchObject({ ok: true });
  });

  it('a service that is stopped while it captures fails the capture, and comes back too', async () => {
    const jobId = await begin();
    await rig.page.call['job.preview']({ jobId, after: 0 });
    await bench.unplug();
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    await bench.plugIn();
    await rig.until(bench.deviceId, is('ready'));
  });

  it('a second scanner is another device, and each is captured with by its own name', async () => {
    const second = new SbiBench();
    await second.plugIn();
    await rig.until(second.deviceId, is('ready'));
    const views = await rig.page.call['device.list']({});
    expect(views.ok && views.value.filter(({ driver }) => driver === 'sbi').map(({ id }) => id)).toEqual(expect.arrayContaining([bench.deviceId, second.deviceId]));
    await second.unplug();
    await rig.until(second.deviceId, is('absent'));
    expect((await rig.until(bench.deviceId, () => true)).state.kind).toBe('ready');
  });

  it('is reset while it works: the job fails, the device is back', async () => {
    bench.server.simulator.setFault('stalled-stream');
    const jobId = await begin();
    await rig.until(bench.deviceId, is('busy'));
    expect(await rig.page.call['device.reset']({ deviceId: bench.deviceId })).toEqual({ ok: true, value: {} });
    expect(await rig.page.call['job.result']({ jobId })).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    bench.server.simulator.setFault('none');
    await rig.until(bench.deviceId, is('ready'));
    expect(await rig.page.call['job.result']({ jobId: await begin() })).toMatchObject({ ok: true });
  });

  it.each<readonly [string, number, () => Promise<Uint8Array>]>([
    ['PNG', 6, async () => encodePng({ width: FINGER_PX.widthPx, height: FINGER_PX.heightPx, data: ridges.pixels, channels: 1, depth: 8 })],
    ['lossless JPEG 2000', 5, async () => {
      const coded = await encodeJpeg2000({ ...FINGER_PX, channels: 1, pixels: ridges.pixels }, 'lossless');
      if (!coded.ok) throw new Error(coded.error.code);
      return coded.value;
    }],
  ])('opens records that are coded as %s, pixel for pixel', async (_name, compression, code) => {
    const data = await code();
    const other = new SbiBench({ finger: () => ({ ...FINGER_PX, data, compression }), jpeg: () => FRAME }, bench.pki);
    await other.plugIn();
    await rig.until(other.deviceId, is('ready'));
    const job = await rig.page.call['job.start']({ deviceId: other.deviceId, slot: 'right-index', missing: [], attempt: 1 });
    const still = job.ok ? await rig.page.call['job.result']({ jobId: job.value.jobId }) : job;
    await other.unplug();
    if (!still.ok) throw new Error(still.error.code);
    expect(new Uint8Array(decodePng(still.value.view).data)).toEqual(Uint8Array.from(ridges.pixels));
  });

  it('lets go of what the station wants no longer', async () => {
    await rig.store.call['device.configure'](settings({ lines: 'zfm@/dev/none' }));
    await rig.store.call['device.configure'](settings({ sbiTrustFile: '' }));
    const gone = await rig.page.call['device.list']({});
    expect(gone.ok && gone.value.every(({ id, state }) => id !== bench.deviceId || state.kind !== 'ready')).toBe(true);
    await rig.until(bench.deviceId, is('ready'));
    expect(await rig.page.call['job.result']({ jobId: await begin() })).toMatchObject({ ok: false, error: { code: 'device.untrusted', detail: { why: 'untrusted' } } });
  });
});
