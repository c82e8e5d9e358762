import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../electron/contract/device.ts';
import type { Slip } from '../../electron/contract/slip.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { EscposSimulator } from '../../drivers/escpos/simulator.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import { TOPAZ_MODELS } from '../../drivers/topaz/protocol.ts';
import { TopazSimulator } from '../../drivers/topaz/simulator.ts';
import { IMAGE, packImage } from '../../drivers/zfm/protocol.ts';
import { ZfmSimulator } from '../../drivers/zfm/simulator.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { openSerial, type SerialLine } from '../../native-bridges/transports/serial-port.ts';
import { streamTransport } from '../../native-bridges/transports/stream-transport.ts';
import { startDeviceHost, type DeviceRig } from './device-rig.ts';
import { openTerminalPair, type TerminalPair } from './pseudo-terminals.ts';

const is = (kind: DeviceView['state']['kind']) => (view: DeviceView): boolean => view.state.kind === kind;
const model = TOPAZ_MODELS['siglite-1x5'];
const SLIP: Slip = [
  { type: 'text', text: 'GIẤY HẸN TRẢ KẾT QUẢ', size: 'large', bold: true, align: 'center' },
  { type: 'rule' },
  { type: 'code', modules: 21, dark: Uint8Array.from({ length: 441 }, (_, n) => n % 2) },
];

describe('devices on real terminals and on the network', () => {
  const pairs: TerminalPair[] = [];
  let rig: DeviceRig;
  let ids: Readonly<Record<'pad' | 'module' | 'reader' | 'printer', string>>;
  let printer: EscposSimulator | undefined;
  let scan: (bytes: Uint8Array) => Promise<void>;
  const network = createServer((socket) => void (printer = new EscposSimulator(streamTransport(socket))));

  /** The far end of a new pair of terminals, and the path of the near one. */
  const device = async (line: Omit<SerialLine, 'path'>) => {
    const pair = await openTerminalPair();
    pairs.push(pair);
    const wire = await openSerial({ ...line, path: pair.device });
    if (!wire.ok) throw new Error(wire.error);
    return { wire: wire.value, path: pair.host };
  };

  beforeAll(async () => {
    const pad = await device({ baudRate: model.baudRate, parity: 'odd' });
    const module = await device({ baudRate: 57_600 });
    const reader = await device({ baudRate: 115_200 });
    network.listen(0, '127.0.0.1');
    await once(network, 'listening');
    const tcp = `127.0.0.1:${(network.address() as AddressInfo).port}`;
    const samples = signSamples(4, 1).map((sample) => ({ ...sample, x: (sample.x * 2_150) / PAD.widthPx, y: (sample.y * 1_400) / PAD.heightPx }));
    new TopazSimulator(pad.wire, { model, samples, clock, pauseMs: 2_500 });
    new ZfmSimulator(module.wire, { packed: packImage(syntheticRidges({ widthPx: IMAGE.widthPx, heightPx: IMAGE.heightPx, seed: 5 }).pixels), absentPolls: 1 });
    scan = (bytes) => reader.wire.write(bytes);
    ids = { pad: `topaz@${pad.path}`, module: `zfm@${module.path}`, reader: `code-reader@${reader.path}`, printer: `escpos@${tcp}` };
    rig = await startDeviceHost({ simulated: false });
    await rig.store.call['device.configure']({
      sources: { 'fingerprint-scanner': '', camera: '', 'document-camera': '', 'signature-pad': '', printer: '', 'code-reader': '' }, sbiTrustFile: '',
      lines: `topaz:siglite-1x5@${pad.path}; zfm@${module.path}; code:115200@${reader.path}; escpos:w384@tcp:${tcp}`,
    });
    for (const id of Object.values(ids)) await rig.until(id, is('ready'));
  });
  afterAll(async () => {
    await rig.stop();
    for (const pair of pairs) await pair.close();
    network.close();
  });

  const capture = async (deviceId: string, slot: 'signature' | 'right-index') => {
    const job = await rig.page.call['job.start']({ deviceId, slot, missing: [], attempt: 1 });
    return job.ok ? rig.page.call['job.result']({ jobId: job.value.jobId }) : job;
  };

  it('takes a signature with the pad', async () => {
    expect(await capture(ids.pad, 'signature')).toMatchObject({ ok: true, value: { slot: 'signature', mediaType: 'application/json', ppi: 410 } });
  });

  it('refuses the single-finger module for enrolment, and says why', async () => {
    expect(await capture(ids.module, 'right-index')).toMatchObject({ ok: false, error: { code: 'device.unsupported', detail: { why: 'not-enrolment-grade' } } });
  });

  it('tells the page what the reader read', async () => {
    const heard = new Promise((resolve) => void rig.page.on('scan', resolve));
    const text = '001099000001|012345678|Nguyễn Thị Ánh|01021999|Nữ';
    await scan(new TextEncoder().encode(`]Q1${text}\r\n`));
    expect(await heard).toEqual({ deviceId: ids.reader, symbology: ']Q1', text });
  });

  it('prints a slip as wide as the paper, cuts it, and believes it printed only then; a whole sheet it refuses', async () => {
    const order = { printerId: ids.printer, title: 'giay-hen', pdf: new Uint8Array(0) };
    expect(await rig.store.call['printer.print']({ ...order, slip: SLIP })).toEqual({ ok: true, value: { outcome: 'printed' } });
    expect(printer?.widthBytes).toBe(384 / 8);
    expect(printer?.cuts).toBe(1);
    expect(printer?.sheet.some((row) => row.some((byte) => byte !== 0))).toBe(true);
    expect(await rig.store.call['printer.print'](order)).toMatchObject({ ok: false, error: { code: 'printer.refused' } });
    printer?.troubles.add('paper-out');
    expect(await rig.store.call['printer.print']({ ...order, slip: SLIP })).toMatchObject({ ok: false, error: { code: 'printer.attention', detail: { reason: 'media-empty' } } });
  });

  it('a pulled cable is seen although nobody uses the device, and the others stay', async () => {
    await pairs[0]!.unplug();
    await rig.until(ids.pad, is('absent'));
    const views = await rig.page.call['device.list']({});
    expect(views.ok && views.value.filter(({ id }) => Object.values(ids).includes(id) && id !== ids.pad).map(({ state }) => state.kind)).toEqual(['ready', 'ready', 'ready']);
  });
});
