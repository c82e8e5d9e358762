import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { deviceContract, deviceEvents, type DeviceView } from '../../electron/contract/device.ts';
import { clientOn } from '../../electron/contract/port-client.ts';
import { probeContract } from './supervisor-contract.ts';
import { SupervisorRig, stateOf } from './supervisor-rig.ts';

const DEVICE_HOST = resolve(import.meta.dirname, '../../native-bridges/device-host/device-host.ts');
const CAMERA = 'SIM-CAM-0001';

let rig: SupervisorRig;
afterEach(() => rig.close());

/** A page's port to the devices, once the camera is ready. */
async function devicesReady() {
  await rig.untilReady('store-host', 'device-host');
  const devices = clientOn(deviceContract, deviceEvents, rig.port('device-host'));
  const ready = Promise.withResolvers<void>();
  const look = (views: readonly DeviceView[]): void => void (views.some(({ id, state }) => id === CAMERA && state.kind === 'ready') && ready.resolve());
  const stop = devices.on('device.changed', look);
  const now = await devices.call['device.list']({});
  if (now.ok) look(now.value);
  await ready.promise.finally(stop);
  const start = async (): Promise<string> => {
    const job = await devices.call['job.start']({ deviceId: CAMERA, slot: 'portrait', missing: [], attempt: 1 });
    if (!job.ok) throw new Error(job.error.code);
    return job.value.jobId;
  };
  return { ...devices, start };
}

it.each([['block', 'unresponsive'], ['crash', 'restarting']] as const)('a driver that does "%s" takes device-host along and nothing else; it is back and captures', async (fault, shown) => {
  rig = new SupervisorRig(probeContract, 0, { 'device-host': DEVICE_HOST });
  rig.hosts.start();
  rig.hosts.keyOpened(randomBytes(32));
  const devices = await devicesReady();
  const store = rig.connect('store-host');
  const storeBefore = await store.call['probe.self']({});
  await devices.call['simulate.fault']({ deviceId: CAMERA, fault });
  const told = rig.until((view) => stateOf(view, 'device-host') === shown);
  const result = devices.call['job.result']({ jobId: await devices.start() });
  await told;
  const storeMeanwhile = await store.call['probe.self']({});
  expect(storeMeanwhile.ok && storeBefore.ok && storeMeanwhile.value.pid === storeBefore.value.pid).toBe(true);
  expect(await result).toEqual({ ok: false, error: { code: 'host.crashed', detail: {} } });
  await devices.closed;
  const again = await devicesReady();
  const jobId = await again.start();
  await again.call['job.force']({ jobId });
  expect(await again.call['job.result']({ jobId })).toMatchObject({ ok: true, value: { slot: 'portrait' } });
}, 180_000);
