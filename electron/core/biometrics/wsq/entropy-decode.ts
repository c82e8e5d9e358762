import { CodecFault } from '../codec-error.ts';
import { MARKER } from './markers.ts';
import { MAX_CODE_BITS, type DecodeLookup } from './huffman.ts';
import { SYMBOL } from './symbols.ts';

/** Coefficients decoded so far, in subband order. */
export type CoefficientSink = { readonly values: Int16Array; count: number };

/**
 * Reads one block's entropy data from `offset` up to the next marker that is not a restart.
 * A restart marker starts on a whole byte: the bits left before it are padding.
 * Result: the offset of that marker.
 */
export function decodeBlock(bytes: Uint8Array, offset: number, lookup: DecodeLookup, sink: CoefficientSink): number {
  let at = offset;
  let restarts = 0;
  for (;;) {
    const segment = unstuff(bytes, at);
    const before = sink.count;
    decodeSegment(segment.data, at, lookup, sink);
    const marker = (0xff << 8) | (bytes[segment.markerAt + 1] ?? 0);
    if (marker < MARKER.restart0 || marker > MARKER.restart7) return segment.markerAt;
    if (marker !== MARKER.restart0 + (restarts++ % 8)) throw new CodecFault('wsq.bad-entropy-data', segment.markerAt, 'restart markers out of order');
    if (sink.count === before) throw new CodecFault('wsq.bad-entropy-data', at, 'restart interval without coefficients');
    at = segment.markerAt + 2;
  }
}

/** Takes out the 00 after every FF. `markerAt` is the FF before a marker code (fill bytes FF skipped). */
function unstuff(bytes: Uint8Array, offset: number): { readonly data: Uint8Array; readonly markerAt: number } {
  const end = findMarker(bytes, offset);
  const data = new Uint8Array(end - offset);
  let length = 0;
  for (let i = offset; i < end; i++) {
    data[length++] = bytes[i]!;
    if (bytes[i] === 0xff) i++;
  }
  let markerAt = end;
  while (bytes[markerAt + 1] === 0xff) markerAt++;
  if (markerAt + 1 >= bytes.length) throw new CodecFault('wsq.truncated', bytes.length, 'no marker after the entropy data');
  return { data: data.subarray(0, length), markerAt };
}

function findMarker(bytes: Uint8Array, offset: number): number {
  let at = offset;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new CodecFault('wsq.truncated', bytes.length, 'no marker after the entropy data');
    if (bytes[at + 1] !== 0x00) return at;
    at += 2;
  }
}

/** The next bits of a segment; past its end it reads ones, as padding does. */
class BitSource {
  readonly #data: Uint8Array;
  #at = 0;
  #held = 0;
  #heldBits = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  get bitsLeft(): number {
    return this.#heldBits + 8 * (this.#data.length - this.#at);
  }

  get bytesRead(): number {
    return this.#at;
  }

  peek16(): number {
    while (this.#heldBits < MAX_CODE_BITS) {
      this.#held = ((this.#held << 8) | (this.#at < this.#data.length ? this.#data[this.#at]! : 0xff)) & 0xffffff;
      this.#at++;
      this.#heldBits += 8;
    }
    return (this.#held >>> (this.#heldBits - MAX_CODE_BITS)) & 0xffff;
  }

  skip(bits: number): void {
    this.#heldBits -= bits;
  }

  /** 8 or 16 bits. */
  take(bits: number): number {
    const value = this.peek16() >>> (MAX_CODE_BITS - bits);
    this.#heldBits -= bits;
    return value;
  }
}

function decodeSegment(data: Uint8Array, offsetBytes: number, lookup: DecodeLookup, sink: CoefficientSink): void {
  const source = new BitSource(data);
  const { values } = sink;
  let count = sink.count;
  const fail = (reason: string): never => {
    throw new CodecFault('wsq.bad-entropy-data', offsetBytes + source.bytesRead, reason);
  };
  for (;;) {
    const left = source.bitsLeft;
    if (left <= 0) break;
    const ahead = source.peek16();
    const entry = lookup[ahead]!;
    const length = entry & 0xff;
    if (length === 0 || length > left) {
      if (left < 8 && ahead === 0xffff) break;
      fail('no such code');
    }
    source.skip(length);
    const symbol = entry >>> 8;
    if (symbol >= SYMBOL.firstValue && symbol <= SYMBOL.lastValue) {
      if (count >= values.length) fail('more coefficients than the image has');
      values[count++] = symbol - SYMBOL.valueZero;
      continue;
    }
    count = decodeEscape(symbol, count, source, values) ?? fail('run or escape that does not fit');
    if (source.bitsLeft < 0) fail('ends inside an escape');
  }
  sink.count = count;
}

/** Runs of zeros and coefficients outside -73..74; undefined when the symbol is not in the alphabet or passes the end. */
function decodeEscape(symbol: number, count: number, source: BitSource, values: Int16Array): number | undefined {
  if (symbol === 0 || symbol > SYMBOL.lastValue) return undefined;
  if (symbol === SYMBOL.run8 || symbol === SYMBOL.run16 || symbol <= SYMBOL.longestShortRun) {
    const run = symbol <= SYMBOL.longestShortRun ? symbol : source.take(symbol === SYMBOL.run8 ? 8 : 16);
    return count + run <= values.length ? count + run : undefined;
  }
  if (count >= values.length) return undefined;
  const magnitude = source.take(symbol <= SYMBOL.negative8 ? 8 : 16);
  values[count] = symbol === SYMBOL.positive8 || symbol === SYMBOL.positive16 ? magnitude : -magnitude;
  return count + 1;
}
