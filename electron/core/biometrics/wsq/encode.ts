import type { Result } from '../../result/result.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import type { GrayImage } from '../image/gray-image.ts';
import { formatNistComment } from './comment.ts';
import { normalise } from './levels.ts';
import { encodeTokens, tokenise, type TokenList } from './entropy-encode.ts';
import { ODD_9_7, type FilterBank } from './filter-bank.ts';
import { buildEncodeTable, buildHuffmanTable, type HuffmanTable } from './huffman.ts';
import { MARKER, MAX_IMAGE_PIXELS, MIN_ENCODED_SIDE_PX } from './markers.ts';
import { allocateBits, quantize, subbandVariances } from './quantization.ts';
import { BLOCK_ENDS, layOutSubbands } from './subbands.ts';
import { decompose } from './transform.ts';
import { openWorkspace, type SimdLayout } from './workspace.ts';
import { writeBlock, writeComment, writeFrame, writeHuffmanTable, writeQuantizationTable, writeTransformTable } from './write-segments.ts';

export type WsqOptions = {
  /** 0.75 is the usual 15:1, 2.25 about 5:1. The size reached depends on the image. */
  readonly bitsPerPixel: number;
  /** Only tests write other filters than the 9/7 pair; every certified encoder uses that one. */
  readonly filters?: FilterBank;
  /** `plain` keeps to typed arrays where WebAssembly would be used. */
  readonly how?: 'fastest' | 'plain';
};

/**
 * Encodes an 8-bit fingerprint image.
 * Errors: `wsq.bad-bit-rate` outside 0.1..8; `wsq.unsupported-image` below 81 px a side or above 12 Mpx.
 * Source: IAFIS-IC-0110 v3.1, Part 3 (encoder number 2).
 */
export function encodeWsq(image: GrayImage, options: WsqOptions): Result<Uint8Array, CodecError> {
  return attempt(() => {
    checkInput(image, options.bitsPerPixel);
    const { widthPx, heightPx } = image;
    const filters = options.filters ?? ODD_9_7;
    const { bands, nodes } = layOutSubbands(widthPx, heightPx);
    const workspace = openWorkspace(widthPx, heightPx, options.how);
    const range = normalise(image, workspace);
    decompose(workspace, nodes, filters);
    const quantization = allocateBits(subbandVariances(workspace.plane, bands), options.bitsPerPixel);
    const { coefficients, bandEnds } = quantize(workspace, bands, quantization);

    const writer = new ByteWriter(Math.ceil((widthPx * heightPx) / 4));
    writer.u16(MARKER.startOfImage);
    writeComment(writer, formatNistComment({ widthPx, heightPx, ppi: image.ppi, bitsPerPixel: options.bitsPerPixel }));
    writeTransformTable(writer, filters);
    writeQuantizationTable(writer, quantization);
    writeFrame(writer, { widthPx, heightPx, ...range });
    writeBlocks(writer, { coefficients, ends: BLOCK_ENDS.map((end) => bandEnds[end - 1]!) }, workspace.simd);
    writer.u16(MARKER.endOfImage);
    return writer.finish();
  });
}

function checkInput(image: GrayImage, bitsPerPixel: number): void {
  const { widthPx, heightPx, pixels } = image;
  if (!(bitsPerPixel >= 0.1 && bitsPerPixel <= 8)) throw new CodecFault('wsq.bad-bit-rate', 0, 'bits per pixel outside 0.1 to 8');
  const sides = Math.min(widthPx, heightPx) >= MIN_ENCODED_SIDE_PX && Math.max(widthPx, heightPx) <= 0xffff;
  if (!sides || widthPx * heightPx > MAX_IMAGE_PIXELS || pixels.length !== widthPx * heightPx) {
    throw new CodecFault('wsq.unsupported-image', 0, 'image size not supported');
  }
}

type Blocks = { readonly coefficients: Int16Array; readonly ends: readonly number[] };

/** Block 1 has its own Huffman table, blocks 2 and 3 share one, as in NIST's files. */
function writeBlocks(writer: ByteWriter, { coefficients, ends }: Blocks, simd: SimdLayout | undefined): void {
  const [low, middle, high] = ends.map((end, block) => tokenise(coefficients, ends[block - 1] ?? 0, end, simd)) as [TokenList, TokenList, TokenList];
  const writeTable = (id: number, lists: readonly TokenList[]): HuffmanTable => {
    const table = buildHuffmanTable(totalHistogram(lists));
    writeHuffmanTable(writer, id, table);
    return table;
  };
  const first = buildEncodeTable(writeTable(0, [low]));
  writeBlock(writer, 0, encodeTokens(low, first, simd));
  const second = buildEncodeTable(writeTable(1, [middle, high]));
  writeBlock(writer, 1, encodeTokens(middle, second, simd));
  writeBlock(writer, 1, encodeTokens(high, second, simd));
}

function totalHistogram(lists: readonly TokenList[]): Uint32Array {
  const total = new Uint32Array(256);
  for (const { histogram } of lists) for (let symbol = 0; symbol < 256; symbol++) total[symbol]! += histogram[symbol]!;
  // A flat image codes nothing, yet readers expect a table with at least one code.
  if (total.every((count) => count === 0)) total[1] = 1;
  return total;
}
