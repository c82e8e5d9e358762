import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';

/** 8-bit pixels, row-major, `channels` samples each: 1 grey, 3 RGB. */
export type J2kImage = { readonly widthPx: number; readonly heightPx: number; readonly channels: 1 | 3; readonly pixels: Uint8Array };
export type J2kHead = { readonly widthPx: number; readonly heightPx: number; readonly components: number; readonly bitDepth: number };

/** Enumerated colour spaces of the `colr` box. Source: ISO/IEC 15444-1, I.5.3.3. */
const GREY_SPACE = 17;
const SRGB_SPACE = 16;
/** Signature box and `ftyp` with brand "jp2 ". Source: ISO/IEC 15444-1, I.5.1 and I.5.2. */
const SIGNATURE = [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a] as const;
const FILE_TYPE = [0, 0, 0, 20, 0x66, 0x74, 0x79, 0x70, 0x6a, 0x70, 0x32, 0x20, 0, 0, 0, 0, 0x6a, 0x70, 0x32, 0x20] as const;
const START_OF_CODESTREAM = 0xff4f;
const SIZE_MARKER = 0xff51;
const HEADER_BYTES = 45;

/** What the boxes around a codestream take. */
export const JP2_OVERHEAD_BYTES = SIGNATURE.length + FILE_TYPE.length + HEADER_BYTES + 8;

/**
 * The JP2 file around a JPEG 2000 codestream.
 *
 * Unit:   `head` is the image inside; its components are 8 bits each.
 * Source: ISO/IEC 15444-1, Annex I: jP, ftyp, jp2h (ihdr, colr), jp2c.
 */
export function wrapJp2(codestream: Uint8Array, head: { readonly widthPx: number; readonly heightPx: number; readonly channels: 1 | 3 }): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.put(Uint8Array.from([...SIGNATURE, ...FILE_TYPE]));
  out.u32(HEADER_BYTES);
  out.ascii('jp2h');
  out.u32(22);
  out.ascii('ihdr');
  out.u32(head.heightPx);
  out.u32(head.widthPx);
  out.u16(head.channels);
  out.put(Uint8Array.from([7, 7, 0, 0])); // 8 bits unsigned, JPEG 2000, colour space known, no rights
  out.u32(15);
  out.ascii('colr');
  out.put(Uint8Array.from([1, 0, 0]));
  out.u32(head.channels === 1 ? GREY_SPACE : SRGB_SPACE);
  out.u32(codestream.length + 8);
  out.ascii('jp2c');
  out.put(codestream);
  return Uint8Array.from(out.finish());
}

/**
 * Size and depth of a JP2 file or a bare codestream, read before anything is decoded, so that a small file can't ask for
 * gigabytes.
 *
 * Errors: `jp2.truncated`, `jp2.bad-header`.
 * Source: ISO/IEC 15444-1, A.5.1 (SIZ).
 */
export function readJ2kHead(bytes: Uint8Array): Result<J2kHead, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'jp2.truncated', { start: findCodestream(bytes), end: bytes.length });
    if (input.u16() !== START_OF_CODESTREAM || input.u16() !== SIZE_MARKER) throw new CodecFault('jp2.bad-header', input.offset, 'SOC and SIZ expected');
    input.take(4);
    const [right, bottom, left, top] = [input.u32(), input.u32(), input.u32(), input.u32()];
    input.take(16);
    const components = input.u16();
    const depth = input.u8();
    if (right <= left || bottom <= top || components === 0) throw new CodecFault('jp2.bad-header', input.offset, 'empty image');
    return { widthPx: right - left, heightPx: bottom - top, components, bitDepth: (depth & 0x7f) + 1 };
  });
}

function findCodestream(bytes: Uint8Array): number {
  if (bytes[0] === 0xff) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x6a703263) return at + 8; // "jp2c"
    if (length < 8) throw new CodecFault('jp2.bad-header', at, 'box length');
    at += length;
  }
  throw new CodecFault('jp2.truncated', bytes.length, 'no codestream box');
}
