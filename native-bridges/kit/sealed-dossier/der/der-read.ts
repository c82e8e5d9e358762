import { lengthOctets } from './der-write.ts';

/** The bytes are not the DER they should be; `offset` counts from the start of the outermost buffer. */
export class DerFailure extends Error {
  override readonly name = 'DerFailure';
  readonly offset: number;

  constructor(offset: number, expected: string) {
    super(`expected ${expected} at ${offset}`);
    this.offset = offset;
  }
}

export type Tlv = { readonly tag: number; /** of the tag octet */ readonly offset: number; /** tag, length and content */ readonly whole: Buffer; readonly content: Buffer };

/**
 * Walks one level of a DER structure. Strict: definite minimal lengths, one-octet tags, nothing past the end.
 * Lengths are checked before a byte is touched, so that no input can make it allocate or run away.
 */
export class DerReader {
  readonly #bytes: Buffer;
  /** where this level begins in the outermost buffer */
  readonly #base: number;
  #at = 0;

  constructor(bytes: Uint8Array, base = 0) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#base = base;
  }

  get offset(): number {
    return this.#base + this.#at;
  }

  /** The next tag, or undefined at the end of the level. */
  peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** @throws {DerFailure} where another tag stands, or the length is not DER, or the content is cut short */
  read(tag: number, what: string): Tlv {
    const offset = this.offset;
    if (this.#bytes[this.#at] !== tag) throw new DerFailure(offset, what);
    const first = this.#bytes[this.#at + 1];
    if (first === undefined) throw new DerFailure(offset + 1, `length of ${what}`);
    const lengthSize = first < 0x80 ? 1 : 1 + (first & 0x7f);
    const start = this.#at + 1 + lengthSize;
    if (first === 0x80 || lengthSize > 5 || start > this.#bytes.length) throw new DerFailure(offset + 1, `length of ${what}`);
    const length = first < 0x80 ? first : this.#bytes.readUIntBE(this.#at + 2, lengthSize - 1);
    if (lengthOctets(length).length !== lengthSize) throw new DerFailure(offset + 1, `shortest length of ${what}`);
    if (start + length > this.#bytes.length) throw new DerFailure(offset, `whole ${what}`);
    const whole = this.#bytes.subarray(this.#at, start + length);
    this.#at = start + length;
    return { tag, offset, whole, content: whole.subarray(start - (offset - this.#base)) };
  }

  /** Steps into the next structure. */
  enter(tag: number, what: string): DerReader {
    const inner = this.read(tag, what);
    return new DerReader(inner.content, inner.offset + inner.whole.length - inner.content.length);
  }

  /** Reads the next structure and demands exactly these bytes: for fields that the format fixes. */
  expect(whole: Uint8Array, what: string): void {
    const offset = this.offset;
    if (!this.#bytes.subarray(this.#at, this.#at + whole.length).equals(whole)) throw new DerFailure(offset, what);
    this.#at += whole.length;
  }

  end(what: string): void {
    if (this.#at !== this.#bytes.length) throw new DerFailure(this.offset, `end of ${what}`);
  }
}
