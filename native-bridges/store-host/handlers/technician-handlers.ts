import type { Client, Handlers, Reply } from '../../../electron/contract/call.ts';
import { SelfTest, type DeskContract, type technicianContract } from '../../../electron/contract/technician.ts';
import { AppError, fromWire } from '../../../electron/core/errors/app-error.ts';
import type { DeviceChronicle } from '../device-health/device-chronicle.ts';
import { stationBundle } from '../device-health/station-bundle.ts';
import type { WorkReadings } from '../device-health/work-readings.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting } from './acting.ts';

export type DeviceSide = { readonly devices: () => Client<DeskContract> | undefined; readonly workReadings: WorkReadings; readonly chronicle: DeviceChronicle };

/**
 * The technician's desk. Who may ask is decided here, where people are known; device-host does what only this process
 * can ask of it (ADR 0044). What touches a device is noted in the audit log.
 */
export const technicianHandlers = (station: Station, { devices, workReadings, chronicle }: DeviceSide): Handlers<typeof technicianContract, PageContext> => {
  const desk = (): Client<DeskContract> => {
    const client = devices();
    if (client === undefined) throw new AppError('host.not-ready', { host: 'device-host' });
    return client;
  };
  const note = (context: PageContext, action: string, subject: string, detail: string): void =>
    station.audit.note({ who: acting(context).user.login, action, subject: subject.slice(0, 80), detail });
  return {
    'technician.inventory': async () => must(await desk()['desk.inventory']({})),
    'technician.log': ({ after, waitMs }) => chronicle.after(after, waitMs),
    'technician.self-test': async ({ deviceId }, context) => {
      const tested = SelfTest.safeParse(must(await desk()['desk.self-test']({ deviceId, referenceLevel: station.health.firstLevel(deviceId) ?? null })));
      if (!tested.success) throw new AppError('device.bad-frame', { why: 'self-test' });
      station.sql.write(() => {
        station.health.keep(tested.data, 'self-test');
        note(context, 'technician.self-test', deviceId, tested.data.passed ? 'passed' : 'failed');
      });
      return tested.data;
    },
    'technician.try-capture': async ({ deviceId, slot }, context) => {
      // Noted before it begins: a capture nobody noted must not happen.
      note(context, 'technician.try-capture', deviceId, slot);
      return must(await desk()['desk.try-capture']({ deviceId, slot }));
    },
    'technician.health': async () => {
      await workReadings.fetch();
      return station.health.list();
    },
    'technician.bundle': async (_input, context) => {
      const bundle = await stationBundle(station, devices(), chronicle.lines);
      note(context, 'technician.bundle', 'station', `${bundle.zip.byteLength} bytes`);
      return bundle;
    },
  };
};

function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw fromWire(reply.error);
  return reply.value;
}
