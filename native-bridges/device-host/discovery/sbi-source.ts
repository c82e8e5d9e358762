import { randomUUID } from 'node:crypto';
import { IdentityBook } from '../../../electron/core/device/identity.ts';
import { err, ok } from '../../../electron/core/result/result.ts';
import type { SbiEnvironment } from '../../../drivers/sbi/capture-run.ts';
import { devicesAt, discoverSbi } from '../../../drivers/sbi/discovery.ts';
import type { SbiDevice } from '../../../drivers/sbi/protocol.ts';
import { sbiScanner } from '../../../drivers/sbi/sbi-scanner.ts';
import type { TrustCheck } from '../../../drivers/sbi/verify-capture.ts';
import { connectTcp } from '../../transports/tcp-transport.ts';
import type { DeviceEntry } from '../device-session.ts';
import { systemClock } from '../system-clock.ts';
import type { DeviceSource } from './device-source.ts';

/** Opens pictures in the image worker. */
export type SbiPictures = Pick<SbiEnvironment, 'decodeJpeg' | 'decodePicture'>;

type Setup = { readonly trust: TrustCheck; readonly pictures: SbiPictures; readonly ports?: readonly number[] };
const connect = (port: number, signal: AbortSignal): ReturnType<typeof connectTcp> => connectTcp({ host: '127.0.0.1', port }, signal);
/** A service that is there answers its info at once. */
const INFO_MS = 2_000;

/** Fingerprint scanners behind SBI services of this machine. A service that is slow to answer is not gone: its own scanner watches it. */
export function sbiSource({ trust, pictures, ports }: Setup): DeviceSource {
  const names = new IdentityBook();
  return {
    name: 'sbi',
    kinds: ['fingerprint-scanner'],
    knowsAbsence: false,
    look: async (signal) => {
      const found = await discoverSbi({ connect, clock: systemClock, ...(ports === undefined ? {} : { ports }) }, signal);
      const scanners = found.filter(({ id }) => id.type === 'Finger');
      const ids = names.name(scanners.map(({ id, port }) => ({ driver: 'sbi', serial: id.serialNo, place: String(port) })));
      return scanners.map((device, n) => entryOf(device, ids[n]!, { trust, pictures }));
    },
  };
}

function entryOf(device: SbiDevice, id: string, { trust, pictures }: Pick<Setup, 'trust' | 'pictures'>): DeviceEntry {
  const identity = { id, maker: device.id.make.slice(0, 80), model: device.id.model.slice(0, 80), serial: device.id.serialNo.slice(0, 80), driver: 'sbi', simulated: false };
  return {
    kind: 'fingerprint-scanner',
    identity,
    hardware: { firmware: device.firmware, driverVersion: device.serviceVersion, usbPath: `127.0.0.1:${device.port}` },
    open: async () => {
      const now = await devicesAt(connect, device.port, AbortSignal.timeout(INFO_MS));
      const there = now.find((one) => one.id.serialNo === device.id.serialNo);
      if (there === undefined) return err('io');
      return ok({ ...sbiScanner(there, { clock: systemClock, connect, trust, newTransactionId: randomUUID, ...pictures }), identity });
    },
  };
}
