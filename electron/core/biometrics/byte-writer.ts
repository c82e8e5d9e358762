/** Big-endian writer that grows. Callers pass values already in range: a value too large for its field is their bug. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacityBytes = 1024) {
    this.#bytes = new Uint8Array(capacityBytes);
  }

  get length(): number {
    return this.#length;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  u8(value: number): void {
    this.uint(value, 1);
  }

  u16(value: number): void {
    this.uint(value, 2);
  }

  u32(value: number): void {
    this.uint(value, 4);
  }

  /** Unsigned, 1..6 bytes. @throws {RangeError} when the value does not fit: nothing is ever cut silently. */
  uint(value: number, byteCount: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** byteCount) throw new RangeError(`${value} does not fit ${byteCount} bytes`);
    this.#reserve(byteCount);
    let rest = value;
    for (let i = byteCount - 1; i >= 0; i--) {
      this.#bytes[this.#length + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    this.#length += byteCount;
  }

  put(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** ASCII only: used for magic words and comments. */
  ascii(text: string): void {
    this.put(Uint8Array.from(text, (character) => character.charCodeAt(0) & 0x7f));
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
