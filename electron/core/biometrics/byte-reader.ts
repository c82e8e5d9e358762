import { CodecFault, type CodecErrorCode } from './codec-error.ts';

/** Big-endian reader over untrusted bytes: every read past the end is a `CodecFault` with the offset. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #truncated: CodecErrorCode;
  /** Exclusive end, so that a reader can be confined to one record. */
  readonly end: number;
  offset: number;

  constructor(bytes: Uint8Array, truncated: CodecErrorCode, range: { readonly start: number; readonly end: number } = { start: 0, end: bytes.length }) {
    this.bytes = bytes;
    this.#truncated = truncated;
    this.offset = range.start;
    this.end = range.end;
  }

  get remaining(): number {
    return this.end - this.offset;
  }

  #need(count: number): void {
    if (count > this.end - this.offset) throw new CodecFault(this.#truncated, this.offset, `needs ${count} more bytes, ${this.end - this.offset} left`);
  }

  u8(): number {
    this.#need(1);
    return this.bytes[this.offset++]!;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  u16(): number {
    return this.uint(2);
  }

  u32(): number {
    return this.uint(4);
  }

  /** Unsigned integer of 1..6 bytes (48 bits is what the oldest ISO headers use). */
  uint(byteCount: number): number {
    this.#need(byteCount);
    let value = 0;
    for (let i = 0; i < byteCount; i++) value = value * 256 + this.bytes[this.offset + i]!;
    this.offset += byteCount;
    return value;
  }

  /** A view, not a copy. */
  take(count: number): Uint8Array {
    this.#need(count);
    const view = this.bytes.subarray(this.offset, this.offset + count);
    this.offset += count;
    return view;
  }
}
