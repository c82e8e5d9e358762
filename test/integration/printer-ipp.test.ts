import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer as createHttp, type Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ippPrinter } from '../../drivers/ipp-printer/ipp-printer.ts';
import { OPERATION, TAG, encodeRequest, type IppAttribute } from '../../drivers/ipp-printer/protocol.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { describePrinter } from '../contract/printer-device-contract.ts';
import { sendIpp } from '../../native-bridges/transports/ipp-http.ts';

const identity = { id: 'ipp-test', maker: '', model: '', serial: '', driver: 'ipp-printer', simulated: false };
const printerAt = (port: number, path = '/ipp/print') => ippPrinter({
  identity, printerUri: `ipp://localhost:${port}${path}`, clock: systemClock,
  wire: { send: (request, signal) => sendIpp({ kind: 'tcp', host: '127.0.0.1', port, path }, request, signal) },
});
const EMPTY_PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const soon = (): AbortSignal => AbortSignal.timeout(30_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program and waits until it says the words; rejects when it ends before, or is not installed (packages cups-ipp-utils, dbus). */
function whenSaying(words: string, program: string, options: readonly string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'], env });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4_000);
      if (said.includes(words)) resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
}

describe('a real IPP Everywhere printer (ippeveprinter)', () => {
  const started: ChildProcess[] = [];
  let port: number;
  let spool: string;
  beforeAll(async () => {
    [port, spool] = [await freePort(), await mkdtemp(join(tmpdir(), 'tcc-ipp-'))];
    const env = { HOME: spool, TMPDIR: spool, PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    // Even told to announce nothing, it wants a message bus to exist: it gets a private one.
    const bus = join(spool, 'bus');
    await writeFile(`${bus}.conf`, `<busconfig><type>session</type><listen>unix:path=${bus}</listen><policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>`);
    started.push(await whenSaying('unix:path', 'dbus-daemon', [`--config-file=${bus}.conf`, '--nofork', '--print-address=1'], env));
    const options = ['-v', '-r', 'off', '-k', '-d', spool, '-p', String(port), '-n', 'localhost', '-s', '60', '-f', 'application/pdf', 'Quay 2'];
    started.push(await whenSaying('printer-uri-supported', 'ippeveprinter', options, { ...env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${bus}` }));
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
  });

  describePrinter({
    name: 'ipp-printer', can: [], pdf: EMPTY_PDF,
    connect: () => ({ printer: printerAt(port), sheets: async () => (await readdir(spool, { recursive: true })).filter((name) => name.endsWith('.pdf')).length }),
  });

  it('prints: the answer comes when the job is completed, and the very bytes are there', async () => {
    expect(await printerAt(port).print({ title: 'giay-hen-1', pdf: EMPTY_PDF }, soon())).toEqual({ ok: true, value: 'printed' });
    const kept = (await readdir(spool, { recursive: true })).filter((name) => name.endsWith('giay-hen-1.pdf'));
    expect(kept).toHaveLength(1);
    expect(new Uint8Array(await readFile(join(spool, kept[0]!)))).toEqual(EMPTY_PDF);
  });
});

describe('printers that misbehave', () => {
  let server: Server | undefined;
  afterAll(() => void server?.close());
  const job = (state: number, reason: string): IppAttribute[] => [
    { tag: TAG.integer, name: 'job-id', values: [1] }, { tag: TAG.enum, name: 'job-state', values: [state] }, { tag: TAG.keyword, name: 'job-state-reasons', values: [reason] },
  ];
  /** An answer with one job group; the request encoder writes the same shape, with the status in the operation's place. */
  const answer = (requestId: number, attributes: readonly IppAttribute[], status = 0): Uint8Array => {
    const bytes = encodeRequest({ operation: status, requestId, attributes });
    const charsetEnd = encodeRequest({ operation: status, requestId, attributes: [] }).length - 1;
    return Uint8Array.from([...bytes.subarray(0, charsetEnd), TAG.job, ...bytes.subarray(charsetEnd)]);
  };
  const serveJobs = async (reply: (operation: number, requestId: number) => Uint8Array): Promise<number> => {
    server?.close();
    server = createHttp((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const body = Buffer.concat(chunks);
        response.writeHead(200, { 'content-type': 'application/ipp' }).end(reply(body.readUInt16BE(2), body.readUInt32BE(4)));
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server!.once('listening', resolve));
    return (server.address() as AddressInfo).port;
  };
  const pdf = Uint8Array.of(37, 80, 68, 70);

  it.each([
    ['aborted', 8, 'aborted-by-system', 'printer.refused'],
    ['canceled at its panel', 7, 'job-canceled-at-device', 'printer.refused'],
    ['stopped without paper', 6, 'media-empty', 'printer.attention'],
    ['held', 4, 'job-hold-until-specified', 'printer.attention'],
  ])('a job that is %s was not printed', async (_name, state, reason, code) => {
    const port = await serveJobs((operation, id) => answer(id, job(operation === OPERATION.printJob ? 3 : state, reason)));
    expect(await printerAt(port).print({ title: 'x', pdf }, soon())).toMatchObject({ ok: false, error: { code, detail: { reason } } });
  });

  it('sent is not printed: a printer that forgets its job is "sent"', async () => {
    const port = await serveJobs((_operation, id) => answer(id, []));
    expect(await printerAt(port).print({ title: 'x', pdf }, soon())).toEqual({ ok: true, value: 'sent' });
  });

  it('follows the job through its states', async () => {
    const states = [3, 5, 5, 9];
    const port = await serveJobs((operation, id) => answer(id, job(operation === OPERATION.printJob ? 3 : (states.shift() ?? 9), 'none')));
    expect(await printerAt(port).print({ title: 'x', pdf }, soon())).toEqual({ ok: true, value: 'printed' });
    expect(states).toEqual([]);
  });

  it('garbage, another request\'s answer, an IPP error, and nobody there are codes', async () => {
    const garbage = await serveJobs(() => Uint8Array.from({ length: 300 }, (_, n) => (n * 37) % 256));
    expect(await printerAt(garbage).status(soon())).toMatchObject({ ok: false, error: { code: 'printer.refused' } });
    const foreign = await serveJobs((_operation, id) => answer(id + 1, []));
    expect(await printerAt(foreign).status(soon())).toMatchObject({ ok: false, error: { code: 'printer.refused' } });
    const refusing = await serveJobs((_operation, id) => answer(id, [], 0x0403));
    expect(await printerAt(refusing).print({ title: 'x', pdf }, soon())).toMatchObject({ ok: false, error: { code: 'printer.refused', detail: { status: 0x0403 } } });
    const nobody = await freePort();
    expect(await printerAt(nobody).status(soon())).toMatchObject({ ok: true, value: { state: 'offline' } });
    expect(await printerAt(nobody).print({ title: 'x', pdf }, soon())).toMatchObject({ ok: false, error: { code: 'printer.offline' } });
  });

  it('can be cancelled while the printer keeps working', async () => {
    const stop = new AbortController();
    const port = await serveJobs((operation, id) => {
      if (operation === OPERATION.getJobAttributes) stop.abort();
      return answer(id, job(5, 'none'));
    });
    expect(await printerAt(port).print({ title: 'x', pdf }, stop.signal)).toMatchObject({ ok: false, error: { code: 'device.cancelled' } });
  });
});
