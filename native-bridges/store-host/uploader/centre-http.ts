import type { z } from 'zod';
import { AppError } from '../../../electron/core/errors/app-error.ts';

const TIMEOUT_MS = 15_000;

export type CentreRequest = {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
};

/**
 * One small request to the centre.
 * @returns the parsed reply, or undefined for 404
 * @throws {AppError} outbox.offline, outbox.server (`retryAfterMs` where the centre said it), outbox.bad-reply
 */
export async function askCentre<S extends z.ZodType>(centreUrl: string, request: CentreRequest, schema: S): Promise<z.infer<S> | undefined> {
  const signals = [AbortSignal.timeout(TIMEOUT_MS), ...(request.signal === undefined ? [] : [request.signal])];
  let response: Response;
  let body: string;
  try {
    response = await fetch(new URL(request.path, centreUrl), {
      method: request.method ?? 'GET', signal: AbortSignal.any(signals), redirect: 'error',
      ...(request.body === undefined ? {} : { body: request.body, headers: { 'content-type': request.contentType ?? 'application/octet-stream' } }),
    });
    body = await response.text();
  } catch (error) {
    throw new AppError('outbox.offline', {}, { cause: error });
  }
  if (response.status === 404) return undefined;
  if (!response.ok) throw serverError(response.status, response.headers.get('retry-after') ?? undefined);
  const parsed = schema.safeParse(parseJson(body));
  if (!parsed.success) throw new AppError('outbox.bad-reply');
  return parsed.data;
}

/** A reply that is neither success nor 404: busy or broken centres are tried again, and so is what we don't understand. */
export function serverError(status: number, retryAfter: string | undefined, nowMs = Date.now()): AppError {
  if (status < 500 && status !== 429 && status !== 423) return new AppError('outbox.bad-reply', { status });
  const retryAfterMs = parseRetryAfter(retryAfter, nowMs);
  return new AppError('outbox.server', { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3); undefined where it is neither. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
