import { request } from 'node:http';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';

export type IppEndpoint =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly path: string }
  | { readonly kind: 'socket'; readonly socketPath: string; readonly path: string };

/** A printer's answer is a few kB; more is not an answer. */
const MAX_ANSWER_BYTES = 1_000_000;
/** Silence on the line for this long = nobody is there. */
const SILENCE_MS = 10_000;

/** One IPP request as an HTTP POST (RFC 8010, 4). Never throws: no connection is `printer.offline`, an HTTP error `printer.refused`. */
export function sendIpp(endpoint: IppEndpoint, body: Uint8Array, signal: AbortSignal): Promise<Result<Uint8Array, AppError>> {
  const where = endpoint.kind === 'tcp' ? { host: endpoint.host, port: endpoint.port } : { socketPath: endpoint.socketPath };
  return new Promise((resolve) => {
    const fail = (code: 'printer.offline' | 'printer.refused', detail: Record<string, string | number> = {}): void =>
      resolve(err(signal.aborted ? new AppError('device.cancelled', { driver: 'ipp-printer' }) : new AppError(code, detail)));
    const sending = request({ ...where, path: endpoint.path, method: 'POST', headers: { 'content-type': 'application/ipp', 'content-length': body.length }, timeout: SILENCE_MS, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MAX_ANSWER_BYTES) chunks.push(chunk);
        else response.destroy(new RangeError('answer too long'));
      });
      response.on('error', () => fail('printer.refused', { why: 'answer broken off' }));
      response.on('end', () => (response.statusCode === 200 ? resolve(ok(Buffer.concat(chunks))) : fail('printer.refused', { http: response.statusCode ?? 0 })));
    });
    sending.on('timeout', () => sending.destroy(new Error('silence')));
    sending.on('error', () => fail('printer.offline'));
    sending.end(body);
  });
}
