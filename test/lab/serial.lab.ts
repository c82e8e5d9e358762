import { SerialPort } from 'serialport';
import { afterEach, describe, expect, it } from 'vitest';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import type { Transport } from '../../drivers/contract/driver.ts';
import { TOPAZ_MODELS } from '../../drivers/topaz/protocol.ts';
import { topazPad } from '../../drivers/topaz/topaz.ts';
import { IMAGE, packImage } from '../../drivers/zfm/protocol.ts';
import { ZfmSimulator } from '../../drivers/zfm/simulator.ts';
import { zfmModule } from '../../drivers/zfm/zfm.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { openSerial } from '../../native-bridges/transports/serial-port.ts';
import { AcmGadget } from './acm-gadget.ts';

const wires: Transport[] = [];
let gadget: AcmGadget | undefined;
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire[Symbol.asyncDispose]();
  await gadget?.close();
  gadget = undefined;
});

async function open(path: string, baudRate: number): Promise<Transport> {
  const wire = await openSerial({ path, baudRate });
  if (!wire.ok) throw new Error(`${path}: ${wire.error}`);
  wires.push(wire.value);
  return wire.value;
}

const identityOf = (driver: string) => ({ id: `${driver}-1`, maker: 'Test', model: driver, serial: 'ACM1', driver, simulated: false });
const never = new AbortController().signal;
const request = (slot: 'right-index' | 'signature', onPreview: () => void = () => undefined) => ({ slot, missing: new Set<never>(), attempt: 1, forced: new Promise<void>(() => undefined), onPreview });

describe('a serial module on a real kernel’s USB', () => {
  it('is listed with its serial number and maker', async () => {
    gadget = await AcmGadget.make('ACM1');
    const node = await gadget.plug();
    const found = (await SerialPort.list()).find(({ path }) => path === node);
    expect(found).toBeDefined();
  });

  it('delivers a whole fingerprint, and again after a true unplug and replug', async () => {
    gadget = await AcmGadget.make('ACM1');
    const packed = packImage(syntheticRidges({ widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, seed: 5 }).pixels);
    const capture = async (path: string) => {
      const module = await open('/dev/ttyGS0', 57_600);
      new ZfmSimulator(module, { packed, absentPolls: 1 });
      const host = await open(path, 57_600);
      const still = await zfmModule(host, { identity: identityOf('zfm'), use: 'officer-sign-in', clock }).capture(request('right-index'), never);
      if (!still.ok || still.value.type !== 'raster') throw new Error('no picture');
      expect(Buffer.from(packImage(still.value.raster.pixels)).equals(Buffer.from(packed))).toBe(true);
      return { host, module };
    };
    const first = await capture(await gadget.plug());
    await gadget.unplug();
    expect(await first.host.closed).toBe('unplugged');
    // The module loses its power with the plug. Its node stays, hung up: read on, it would answer "nothing" without a pause for ever.
    await first.module[Symbol.asyncDispose]();
    await capture(await gadget.plug());
  });

  it('pulled during a capture ends it as unplugged', async () => {
    gadget = await AcmGadget.make('ACM1');
    const pad = topazPad(await open(await gadget.plug(), 19_200), { identity: identityOf('topaz'), model: TOPAZ_MODELS['siglite-1x5'], clock });
    const shown = Promise.withResolvers<void>();
    const still = pad.capture(request('signature', shown.resolve), never);
    await shown.promise;
    await gadget.unplug();
    expect(await still).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    expect(await pad.closed).toBe('unplugged');
  });
});
