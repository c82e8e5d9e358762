import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SbiSimulator, type SimulatorParts } from '../../drivers/sbi/simulator.ts';
import { streamTransport } from '../../native-bridges/transports/stream-transport.ts';
import { systemClock } from '../../native-bridges/device-host/system-clock.ts';
import { makeSbiPki, type SbiPki } from './sbi-pki.ts';

export type SbiServer = { readonly port: number; readonly simulator: SbiSimulator; readonly pki: SbiPki; close(): Promise<void> };
/** `pki` puts the same device back after it was stopped; without it each start is another one. */
type Options = { readonly port: number; readonly pki?: SbiPki } & Pick<SimulatorParts, 'version' | 'serialNo' | 'finger' | 'jpeg' | 'captureMs'>;

/** A simulated SBI service on 127.0.0.1. Port 0 takes any free one. Errors: rejects where the port is taken. */
export async function startSbiServer(options: Options): Promise<SbiServer> {
  const pki = options.pki ?? makeSbiPki();
  const sockets = new Set<Socket>();
  let simulator: SbiSimulator | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void simulator?.serve(streamTransport(socket, async () => void socket.destroySoon()));
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  simulator = new SbiSimulator({ ...options, port, clock: systemClock, sign: pki.sign });
  return {
    port, simulator, pki,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
  };
}

const listen = (server: Server, port: number): Promise<void> => new Promise((resolve, reject) => {
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject);
    resolve();
  });
});
