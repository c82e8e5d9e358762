import { contentLength, endOfHead, parseHeaders } from './http-message.ts';
import { joinBytes } from '../../electron/core/bytes/join-bytes.ts';
import { latin1Text } from './text-bytes.ts';

/** One part of a live stream: a picture, or the JSON that some services append when a stream ends. */
export type StreamPart = { readonly type: 'picture' | 'note'; readonly bytes: Uint8Array };
export type StreamFault = 'head-too-long' | 'no-length' | 'part-too-long' | 'cut';

const MAX_HEAD_BYTES = 4_096;
/** A JPEG of a live picture is 30 to 300 kB. */
const MAX_PART_BYTES = 4_000_000;
const MAX_PIECES = 512;

/**
 * MJPEG as SBI services send it, cut anywhere. Parts go by their Content-Length alone: the reference service declares a
 * boundary that already carries its two dashes, so a reader that keeps to multipart rules finds nothing.
 * Source: MOSIP mock MDS, SBIServiceResponse; MDS specification 0.9.5, "Device Stream".
 */
export class LiveStream {
  #pending: Uint8Array[] = [];
  #length = 0;
  /** Bytes that must be there before looking again is worth it. */
  #wanted = 1;
  #fault: StreamFault | undefined;
  #sawHead = false;

  get fault(): StreamFault | undefined {
    return this.#fault;
  }

  /** @returns the parts that these bytes complete; none after a fault */
  push(bytes: Uint8Array): StreamPart[] {
    if (this.#fault !== undefined) return [];
    this.#pending.push(bytes.slice());
    this.#length += bytes.length;
    if (this.#length < this.#wanted) {
      // Bytes may drip in one by one: few long pieces instead of millions of short ones.
      if (this.#pending.length > MAX_PIECES) this.#pending = [joinBytes(this.#pending)];
      return [];
    }
    const parts: StreamPart[] = [];
    let rest: Uint8Array = joinBytes(this.#pending);
    for (;;) {
      const next = this.#next(rest);
      if (next === undefined) break;
      if (next.part !== undefined) parts.push(next.part);
      rest = rest.subarray(next.used);
    }
    this.#pending = this.#fault === undefined ? [rest.slice()] : [];
    this.#length = this.#pending[0]?.length ?? 0;
    return parts;
  }

  /** The connection ended. @returns `clean` between two parts, else `cut` */
  end(): 'clean' | 'cut' {
    const left = joinBytes(this.#pending);
    const clean = this.#fault === undefined && this.#sawHead && /^(\s*|\s*-*\w*-*\s*)$/.test(latin1Text(left.subarray(0, 200))) && left.length < 200;
    if (!clean) this.#fault ??= 'cut';
    return clean ? 'clean' : 'cut';
  }

  #next(bytes: Uint8Array): { readonly used: number; readonly part?: StreamPart } | undefined {
    this.#wanted = bytes.length + 1;
    let start = 0;
    while (bytes[start] === 0x0d || bytes[start] === 0x0a) start++;
    const end = endOfHead(bytes, start);
    if (end < 0 || end - start > MAX_HEAD_BYTES) {
      if (bytes.length - start > MAX_HEAD_BYTES) this.#fault = 'head-too-long';
      return undefined;
    }
    const lines = latin1Text(bytes.subarray(start, end)).split(/\r?\n/);
    const headers = parseHeaders(lines);
    const length = contentLength(headers);
    const type = headers.get('content-type')?.toLowerCase() ?? '';
    // The stream's own head has no length: it announces the parts.
    if (length === undefined && type.startsWith('multipart/') && !this.#sawHead) {
      this.#sawHead = true;
      return { used: end };
    }
    if (length === undefined || Number.isNaN(length)) return void (this.#fault = 'no-length');
    if (length > MAX_PART_BYTES) return void (this.#fault = 'part-too-long');
    if (bytes.length < end + length) {
      this.#wanted = end + length;
      return undefined;
    }
    this.#sawHead = true;
    return { used: end + length, part: { type: type.startsWith('image/') ? 'picture' : 'note', bytes: bytes.slice(end, end + length) } };
  }
}
