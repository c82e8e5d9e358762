import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/** Small enough that a thin line shows progress every few seconds. */
const SLICE_BYTES = 16 * 1024;

/**
 * HTTP for tus-js-client. Its own Node stack parses addresses with the deprecated `url.parse` and waits for ever when the
 * link is cut in the middle of a response; here every request settles.
 */
export class TusHttpStack implements HttpStack {
  createRequest(method: string, url: string): HttpRequest {
    return new TusRequest(method, new URL(url));
  }

  getName(): string {
    return 'TusHttpStack';
  }
}

class TusRequest implements HttpRequest {
  readonly #method: string;
  readonly #url: URL;
  readonly #headers: Record<string, string> = {};
  #request: ClientRequest | undefined;
  #onProgress: (sentBytes: number) => void = () => undefined;

  constructor(method: string, url: URL) {
    this.#method = method;
    this.#url = url;
  }

  getMethod(): string {
    return this.#method;
  }

  getURL(): string {
    return this.#url.href;
  }

  setHeader(header: string, value: string): void {
    this.#headers[header] = value;
  }

  getHeader(header: string): string | undefined {
    return this.#headers[header];
  }

  setProgressHandler(handler: (sentBytes: number) => void): void {
    this.#onProgress = handler;
  }

  async send(body: Uint8Array | null | undefined): Promise<HttpResponse> {
    const length = body?.length ?? 0;
    const request = (this.#url.protocol === 'https:' ? requestHttps : requestHttp)(this.#url, {
      method: this.#method, headers: { ...this.#headers, ...(body === null || body === undefined ? {} : { 'content-length': length }) },
    });
    this.#request = request;
    const { promise: response, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    request.once('response', resolve);
    request.once('error', reject);
    request.once('close', () => reject(new Error('closed without a response')));
    // The server may answer before it has read everything; then the answer counts, not the broken pipe.
    pipeline(Readable.from(this.#slices(body ?? new Uint8Array())), request).catch(reject);
    const incoming = await response;
    return new TusResponse(incoming, (await buffer(incoming)).toString('utf8'));
  }

  *#slices(body: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < body.length; at += SLICE_BYTES) {
      yield body.subarray(at, at + SLICE_BYTES);
      this.#onProgress(Math.min(at + SLICE_BYTES, body.length));
    }
  }

  async abort(): Promise<void> {
    this.#request?.destroy();
  }

  getUnderlyingObject(): ClientRequest | undefined {
    return this.#request;
  }
}

class TusResponse implements HttpResponse {
  readonly #incoming: IncomingMessage;
  readonly #body: string;

  constructor(incoming: IncomingMessage, body: string) {
    this.#incoming = incoming;
    this.#body = body;
  }

  getStatus(): number {
    return this.#incoming.statusCode ?? 0;
  }

  getHeader(header: string): string | undefined {
    const value = this.#incoming.headers[header.toLowerCase()];
    return typeof value === 'string' ? value : value?.[0];
  }

  getBody(): string {
    return this.#body;
  }

  getUnderlyingObject(): IncomingMessage {
    return this.#incoming;
  }
}
