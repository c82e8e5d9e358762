import { afterEach, describe, expect, it } from 'vitest';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import type { DeviceIdentity, Transport } from '../../drivers/contract/driver.ts';
import { listenSerialCodes } from '../../drivers/code-reader/code-reader.ts';
import { escposPrinter } from '../../drivers/escpos/escpos-printer.ts';
import { EscposSimulator } from '../../drivers/escpos/simulator.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { TOPAZ_MODELS } from '../../drivers/topaz/protocol.ts';
import { TopazSimulator } from '../../drivers/topaz/simulator.ts';
import { topazPad } from '../../drivers/topaz/topaz.ts';
import { IMAGE, packImage } from '../../drivers/zfm/protocol.ts';
import { ZfmSimulator } from '../../drivers/zfm/simulator.ts';
import { zfmModule } from '../../drivers/zfm/zfm.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { openSerial, type SerialLine } from '../../native-bridges/transports/serial-port.ts';
import { openTerminalPair, type TerminalPair } from './pseudo-terminals.ts';

const pairs: TerminalPair[] = [];
const wires: Transport[] = [];
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire[Symbol.asyncDispose]();
  for (const pair of pairs.splice(0)) await pair.close();
});

async function open(line: SerialLine): Promise<Transport> {
  const wire = await openSerial(line);
  if (!wire.ok) throw new Error(wire.error);
  wires.push(wire.value);
  return wire.value;
}

async function connect(line: Omit<SerialLine, 'path'>): Promise<{ readonly pair: TerminalPair; readonly host: Transport; readonly device: Transport }> {
  const pair = await openTerminalPair();
  pairs.push(pair);
  return { pair, host: await open({ ...line, path: pair.host }), device: await open({ ...line, path: pair.device }) };
}

const identityOf = (driver: string): DeviceIdentity => ({ id: `${driver}-1`, maker: 'Test', model: driver, serial: '1', driver, simulated: true });
const never = new AbortController().signal;
const request = (slot: 'signature' | 'right-index', onPreview: () => void = () => undefined) => ({ slot, missing: new Set<never>(), attempt: 1, forced: new Promise<void>(() => undefined), onPreview });

describe('on a real terminal', () => {
  it('a fingerprint module delivers its whole picture', async () => {
    const { host, device } = await connect({ baudRate: 57_600 });
    const packed = packImage(syntheticRidges({ widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, seed: 5 }).pixels);
    new ZfmSimulator(device, { packed, absentPolls: 1 });
    const still = await zfmModule(host, { identity: identityOf('zfm'), use: 'officer-sign-in', clock }).capture(request('right-index'), never);
    if (!still.ok || still.value.type !== 'raster') throw new Error('no picture');
    expect(Buffer.from(packImage(still.value.raster.pixels)).equals(Buffer.from(packed))).toBe(true);
  });

  it('a signature pad delivers strokes with odd parity', async () => {
    const model = TOPAZ_MODELS['siglite-1x5'];
    const { host, device } = await connect({ baudRate: model.baudRate, parity: 'odd' });
    const samples = signSamples(4, 1).map((sample) => ({ ...sample, x: (sample.x * 2_150) / PAD.widthPx, y: (sample.y * 1_400) / PAD.heightPx }));
    new TopazSimulator(device, { model, samples, clock, pauseMs: 2_000 });
    const still = await topazPad(host, { identity: identityOf('topaz'), model, clock, restedMs: 500 }).capture(request('signature'), never);
    if (!still.ok || still.value.type !== 'strokes') throw new Error('no strokes');
    const inked = still.value.samples.filter(({ pressure }) => pressure > 0);
    expect(inked.map(({ x, y }) => [x, y])).toEqual(samples.filter(({ pressure }) => pressure > 0).map(({ x, y }) => [Math.round(x), Math.round(y)]));
  });

  it('a pulled cable ends the capture as unplugged, and the wire says so', async () => {
    const { pair, host } = await connect({ baudRate: 19_200 });
    const pad = topazPad(host, { identity: identityOf('topaz'), model: TOPAZ_MODELS['siglite-1x5'], clock });
    const shown = Promise.withResolvers<void>();
    const still = pad.capture(request('signature', shown.resolve), never);
    await shown.promise;
    await pair.unplug();
    expect(await still).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
    expect(await pad.closed).toBe('unplugged');
  });

  it('a printer prints every dot and says when it is done', async () => {
    const { host, device } = await connect({ baudRate: 115_200 });
    const simulator = new EscposSimulator(device);
    const image = syntheticRidges({ widthPx: 384, heightPx: 300, seed: 1 });
    const printer = escposPrinter(host, { identity: identityOf('escpos'), clock, draw: async () => ({ ok: true, value: { ...image, channels: 1, pixels: Uint8Array.from(image.pixels) } }) });
    expect(await printer.print({ title: 'receipt', pdf: new Uint8Array(0) }, never)).toEqual({ ok: true, value: 'printed' });
    const dots = simulator.sheet.flatMap((row) => [...row].flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1)));
    expect(dots).toEqual(Array.from(image.pixels, (grey) => (grey < 128 ? 1 : 0)));
  });

  it('a code reader delivers codes whole, with their accents', async () => {
    const { host, device } = await connect({ baudRate: 9_600 });
    const heard = Promise.withResolvers<string>();
    listenSerialCodes(host, { onCode: ({ bytes }) => heard.resolve(Buffer.from(bytes).toString('utf8')), onFault: heard.reject }, clock);
    await device.write(Buffer.from('001099000001|012345678|Nguyễn Thị Ánh|01021999|Nữ\r\n'));
    expect(await heard.promise).toBe('001099000001|012345678|Nguyễn Thị Ánh|01021999|Nữ');
  });

  it('a port that another program holds is in use, one that is not there is no port', async () => {
    const { pair } = await connect({ baudRate: 9_600 });
    expect(await openSerial({ path: pair.host, baudRate: 9_600 })).toEqual({ ok: false, error: 'in-use' });
    expect(await openSerial({ path: `${pair.host}-none`, baudRate: 9_600 })).toEqual({ ok: false, error: 'io' });
  });
});
