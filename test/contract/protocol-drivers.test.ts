import { afterEach, describe, expect, it } from 'vitest';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import type { CaptureDevice, DeviceIdentity, PenSample } from '../../drivers/contract/driver.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { TOPAZ_MODELS } from '../../drivers/topaz/protocol.ts';
import { TopazSimulator } from '../../drivers/topaz/simulator.ts';
import { topazPad } from '../../drivers/topaz/topaz.ts';
import { REPORT } from '../../drivers/wacom-stu/protocol.ts';
import { STU_430, STU_540, StuSimulator } from '../../drivers/wacom-stu/simulator.ts';
import { openWacomStu } from '../../drivers/wacom-stu/wacom-stu.ts';
import { IMAGE, packImage } from '../../drivers/zfm/protocol.ts';
import { ZfmSimulator } from '../../drivers/zfm/simulator.ts';
import { GRADE, zfmModule, type ZfmUse } from '../../drivers/zfm/zfm.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { describeCaptureDevice } from './capture-device-contract.ts';
import { wirePair } from './wire-pair.ts';

const opened: CaptureDevice[] = [];
const keep = (device: CaptureDevice): CaptureDevice => {
  opened.push(device);
  return device;
};
afterEach(async () => {
  for (const device of opened.splice(0)) await device.close();
});
const identityOf = (driver: string): DeviceIdentity => ({ id: `${driver}-1`, maker: 'Test', model: driver, serial: '1', driver, simulated: true });
const request = (slot: 'signature' | 'right-index', onPreview: (hint: string) => void = () => undefined) =>
  ({ slot, missing: new Set<never>(), attempt: 1, forced: new Promise<void>(() => undefined), onPreview: (_frame: unknown, hint: string) => onPreview(hint) });
const never = new AbortController().signal;

/** A synthetic signature in the units of a pad. */
const signedOn = (widthPx: number, heightPx: number): readonly PenSample[] =>
  signSamples(4, 1).map((sample) => ({ ...sample, x: (sample.x * widthPx) / PAD.widthPx, y: (sample.y * heightPx * 0.7) / PAD.heightPx }));

const finger = packImage(syntheticRidges({ widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, seed: 3 }).pixels);
function zfmBench(use: ZfmUse = 'training') {
  const wire = wirePair();
  const simulator = new ZfmSimulator(wire.device, { packed: finger, absentPolls: 3 });
  return { wire, simulator, device: keep(zfmModule(wire.host, { identity: identityOf('zfm'), use, clock })) };
}
describeCaptureDevice({
  name: 'zfm', slot: 'right-index', wrongSlot: 'right-four', standing: [GRADE],
  connect: () => {
    const { wire, simulator, device } = zfmBench();
    return { device, unplug: wire.unplug, stall: () => void (simulator.fault = 'silent'), goOn: () => void (simulator.fault = 'none'), damageNextFrame: () => void (simulator.fault = 'image-cut-once') };
  },
});

describe('zfm', () => {
  it('refuses enrolment whatever is asked', async () => {
    expect(await zfmBench('enrolment').device.capture(request('right-index'), never)).toMatchObject({ ok: false, error: { code: 'device.unsupported', detail: { why: GRADE } } });
  });

  it('asks again when an answer was garbled, and delivers the picture the module holds', async () => {
    const { simulator, device } = zfmBench();
    simulator.fault = 'checksum-once';
    const still = await device.capture(request('right-index'), never);
    if (!still.ok || still.value.type !== 'raster') throw new Error('no picture');
    expect(still.value).toMatchObject({ ppi: 500, warnings: [GRADE], raster: { widthPx: 256, heightPx: 288 } });
    expect(Buffer.from(packImage(still.value.raster.pixels)).equals(Buffer.from(finger))).toBe(true);
  });
});

const { field } = TOPAZ_MODELS['siglite-1x5'];
const SIGLITE = { model: TOPAZ_MODELS['siglite-1x5'], samples: signedOn(field.right - field.left, field.bottom - field.top), clock, pauseMs: 500 };
describeCaptureDevice({
  name: 'topaz', slot: 'signature', wrongSlot: 'portrait',
  connect: () => {
    const wire = wirePair();
    const simulator = new TopazSimulator(wire.device, SIGLITE);
    const device = keep(topazPad(wire.host, { identity: identityOf('topaz'), model: SIGLITE.model, clock, restedMs: 250 }));
    return { device, unplug: wire.unplug, stall: () => void (simulator.fault = 'silent'), goOn: () => void (simulator.fault = 'none'), damageNextFrame: () => void (simulator.fault = 'noise') };
  },
});

const drawn: { readonly name: string; readonly pixels: number }[] = [];
async function stuBench(capability = STU_430, pressAtEnd: 'accept' | 'cancel' = 'accept') {
  const simulator = new StuSimulator({ capability, clock, samples: signedOn(capability.maxX, capability.maxY), pressAtEnd });
  const device = await openWacomStu(simulator, {
    identity: identityOf('wacom-stu'), clock,
    draw: async ({ name }, { widthPx, heightPx }) => {
      drawn.push({ name, pixels: widthPx * heightPx });
      return { ok: true, value: new Uint8Array(widthPx * heightPx).fill(255) };
    },
  });
  if (!device.ok) throw device.error;
  return { simulator, device: keep(device.value) };
}
describeCaptureDevice({
  name: 'wacom-stu', slot: 'signature', wrongSlot: 'thumbs',
  connect: async () => {
    const { simulator, device } = await stuBench();
    return { device, unplug: () => simulator.unplug(), stall: () => void (simulator.fault = 'silent'), goOn: () => void (simulator.fault = 'none'), damageNextFrame: () => void (simulator.fault = 'short-report') };
  },
});

describe('wacom-stu', () => {
  it('shows the citizen what is signed before ink flows, and wipes the screen after', async () => {
    const { simulator, device } = await stuBench(STU_540);
    expect(await device.capture({ ...request('signature'), form: { name: 'NGUYỄN VĂN A', purpose: 'Cấp thẻ căn cước' } }, never)).toMatchObject({ ok: true, value: { type: 'strokes', widthPx: 10_800, heightPx: 6_480, ppi: 2_540 } });
    const numbers = simulator.set.map(([number]) => number);
    const blocks = numbers.filter((number) => number === REPORT.imageBlock).length;
    expect(blocks).toBe(Math.ceil((800 * 480 * 3) / 253));
    expect(numbers.indexOf(REPORT.endImage)).toBeLessThan(numbers.indexOf(REPORT.inkingMode));
    expect(simulator.set.slice(-2).map((report) => [...report])).toEqual([[REPORT.inkingMode, 0], [REPORT.clearScreen, 0]]);
    expect(drawn.at(-1)).toEqual({ name: 'NGUYỄN VĂN A', pixels: 800 * 480 });
  });

  it('keeps every sample of the strokes with the pad’s own times, and none of the button press', async () => {
    const { device } = await stuBench(STU_540);
    const still = await device.capture(request('signature'), never);
    if (!still.ok || still.value.type !== 'strokes') throw new Error('no strokes');
    const written = signedOn(10_800, 6_480);
    const first = written.find(({ pressure }) => pressure > 0)!.tMs;
    const inked = still.value.samples.filter(({ pressure }) => pressure > 0);
    expect(inked.map(({ x, y, tMs }) => [x, y, tMs])).toEqual(written.filter(({ pressure }) => pressure > 0).map(({ x, y, tMs }) => [Math.round(x), Math.round(y), Math.round(tMs) - Math.round(first)]));
  });

  it('ends without a signature when the citizen presses cancel', async () => {
    const { device } = await stuBench(STU_540, 'cancel');
    expect(await device.capture(request('signature'), never)).toMatchObject({ ok: false, error: { code: 'device.cancelled', detail: { why: 'refused-on-the-pad' } } });
  });

  it('refuses to open a pad whose capability can’t be', async () => {
    const simulator = new StuSimulator({ capability: { ...STU_430, maxX: 0 }, clock, samples: [], pressAtEnd: undefined });
    expect(await openWacomStu(simulator, { identity: identityOf('wacom-stu'), clock, draw: async () => ({ ok: true, value: new Uint8Array(0) }) })).toEqual(expect.objectContaining({ ok: false }));
  });
});
