import { decode } from 'jpeg-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StillView } from '../../electron/contract/device.ts';
import { startDeviceHost, watchPreview, type DeviceRig } from './device-rig.ts';

const CAMERA = 'SIM-DOC-0001';
let rig: DeviceRig;
beforeAll(async () => {
  rig = await startDeviceHost();
  await rig.until(CAMERA, (view) => view.state.kind === 'ready');
});
afterAll(() => rig.stop());

/** Size and mean brightness of a page. */
function levels({ view }: Pick<StillView, 'view'>): { readonly whole: number; readonly wide: number; readonly high: number } {
  const { width, height, data } = decode(view, { useTArray: true });
  let sum = 0;
  for (let at = 1; at < data.length; at += 4) sum += data[at]!;
  return { whole: sum / (width * height), wide: width, high: height };
}

it('a card under the document camera is found, straightened at 300 ppi, turned, and only the turned one can be kept', async () => {
  const job = await rig.page.call['job.start']({ deviceId: CAMERA, slot: 'document', missing: [], attempt: 1, paper: 'id-1' });
  if (!job.ok) throw new Error(job.error.code);
  const frames = await watchPreview(rig, job.value.jobId);
  expect(frames.map(({ hint }) => hint)).toContain('page-found');
  const still = await rig.page.call['job.result']({ jobId: job.value.jobId });
  if (!still.ok) throw new Error(still.error.code);
  expect(still.value).toMatchObject({ slot: 'document', mediaType: 'image/jpeg', widthPx: 1011, heightPx: 638, ppi: 300, warnings: [] });
  const turned = await rig.page.call['still.turn-page']({ sha256: still.value.sha256, quarters: 1 });
  if (!turned.ok) throw new Error(turned.error.code);
  expect(turned.value).toMatchObject({ slot: 'document', widthPx: 638, heightPx: 1011, ppi: 300, warnings: [] });
  const [before, after] = [levels(still.value), levels(turned.value)];
  expect([after.wide, after.high]).toEqual([before.high, before.wide]);
  expect(Math.abs(after.whole - before.whole)).toBeLessThan(1);
  expect(await rig.store.call['spool.take']({ sha256: turned.value.sha256 })).toMatchObject({ ok: true, value: { slot: 'document', warnings: [], device: { driver: 'sim-document-camera' } } });
  expect(await rig.store.call['spool.take']({ sha256: still.value.sha256 })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
});

it('nothing but a page is turned', async () => {
  expect(await rig.page.call['still.turn-page']({ sha256: '0'.repeat(64), quarters: 1 })).toMatchObject({ ok: false, error: { code: 'capture.not-in-spool' } });
});
