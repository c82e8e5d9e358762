import { joinBytes } from '../../electron/core/bytes/join-bytes.ts';
import { latin1Text, utf8Bytes } from './text-bytes.ts';

/**
 * The little of HTTP/1.x that SBI uses: one message a connection, a head and a body by Content-Length or to the end.
 * Written out because Node's server refuses SBI's verbs (HPE_INVALID_METHOD), and because services in the field count
 * Content-Length in characters instead of bytes. Source: RFC 9112; MOSIP "MDS specification" 0.9.5.
 */
export type HttpHead = { readonly start: string; readonly headers: ReadonlyMap<string, string> };
export type HttpFault = 'head-too-long' | 'not-http' | 'bad-length' | 'body-too-long' | 'cut';

/** No SBI service sends a head of more than a few hundred bytes. */
const MAX_HEAD_BYTES = 16_384;
/** Four fingers with images, twice in base64, stay under 8 MB. */
export const MAX_BODY_BYTES = 32_000_000;
const MAX_LENGTH_DIGITS = 10;
const MAX_PIECES = 512;

type MessageOptions = { readonly verb: string; readonly port: number; readonly path: string; readonly body: string };

/** One request as one block of bytes: services read once and take what came as the whole. */
export function encodeRequest({ verb, port, path, body }: MessageOptions): Uint8Array {
  const bytes = utf8Bytes(body);
  const head = `${verb} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nEXT: Tram Can Cuoc\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n\r\n`;
  return joinBytes([utf8Bytes(head), bytes]);
}

export function encodeAnswer(body: string, status = '200 OK'): Uint8Array {
  const bytes = utf8Bytes(body);
  const head = `HTTP/1.1 ${status}\r\nCACHE-CONTROL:no-store\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\nConnection: Closed\r\n\r\n`;
  return joinBytes([utf8Bytes(head), bytes]);
}

/** Header lines by lower-case name; a line without a colon is skipped, the first of equal names holds. */
export function parseHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** Whole number of a Content-Length, undefined where there is none, NaN where it is nonsense. */
export function contentLength(headers: ReadonlyMap<string, string>): number | undefined {
  const text = headers.get('content-length');
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) && text.length <= MAX_LENGTH_DIGITS ? Number(text) : Number.NaN;
}

/** Index after the empty line that ends a head, or -1. Bare line feeds are taken too. */
export function endOfHead(bytes: Uint8Array, from = 0): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== 0x0a) continue;
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return -1;
}

/** Gathers one message from the pieces in which it arrives. Holds at most a head and `maxBodyBytes`. */
export class HttpMessage {
  readonly #maxBodyBytes: number;
  readonly #isStart: RegExp;
  #headBytes: Uint8Array = new Uint8Array(0);
  #head: HttpHead | undefined;
  #declared: number | undefined;
  #body: Uint8Array[] = [];
  #length = 0;
  #fault: HttpFault | undefined;

  constructor(kind: 'request' | 'answer', maxBodyBytes = MAX_BODY_BYTES) {
    this.#maxBodyBytes = maxBodyBytes;
    this.#isStart = kind === 'answer' ? /^HTTP\/1\.[01] \d{3}/ : /^[A-Z]{3,16} \S{1,200} HTTP\/1\.[01]$/;
  }

  get head(): HttpHead | undefined {
    return this.#head;
  }

  get fault(): HttpFault | undefined {
    return this.#fault;
  }

  /** True once as many bytes came as were declared; more may follow. */
  get filled(): boolean {
    return this.#head !== undefined && this.#declared !== undefined && this.#length >= this.#declared;
  }

  /** What came after the head so far, beyond the declared length too. */
  get body(): Uint8Array {
    const whole = this.#body.length === 1 ? this.#body[0]! : joinBytes(this.#body);
    this.#body = [whole];
    return whole;
  }

  push(bytes: Uint8Array): void {
    if (this.#fault !== undefined) return;
    if (this.#head !== undefined) return this.#take(bytes);
    this.#headBytes = joinBytes([this.#headBytes, bytes]);
    const end = endOfHead(this.#headBytes);
    if (end < 0) return this.#headBytes.length > MAX_HEAD_BYTES ? this.#fail('head-too-long') : undefined;
    if (end > MAX_HEAD_BYTES) return this.#fail('head-too-long');
    const rest = this.#headBytes.slice(end);
    const [start = '', ...lines] = latin1Text(this.#headBytes.subarray(0, end)).split(/\r?\n/);
    this.#headBytes = new Uint8Array(0);
    if (!this.#isStart.test(start)) return this.#fail('not-http');
    const headers = parseHeaders(lines);
    this.#declared = contentLength(headers);
    if (Number.isNaN(this.#declared)) return this.#fail('bad-length');
    if ((this.#declared ?? 0) > this.#maxBodyBytes) return this.#fail('body-too-long');
    this.#head = { start, headers };
    this.#take(rest);
  }

  /** The connection ended. Without a declared length that is the message's end, else it may be cut short. */
  end(): void {
    if (this.#fault !== undefined) return;
    if (this.#head === undefined || (this.#declared !== undefined && this.#length < this.#declared)) this.#fail('cut');
  }

  #take(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    if (this.#length > this.#maxBodyBytes) return this.#fail('body-too-long');
    this.#body.push(bytes.slice());
    // Bytes may drip in one by one: few long pieces instead of millions of short ones.
    if (this.#body.length > MAX_PIECES) this.#body = [joinBytes(this.#body)];
  }

  #fail(fault: HttpFault): void {
    this.#fault = fault;
    this.#body = [];
    this.#headBytes = new Uint8Array(0);
  }
}
