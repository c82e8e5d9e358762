import type { z } from 'zod';
import type { FaceRequest, NgspRequest } from '../../../electron/contract/ngsp.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';

const TIMEOUT_MS = 5_000;
const MAX_REPLY_BYTES = 1_000_000;

/** The number of the request; an answer to another one is none. */
type Numbered = { readonly MaYeuCau: string };
type Asked<R> = { readonly body: NgspRequest | FaceRequest; readonly reply: z.ZodType<R>; readonly signal: AbortSignal };

/** One question to the population gateway. @throws {AppError} population.offline, .timeout, .overloaded, .refused, .bad-reply */
export async function askGateway<R extends Numbered>(url: URL, { body, reply, signal }: Asked<R>): Promise<R> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.any([signal, timeout]), redirect: 'error',
    });
    if (!response.ok) throw refusal(response);
    const parsed = reply.safeParse(parseJson(await readText(response)));
    if (!parsed.success || parsed.data.MaYeuCau !== body.MaYeuCau) throw new AppError('population.bad-reply');
    return parsed.data;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (timeout.aborted) throw new AppError('population.timeout', { afterMs: TIMEOUT_MS });
    // fetch rejects with TypeError for want of a connection, and when the connection breaks
    throw new AppError('population.offline', {}, { cause: error });
  }
}

function refusal({ status, headers }: Response): AppError {
  if (status !== 429 && status < 500) return new AppError('population.refused', { status });
  const seconds = Number(headers.get('retry-after'));
  return new AppError('population.overloaded', { status, ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {}) });
}

/** @throws {AppError} population.bad-reply where the reply is longer than any honest one */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MAX_REPLY_BYTES) throw new AppError('population.bad-reply', { why: 'too long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
