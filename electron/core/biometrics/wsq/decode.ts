import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import type { GrayImage } from '../image/gray-image.ts';
import { parseNistComment, ppiOf, type NistComment } from './comment.ts';
import { decodeBlock, type CoefficientSink } from './entropy-decode.ts';
import { isOdd97, type FilterBank } from './filter-bank.ts';
import { buildDecodeLookup, type HuffmanTable } from './huffman.ts';
import { denormalise } from './levels.ts';
import { MARKER, MAX_UNUSUAL_WORK } from './markers.ts';
import { coefficientCount, dequantize, type Quantization } from './quantization.ts';
import { readBlockHeader, readComment, readFrame, readHuffmanTables, readQuantizationTable, readTransformTable, type Frame } from './segments.ts';
import { layOutSubbands } from './subbands.ts';
import { reconstruct } from './transform.ts';
import { openWorkspace } from './workspace.ts';

export type WsqImage = GrayImage & {
  readonly frame: Frame;
  /** The first NIST_COM comment, when there is one. */
  readonly comment: NistComment | undefined;
  readonly blocks: number;
  readonly filters: FilterBank;
};

/** What counters and most scanners use, taken when the file says nothing. */
const USUAL_PPI = 500;
/** Files have 3; each costs a decoding table, so their number is bounded. */
const MAX_BLOCKS = 64;

/** Everything a file has said so far. Tables may be redefined between blocks. */
type State = {
  frame: Frame | undefined;
  filters: FilterBank | undefined;
  quantization: Quantization | undefined;
  comment: NistComment | undefined;
  sink: CoefficientSink | undefined;
  blocks: number;
  readonly huffman: Map<number, HuffmanTable>;
};

/**
 * Decodes a WSQ file: 9/7 and any other filters, restart markers, tables in any order and number.
 * Errors: `wsq.*` with the offset; never throws for what the bytes say. Memory: at most 11 bytes a pixel of at most 12 Mpx.
 * Source: IAFIS-IC-0110 v3.1.
 */
export function decodeWsq(bytes: Uint8Array, how: 'fastest' | 'plain' = 'fastest'): Result<WsqImage, CodecError> {
  return attempt(() => {
    const state: State = { frame: undefined, filters: undefined, quantization: undefined, comment: undefined, sink: undefined, blocks: 0, huffman: new Map() };
    const reader = new ByteReader(bytes, 'wsq.truncated');
    if (reader.u16() !== MARKER.startOfImage) throw new CodecFault('wsq.bad-marker', 0, 'not a WSQ file');
    while (readSegment(reader, state));
    return rebuild(state, reader.offset, how);
  });
}

/** Reads one marker and what belongs to it; false at the end of the image. */
function readSegment(reader: ByteReader, state: State): boolean {
  const at = reader.offset;
  let marker = reader.u16();
  while (marker === 0xffff) marker = 0xff00 | reader.u8(); // fill bytes
  switch (marker) {
    case MARKER.endOfImage: return false;
    case MARKER.comment: {
      const text = readComment(reader);
      state.comment ??= parseNistComment(text);
      break;
    }
    case MARKER.transformTable: state.filters = readTransformTable(reader); break;
    case MARKER.quantizationTable:
      if (state.sink !== undefined) throw new CodecFault('wsq.bad-quantization-table', at, 'second table after coefficients began');
      state.quantization = readQuantizationTable(reader);
      break;
    case MARKER.huffmanTable: readHuffmanTables(reader, state.huffman); break;
    case MARKER.restartInterval: reader.take(reader.u16() === 4 ? 2 : Infinity); break;
    case MARKER.startOfFrame:
      if (state.frame !== undefined) throw new CodecFault('wsq.bad-frame', at, 'second frame');
      state.frame = readFrame(reader);
      break;
    case MARKER.startOfBlock: readBlock(reader, state); break;
    default: throw new CodecFault('wsq.bad-marker', at, `marker ${marker.toString(16)}`);
  }
  return true;
}

function readBlock(reader: ByteReader, state: State): void {
  const at = reader.offset;
  if (++state.blocks > MAX_BLOCKS) throw new CodecFault('wsq.bad-block', at, 'more blocks than subbands');
  const table = state.huffman.get(readBlockHeader(reader));
  if (state.frame === undefined || state.quantization === undefined) throw new CodecFault('wsq.missing-table', at, 'block before frame or quantization table');
  if (table === undefined) throw new CodecFault('wsq.missing-table', at, 'block names an unknown Huffman table');
  const { bands } = layOutSubbands(state.frame.widthPx, state.frame.heightPx);
  state.sink ??= { values: new Int16Array(coefficientCount(bands, state.quantization)), count: 0 };
  reader.offset = decodeBlock(reader.bytes, reader.offset, buildDecodeLookup(table, at), state.sink);
}

function rebuild(state: State, offsetBytes: number, how: 'fastest' | 'plain'): WsqImage {
  const { frame, filters, quantization, sink } = state;
  if (frame === undefined || filters === undefined || quantization === undefined) throw new CodecFault('wsq.missing-table', offsetBytes, 'frame or table missing');
  if (sink === undefined || sink.count !== sink.values.length) throw new CodecFault('wsq.coefficient-count', offsetBytes, 'coefficients missing');
  const { widthPx, heightPx } = frame;
  if (!isOdd97(filters) && widthPx * heightPx * (filters.lowLength + filters.highLength) > MAX_UNUSUAL_WORK) throw new CodecFault('wsq.unsupported-image', offsetBytes, 'too large for unusual filters');
  const { bands, nodes } = layOutSubbands(widthPx, heightPx);
  const workspace = openWorkspace(widthPx, heightPx, how);
  dequantize(sink.values, workspace.plane, bands, quantization);
  reconstruct(workspace, nodes, filters);
  const pixels = denormalise(workspace, frame);
  return { widthPx, heightPx, pixels, ppi: ppiOf(state.comment) ?? USUAL_PPI, frame, comment: state.comment, blocks: state.blocks, filters };
}
