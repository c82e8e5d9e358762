import { randomUUID } from 'node:crypto';
import { decode as decodeJpeg, encode as encodeJpeg } from 'jpeg-js';
import { FINGERS } from '../../electron/core/dossier/capture-slots.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import type { CaptureDevice } from '../../drivers/contract/driver.ts';
import type { SbiEnvironment } from '../../drivers/sbi/capture-run.ts';
import { devicesAt } from '../../drivers/sbi/discovery.ts';
import type { SbiDevice, SbiVersion } from '../../drivers/sbi/protocol.ts';
import { sbiScanner } from '../../drivers/sbi/sbi-scanner.ts';
import type { SimulatedImage } from '../../drivers/sbi/simulator.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { jwsTrust } from '../../native-bridges/transports/jws-trust.ts';
import { connectTcp } from '../../native-bridges/transports/tcp-transport.ts';
import { startSbiServer, type SbiServer } from '../../scripts/devices/sbi-server.ts';

export const FINGER_PX = { widthPx: 96, heightPx: 120 };

/** Small pictures, one for each finger, so that nothing but the protocol takes time. */
export const IMAGES = new Map(FINGERS.map((finger, n): [string, Extract<SimulatedImage, { wsq: Uint8Array }>] => {
  const wsq = encodeWsq(syntheticRidges({ ...FINGER_PX, seed: n + 1 }), { bitsPerPixel: 2.25 });
  if (!wsq.ok) throw new Error(wsq.error.code);
  return [finger, { ...FINGER_PX, wsq: wsq.value }];
}));
export const FRAME = encodeJpeg({ width: 64, height: 48, data: Buffer.alloc(64 * 48 * 4, 120) }, 60).data;

export const startSimulator = (version: SbiVersion = '0.9.5', port = 0): Promise<SbiServer> =>
  startSbiServer({ port, version, serialNo: 'SIMSBI00000042', finger: (finger) => IMAGES.get(finger)!, jpeg: () => FRAME, captureMs: 60 });

export const connectHere: SbiEnvironment['connect'] = (port, signal) => connectTcp({ host: '127.0.0.1', port }, signal);

export function environmentFor(authorityDer: Uint8Array): SbiEnvironment {
  return {
    clock: systemClock, connect: connectHere, trust: jwsTrust([authorityDer]), newTransactionId: randomUUID, positionMs: 300,
    decodeJpeg: async (bytes) => {
      const { width, height, data } = decodeJpeg(bytes, { useTArray: true, maxMemoryUsageInMB: 64 });
      return { widthPx: width, heightPx: height, channels: 4, pixels: Uint8Array.from(data) };
    },
  };
}

export async function deviceOf(server: SbiServer): Promise<SbiDevice> {
  const [device] = await devicesAt(connectHere, server.port, new AbortController().signal);
  if (device === undefined) throw new Error('the simulator shows no device');
  return device;
}

export const openScanner = async (server: SbiServer): Promise<CaptureDevice> => sbiScanner(await deviceOf(server), environmentFor(server.pki.authorityDer));
