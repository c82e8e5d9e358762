import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { Transport } from '../contract/driver.ts';
import { HttpMessage, encodeRequest } from './http-message.ts';
import { parseJson, utf8Text } from './text-bytes.ts';

/** A connection to a port of this machine. Refused is `device.unplugged`: no service runs there. */
export type Connect = (port: number, signal: AbortSignal) => Promise<Result<Transport, AppError>>;
export type SbiCall = { readonly port: number; readonly verb: string; readonly path: string; readonly body: string };

const DRIVER = 'sbi';
const failed = (code: 'device.cancelled' | 'device.bad-frame', why: string): Result<never, AppError> => err(new AppError(code, { driver: DRIVER, why }));

/** One call and its JSON. Aborting yields `device.cancelled`; what is no JSON answer yields `device.bad-frame`. */
export async function exchange(connect: Connect, call: SbiCall, signal: AbortSignal): Promise<Result<unknown, AppError>> {
  const connected = await connect(call.port, signal);
  if (!connected.ok) return connected;
  const wire = connected.value;
  const message = new HttpMessage('answer');
  const { promise, resolve } = Promise.withResolvers<Result<unknown, AppError>>();
  let json: unknown;
  const stop = wire.onData((bytes) => {
    message.push(bytes);
    if (message.fault !== undefined) return resolve(failed('device.bad-frame', message.fault));
    if (!message.filled) return;
    // Some services count characters instead of bytes: when the declared part is no JSON, the rest is waited for.
    json = parseJson(utf8Text(message.body));
    if (json !== undefined) resolve(ok(json));
  });
  const onAbort = (): void => resolve(failed('device.cancelled', 'stopped'));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  void wire.closed.then(() => {
    message.end();
    json ??= parseJson(utf8Text(message.body));
    resolve(message.head !== undefined && json !== undefined ? ok(json) : failed('device.bad-frame', message.fault ?? 'not-json'));
  });
  // A wire that breaks while it is written to says so by closing.
  await wire.write(encodeRequest(call)).catch(() => undefined);
  const answer = await promise;
  stop();
  signal.removeEventListener('abort', onAbort);
  await wire[Symbol.asyncDispose]();
  return answer;
}
