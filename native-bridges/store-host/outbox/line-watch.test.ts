import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { LineWatch } from './line-watch.ts';

let server: Server | undefined;
let watch: LineWatch | undefined;
afterEach(() => {
  watch?.close();
  server?.closeAllConnections();
  server?.close();
});

const listen = (status: number): Promise<string> => {
  server = createServer((_request, response) => response.writeHead(status).end());
  return new Promise((resolve) => server!.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}`)));
};

/** What the watch says first when it is told to look. */
const firstWord = (url: string | undefined): Promise<boolean> =>
  new Promise((resolve) => {
    watch = new LineWatch({ centreUrl: () => url, onLine: resolve });
    watch.look();
  });

it.each([200, 503])('a centre that answers %i is reachable', async (status) => {
  expect(await firstWord(await listen(status))).toBe(true);
});

it('a centre that is gone is not', async () => {
  const url = await listen(200);
  await new Promise((closed) => server!.close(closed));
  expect(await firstWord(url)).toBe(false);
});

it('without an address there is no line', async () => {
  expect(await firstWord(undefined)).toBe(false);
});
