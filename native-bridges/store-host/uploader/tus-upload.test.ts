import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { uploadByTus, type TusUpload } from './tus-upload.ts';

let server: Server;
const sockets = new Set<Socket>();

/** A far end that says exactly what it is told to, at the first byte of each connection. */
async function farEnd(speak: (socket: Socket) => void): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => speak(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
});

const upload = (centreUrl: string, change: Partial<TusUpload> = {}): Promise<void> =>
  uploadByTus({ centreUrl, bytes: Buffer.alloc(10), sealSha256: '0'.repeat(64), resumePath: undefined, signal: new AbortController().signal, onPath: () => undefined, onKept: () => undefined, ...change });
const answer = (head: string, body = ''): string => `HTTP/1.1 ${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

describe('a far end that misbehaves', () => {
  it('is given up when no byte moves', async () => {
    await expect(upload(await farEnd(() => undefined), { stallMs: 50 })).rejects.toMatchObject({ code: 'outbox.offline', detail: { why: 'stalled' } });
  });

  it('is offline when it hangs up in the middle of a response', async () => {
    await expect(upload(await farEnd((socket) => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\nhalf')))).rejects.toMatchObject({ code: 'outbox.offline' });
  });

  it('is offline when it speaks another language', async () => {
    await expect(upload(await farEnd((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')))).rejects.toMatchObject({ code: 'outbox.offline' });
  });

  it('is busy for as long as it says, in seconds or until a date', async () => {
    await expect(upload(await farEnd((socket) => socket.end(answer('429 Too Many Requests\r\nRetry-After: 7'))))).rejects.toMatchObject({ code: 'outbox.server', detail: { status: 429, retryAfterMs: 7_000 } });
  });

  it('may not send the upload elsewhere', async () => {
    const paths: string[] = [];
    const url = await farEnd((socket) => socket.write(answer('201 Created\r\nTus-Resumable: 1.0.0\r\nLocation: http://127.0.0.2:9/intake/files/x')));
    await expect(upload(url, { onPath: (path) => void paths.push(path) })).rejects.toMatchObject({ code: 'outbox.bad-reply', detail: { why: 'another origin' } });
    expect(paths).toEqual([]);
  });

  it('is let go when the station stops', async () => {
    const stop = new AbortController();
    const pending = upload(await farEnd(() => stop.abort(new Error('stopping'))), { signal: stop.signal });
    await expect(pending).rejects.toThrow('stopping');
  });
});
