import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDeviceHost, watchPreview, type DeviceRig } from '../integration/device-rig.ts';
import { AcmGadget } from './acm-gadget.ts';
import { plugPad, pull, pullAll } from './stu-pad.ts';

const SOURCES = { 'fingerprint-scanner': 'real', camera: 'real', 'document-camera': 'real', 'signature-pad': 'real', printer: 'real', 'code-reader': 'real' } as const;
const PAD = 'wacom-stu:LAB1';
/** As it is shipped; from its sources it would start too slowly in software. */
const HOST_FILE = resolve(import.meta.dirname, '../../out/main/device-host.cjs');
const LINES = 'topaz:siglite-1x5@usb:0525:a4a7';

async function realHost(user: { readonly uid?: number } = {}): Promise<DeviceRig> {
  const rig = await startDeviceHost({ simulated: false, hostFile: HOST_FILE, ...user });
  expect(await rig.store.call['device.configure']({ sources: SOURCES, sbiTrustFile: '', lines: LINES })).toMatchObject({ ok: true });
  return rig;
}

let host: DeviceRig;
let gadget: AcmGadget | undefined;
beforeAll(async () => {
  host = await realHost();
});
afterAll(() => host.stop());
afterEach(async () => {
  await pullAll();
  await gadget?.close();
  gadget = undefined;
});

const start = (deviceId: string) => host.page.call['job.start']({ deviceId, slot: 'signature', missing: [], attempt: 1, form: { name: 'NGUYỄN VĂN A', purpose: 'Cấp thẻ căn cước' } });

describe('device-host with real nodes', () => {
  it('finds a pad, takes a signature, sees the plug pulled and the pad come back, without restarting anything', async () => {
    await plugPad('LAB1');
    await host.until(PAD, ({ state }) => state.kind === 'ready');
    const job = await start(PAD);
    if (!job.ok) throw new Error(job.error.code);
    const seen = watchPreview(host, job.value.jobId);
    expect(await host.page.call['job.result']({ jobId: job.value.jobId })).toMatchObject({ ok: true, value: { slot: 'signature', mediaType: 'application/json' } });
    expect((await seen).length).toBeGreaterThan(0);

    await pullAll();
    await host.until(PAD, ({ state }) => state.kind === 'absent' || state.kind === 'lost');
    await plugPad('LAB1');
    await host.until(PAD, ({ state }) => state.kind === 'ready');
    expect(await start(PAD)).toMatchObject({ ok: true });
  });

  it('keeps two equal pads apart and loses only the pulled one', async () => {
    await plugPad('LAB1');
    const other = await plugPad('LAB2');
    await host.until(PAD, ({ state }) => state.kind === 'ready');
    await host.until('wacom-stu:LAB2', ({ state }) => state.kind === 'ready');
    await pull(other.device);
    await host.until('wacom-stu:LAB2', ({ state }) => state.kind !== 'ready');
    await host.until(PAD, ({ state }) => state.kind === 'ready');
  });

  it('says how to allow a node that belongs to somebody else', async () => {
    await plugPad('LAB1');
    const stranger = await realHost({ uid: 65_534 });
    const view = await stranger.until(PAD, ({ state }) => state.kind === 'blocked');
    await stranger.stop();
    expect(view).toMatchObject({ state: { kind: 'blocked', reason: 'permission' } });
    expect(view.allow).toContain('ATTRS{idVendor}=="056a"');
  });

  it('opens a serial device of the station’s settings when its gadget is plugged in, and again after a replug', async () => {
    gadget = await AcmGadget.make('ACM1');
    await gadget.plug();
    const ready = (await firstOf('topaz')).id;
    await host.until(ready, ({ state }) => state.kind === 'ready');
    await gadget.unplug();
    await host.until(ready, ({ state }) => state.kind !== 'ready');
    await gadget.plug();
    await host.until(ready, ({ state }) => state.kind === 'ready');
  });
});

/** The first device of a driver, as soon as there is one. */
async function firstOf(driver: string): Promise<{ readonly id: string }> {
  const found = Promise.withResolvers<{ readonly id: string }>();
  const look = (views: readonly { readonly id: string; readonly driver: string }[]): void => {
    const view = views.find((one) => one.driver === driver);
    if (view !== undefined) found.resolve(view);
  };
  const stop = host.page.on('device.changed', look);
  const now = await host.page.call['device.list']({});
  if (now.ok) look(now.value);
  return found.promise.finally(stop);
}
