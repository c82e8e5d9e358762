/** Bits one behind the other into bytes that grow; after a byte of ones comes a zero. Source: ITU-T T.81, F.1.2.3. */
export class BitWriter {
  bytes: Uint8Array<ArrayBuffer>;
  at = 0;
  held = 0;
  count = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes sure that so many bytes have room. */
  reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * this.bytes.length + more);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** @param length at most 16 */
  bits(value: number, length: number): void {
    this.held = (this.held << length) | value;
    this.count += length;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = (this.held >>> this.count) & 0xff;
      this.bytes[this.at++] = byte;
      if (byte === 0xff) this.bytes[this.at++] = 0;
    }
  }

  /** Fills the last byte with ones. */
  flush(): void {
    if (this.count > 0) this.bits((1 << (8 - this.count)) - 1, 8 - this.count);
  }

  put(bytes: readonly number[] | Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
}
