import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MODULE = join(import.meta.dirname, '../../native-bridges/kit/inherited-descriptors.ts');

it('a child lets go of sockets and files that it inherited by accident, and keeps its channel', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new (await import('node:net')).Socket().connect(address.port, '127.0.0.1');
  const [socket] = await accepted;
  const file = openSync(MODULE, 'r');
  // Handed over at places 4 and 5, as Chromium's are: the child was never told of them.
  const program = `
    const { closeInheritedDescriptors } = await import(${JSON.stringify(MODULE)});
    const { readlinkSync } = await import('node:fs');
    const target = (fd) => { try { return readlinkSync('/proc/self/fd/' + fd); } catch { return 'closed'; } };
    const before = [target(4), target(5)].map((at) => at.split(':')[0]);
    closeInheritedDescriptors();
    process.send({ before, after: [target(4), target(5)] });
    process.on('message', () => process.exit(0));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc', socket, file] });
  const [answer] = await once(child, 'message') as [{ before: string[]; after: string[] }];
  expect(answer).toEqual({ before: ['socket', MODULE], after: ['closed', 'closed'] });

  // Nobody else holds the connection now: its end is noticed at the other side.
  const ended = once(client, 'close');
  client.resume();
  socket.destroy();
  await ended;
  child.send('done');
  expect(await once(child, 'exit')).toEqual([0, null]);
  closeSync(file);
  server.close();
});
