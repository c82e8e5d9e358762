import { setMaxListeners } from 'node:events';
import { connect } from 'node:net';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { Transport } from '../../drivers/contract/driver.ts';
import { streamTransport } from './stream-transport.ts';

export type TcpEndpoint = { readonly host: string; readonly port: number };

/** A connection to a device or a device's service. Nobody there is `device.unplugged`, aborted is `device.cancelled`. Never throws. */
export function connectTcp({ host, port }: TcpEndpoint, signal: AbortSignal): Promise<Result<Transport, AppError>> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(err(new AppError('device.cancelled')));
    // One search asks a hundred ports under one signal.
    setMaxListeners(0, signal);
    const socket = connect({ host, port, noDelay: true });
    const settle = (result: Result<Transport, AppError>): void => {
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      resolve(result);
    };
    const onAbort = (): void => {
      socket.destroy();
      settle(err(new AppError('device.cancelled')));
    };
    const onError = (error: NodeJS.ErrnoException): void => settle(err(new AppError('device.unplugged', { why: error.code ?? 'socket' })));
    // Stays after the connection is made: a reset is no exception of this process.
    socket.on('error', () => undefined);
    socket.once('error', onError);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => settle(ok(streamTransport(socket))));
  });
}
