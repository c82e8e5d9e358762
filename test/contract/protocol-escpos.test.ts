import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../electron/core/result/result.ts';
import type { PrinterDevice, Raster, Transport } from '../../drivers/contract/driver.ts';
import { escposPrinter } from '../../drivers/escpos/escpos-printer.ts';
import { encodeReceipt, encodeStatus, parseRealTime, type StatusKind, type Trouble } from '../../drivers/escpos/protocol.ts';
import { EscposSimulator } from '../../drivers/escpos/simulator.ts';
import { systemClock as clock } from '../../native-bridges/device-host/system-clock.ts';
import { streamTransport } from '../../native-bridges/transports/stream-transport.ts';
import { connectTcp } from '../../native-bridges/transports/tcp-transport.ts';
import { describePrinter } from './printer-device-contract.ts';
import { wirePair } from './wire-pair.ts';

const never = new AbortController().signal;
const identity = { id: 'escpos-1', maker: 'Test', model: 'escpos', serial: '1', driver: 'escpos', simulated: true };
const receipt = (heightPx: number): Raster => ({ widthPx: 20, heightPx, channels: 1, pixels: Uint8Array.from({ length: 20 * heightPx }, (_, n) => (n % 3 === 0 ? 0 : 255)) });
const printerOn = (transport: Transport, heightPx = 40, answers = true): PrinterDevice => escposPrinter(transport, { identity, clock, draw: async () => ok(receipt(heightPx)), answers });
const job = { title: 'receipt', pdf: new Uint8Array(0) };

describe('ESC/POS bytes', () => {
  it('of a small receipt are those of the command reference', () => {
    const bytes = encodeReceipt({ widthPx: 9, heightPx: 2, channels: 1, pixels: Uint8Array.from([0, 255, 255, 255, 255, 255, 255, 255, 0, 255, 0, 255, 255, 255, 255, 255, 0, 255]) });
    expect([...bytes]).toEqual([0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0x80, 0x80, 0x41, 0, 0x1b, 0x64, 4, 0x1d, 0x56, 0x42, 0, 0x1d, 0x72, 1]);
  });

  it.each<readonly [StatusKind, Trouble]>([['offline', 'cover-open'], ['offline', 'paper-out'], ['error', 'cutter'], ['paper', 'paper-low'], ['paper', 'paper-out']])('status %s tells %s, and an answer of another shape tells nothing', (kind, trouble) => {
    expect(parseRealTime(kind, encodeStatus(kind, new Set([trouble])))).toEqual([trouble]);
    expect(parseRealTime(kind, encodeStatus(kind, new Set()))).toEqual([]);
    expect(parseRealTime(kind, 0xff)).toBeUndefined();
  });
});

describePrinter({
  name: 'escpos', can: ['take-paper', 'unplug'],
  connect: () => {
    const { host, device, unplug } = wirePair();
    const simulator = new EscposSimulator(device);
    return { printer: printerOn(host), sheets: () => simulator.cuts, takePaper: () => void simulator.troubles.add('paper-out'), unplug };
  },
});

describe('a receipt printer', () => {
  it('with an open cover asks for a person before anything is sent', async () => {
    const { host, device } = wirePair();
    const simulator = new EscposSimulator(device);
    simulator.troubles.add('cover-open');
    const printer = printerOn(host);
    expect(await printer.status(never)).toEqual(ok({ state: 'attention', detail: 'cover-open' }));
    expect(await printer.print(job, never)).toMatchObject({ ok: false, error: { code: 'printer.attention', detail: { reason: 'cover-open' } } });
    expect(simulator.sheet).toEqual([]);
    simulator.troubles.clear();
    expect(await printer.status(never)).toEqual(ok({ state: 'idle', detail: '' }));
  });

  it('that runs out of paper in the middle has not printed', async () => {
    const { host, device } = wirePair();
    const simulator = new EscposSimulator(device);
    simulator.paperRows = 10;
    expect(await printerOn(host).print(job, never)).toMatchObject({ ok: false, error: { code: 'printer.attention', detail: { reason: 'media-empty' } } });
    expect(simulator.sheet).toHaveLength(10);
  });

  it('that answers nothing is offline, or "sent" where that is known of it', async () => {
    const { host, device } = wirePair();
    new EscposSimulator(device).mute = true;
    expect(await printerOn(host).status(never)).toEqual(ok({ state: 'offline', detail: '' }));
    expect(await printerOn(host, 40, false).print(job, never)).toEqual(ok('sent'));
  });

  it('that is pulled out while it prints is offline; cancelled is cancelled', async () => {
    const pulled = wirePair();
    const printing = printerOn(pulled.host).print(job, never);
    pulled.unplug();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'printer.offline' } });
    const stop = new AbortController();
    const cancelled = printerOn(wirePair().host).print(job, stop.signal);
    stop.abort();
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
  });
});

describe('over TCP', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  it('prints a long receipt and says so', async () => {
    const simulators: EscposSimulator[] = [];
    const server = createServer((socket) => void simulators.push(new EscposSimulator(streamTransport(socket))));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const wire = await connectTcp({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, never);
    if (!wire.ok) throw wire.error;
    const printer = printerOn(wire.value, 1_000);
    expect(await printer.print(job, never)).toEqual(ok('printed'));
    expect([simulators[0]?.sheet.length, simulators[0]?.widthBytes, simulators[0]?.cuts]).toEqual([1_000, 3, 1]);
    await printer.close();
    expect(await printer.closed).toBe('closed');
  });

  it('nobody there is unplugged', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await connectTcp({ host: '127.0.0.1', port }, never)).toMatchObject({ ok: false, error: { code: 'device.unplugged' } });
  });
});
