import type { ByteReader } from '../byte-reader.ts';
import { CodecFault } from '../codec-error.ts';
import { MAX_FILTER_TAPS, type FilterBank } from './filter-bank.ts';
import { MAX_CODE_BITS, type HuffmanTable } from './huffman.ts';
import { MAX_IMAGE_PIXELS } from './markers.ts';
import type { Quantization } from './quantization.ts';
import { readScaled } from './scaled-number.ts';

/** Start-of-frame: size and how samples were shifted and scaled before the transform. */
export type Frame = {
  readonly black: number;
  readonly white: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shift: number;
  readonly scale: number;
  readonly encoder: number;
  readonly software: number;
};

const MAX_HUFFMAN_TABLES = 8;

/** The reader stands after the marker; the length field is checked against what the segment really holds. */
function expectLength(reader: ByteReader, expected: number, code: 'wsq.bad-frame' | 'wsq.bad-quantization-table' | 'wsq.bad-block'): void {
  const at = reader.offset;
  if (reader.u16() !== expected) throw new CodecFault(code, at, `length is not ${expected}`);
}

export function readFrame(reader: ByteReader): Frame {
  const at = reader.offset;
  expectLength(reader, 17, 'wsq.bad-frame');
  const black = reader.u8();
  const white = reader.u8();
  const heightPx = reader.u16();
  const widthPx = reader.u16();
  const shift = readScaled(reader, 2);
  const scale = readScaled(reader, 2);
  const frame = { black, white, widthPx, heightPx, shift, scale, encoder: reader.u8(), software: reader.u16() };
  if (widthPx === 0 || heightPx === 0 || widthPx * heightPx > MAX_IMAGE_PIXELS) throw new CodecFault('wsq.bad-frame', at, 'image size not supported');
  return frame;
}

export function readTransformTable(reader: ByteReader): FilterBank {
  const at = reader.offset;
  const end = at + reader.u16();
  const lowLength = reader.u8();
  const highLength = reader.u8();
  const fits = (length: number): boolean => length >= 1 && length <= MAX_FILTER_TAPS;
  if (!fits(lowLength) || !fits(highLength) || lowLength % 2 !== highLength % 2) throw new CodecFault('wsq.bad-transform-table', at, 'filter lengths');
  const half = (length: number): number[] => Array.from({ length: Math.ceil(length / 2) }, () => {
    const negative = reader.u8() !== 0;
    const value = readScaled(reader, 4);
    return negative ? -value : value;
  });
  const bank = { lowLength, highLength, lowHalf: half(lowLength), highHalf: half(highLength) };
  if (reader.offset !== end) throw new CodecFault('wsq.bad-transform-table', at, 'length does not match the filters');
  return bank;
}

export function readQuantizationTable(reader: ByteReader): Quantization {
  expectLength(reader, 389, 'wsq.bad-quantization-table');
  const binCentre = readScaled(reader, 2);
  const bin = new Float64Array(64);
  const zero = new Float64Array(64);
  for (let band = 0; band < 64; band++) {
    bin[band] = readScaled(reader, 2);
    zero[band] = readScaled(reader, 2);
  }
  return { binCentre, bin, zero };
}

/** One segment may hold several tables; a table with a known number replaces the older one. */
export function readHuffmanTables(reader: ByteReader, tables: Map<number, HuffmanTable>): void {
  const at = reader.offset;
  const end = at + reader.u16();
  if (end <= reader.offset) throw new CodecFault('wsq.bad-huffman-table', at, 'empty segment');
  while (reader.offset < end) {
    const id = reader.u8();
    if (id >= MAX_HUFFMAN_TABLES) throw new CodecFault('wsq.bad-huffman-table', reader.offset - 1, 'table number');
    const countByLength = reader.take(MAX_CODE_BITS).slice();
    const total = countByLength.reduce((sum, count) => sum + count, 0);
    if (total > 256) throw new CodecFault('wsq.bad-huffman-table', reader.offset, 'too many codes');
    tables.set(id, { countByLength, symbols: reader.take(total).slice() });
  }
  if (reader.offset !== end) throw new CodecFault('wsq.bad-huffman-table', at, 'length does not match the tables');
}

export function readComment(reader: ByteReader): Uint8Array {
  const at = reader.offset;
  const length = reader.u16();
  if (length < 2) throw new CodecFault('wsq.bad-marker', at, 'comment length');
  return reader.take(length - 2);
}

/** Result: which Huffman table the block uses. */
export function readBlockHeader(reader: ByteReader): number {
  expectLength(reader, 3, 'wsq.bad-block');
  return reader.u8();
}
