import { createHash } from 'node:crypto';
import { encode as encodeJpeg } from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICER, RunningStore, FakeSpool, TECHNICIAN, codeIn, must, openDossier, startCentre, temporaryFolder } from './store-harness.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';

const WIDTH_PX = 84;
const HEIGHT_PX = 108;
const jpegOf = (level: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(encodeJpeg({ width: WIDTH_PX, height: HEIGHT_PX, data: new Uint8Array(WIDTH_PX * HEIGHT_PX * 4).fill(level) }, 90).data);
const put = (bytes: Uint8Array<ArrayBuffer>, changed: object = {}) =>
  ({ slot: 'portrait', mediaType: 'image/jpeg', widthPx: WIDTH_PX, heightPx: HEIGHT_PX, bytes, camera: 'HD Webcam', attempt: 1, ...changed }) as const;

describe('a portrait from the page\'s own camera', () => {
  let rig: DeviceRig;
  beforeAll(async () => void (rig = await startDeviceHost()));
  afterAll(() => rig.stop());

  it('lies in the spool under its hash, stamped with the camera and marked as the page\'s', async () => {
    const bytes = jpegOf(120);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await rig.page.call['still.put'](put(bytes))).toMatchObject({ ok: true, value: { sha256, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, warnings: [] } });
    expect(await rig.store.call['spool.take']({ sha256 })).toMatchObject({ ok: true, value: { slot: 'portrait', device: { driver: 'page-camera', model: 'HD Webcam', simulated: false } } });
  });

  it.each([
    ['no image', put(new TextEncoder().encode('<svg onload=alert(1)>') as Uint8Array<ArrayBuffer>), 'capture.bad-image'],
    ['nothing', put(new Uint8Array()), 'capture.bad-image'],
    ['half an image', put(jpegOf(90).slice(0, 200)), 'capture.bad-image'],
    ['another kind than it says', put(jpegOf(90), { mediaType: 'image/png' }), 'capture.bad-image'],
    ['another size than it says', put(jpegOf(90), { widthPx: WIDTH_PX + 1 }), 'capture.bad-image'],
    ['a fingerprint', put(jpegOf(90), { slot: 'thumbs' }), 'ipc.bad-message'],
    ['gigantic dimensions', put(jpegOf(90), { widthPx: 40_000 }), 'ipc.bad-message'],
    ['too many bytes', put(new Uint8Array(17 * 1024 * 1024)), 'capture.bad-image'],
    ['no camera', put(jpegOf(90), { camera: '' }), 'ipc.bad-message'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await rig.page.call['still.put'](input as ReturnType<typeof put>)).toMatchObject({ ok: false, error: { code } });
    expect(await rig.page.call['device.list']({})).toMatchObject({ ok: true });
  });
});

it('is taken into a dossier only where the technician has chosen such a camera', async () => {
  const folder = temporaryFolder();
  const centre = await startCentre(temporaryFolder().path);
  const spool = new FakeSpool();
  const store = new RunningStore(folder.path, { centreUrl: centre.url }, spool);
  const { call } = await store.signedIn(OFFICER);
  const dossier = await openDossier(call);
  const bytes = jpegOf(60);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const device = { id: 'page-camera:HD Webcam', kind: 'camera', model: 'HD Webcam', serial: '', driver: 'page-camera', simulated: false };
  spool.putRaw({ sha256, slot: 'portrait', mediaType: 'image/jpeg', widthPx: WIDTH_PX, heightPx: HEIGHT_PX, ppi: 0, bytes, device, capturedAt: new Date().toISOString(), attempt: 1, analysis: null, record: null });
  const accept = { id: dossier.id, version: dossier.version, slot: 'portrait', sha256 } as const;
  expect(codeIn(await call['capture.accept'](accept))).toBe('capture.bad-image');
  must(await (await store.signedIn(TECHNICIAN)).call['settings.set']({ key: 'camera.label', value: 'HD Webcam' }));
  expect(must(await call['capture.accept'](accept)).captures[0]).toMatchObject({ slot: 'portrait', device: { driver: 'page-camera' } });
  await store.stop();
  await centre.host.stop();
  folder.remove();
});
