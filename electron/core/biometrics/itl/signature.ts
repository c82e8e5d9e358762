import type { GrayImage } from '../image/gray-image.ts';
import type { Type8Record } from './record.ts';

/** One pen sample: thousandths of an inch from the lower left, pressure 0 (pen up), 1..254, or 255 = not measured. */
export type PenVector = { readonly x: number; readonly y: number; readonly pressure: number };

const VECTOR_BYTES = 5;
const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));

/** Signature as pen vectors. Source: ANSI/NIST-ITL 1-2011 Update 2015, 8.8 and table 26. */
export function vectorSignatureRecord(idc: number, vectors: readonly PenVector[]): Type8Record {
  const data = new Uint8Array(vectors.length * VECTOR_BYTES);
  vectors.forEach((vector, i) => {
    const x = clamp(vector.x, 0xffff);
    const y = clamp(vector.y, 0xffff);
    data.set([x >> 8, x & 0xff, y >> 8, y & 0xff, clamp(vector.pressure, 255)], i * VECTOR_BYTES);
  });
  return { kind: 'type-8', type: 8, idc, signer: 0, representation: 2, scanningResolution: 0, widthPx: 0, heightPx: 0, data };
}

/** Undefined when the record holds a bitmap or the data is not whole vectors. */
export function parseVectorSignature(record: Type8Record): readonly PenVector[] | undefined {
  if (record.representation !== 2 || record.data.length % VECTOR_BYTES !== 0) return undefined;
  const byte = (at: number): number => record.data[at]!;
  return Array.from({ length: record.data.length / VECTOR_BYTES }, (_, i) => {
    const at = i * VECTOR_BYTES;
    return { x: byte(at) * 256 + byte(at + 1), y: byte(at + 2) * 256 + byte(at + 3), pressure: byte(at + 4) };
  });
}

/** Pad samples (pixels from the top left, pressure 0..`pressureMaximum`) as vectors; a pressed pen is never written as lifted. */
export function vectorsFromPad(
  samples: readonly { readonly x: number; readonly y: number; readonly pressure: number }[],
  pad: { readonly heightPx: number; readonly ppi: number; readonly pressureMaximum: number },
): PenVector[] {
  const perPixel = 1000 / pad.ppi;
  return samples.map((sample) => ({
    x: clamp(sample.x * perPixel, 0xffff),
    y: clamp((pad.heightPx - sample.y) * perPixel, 0xffff),
    pressure: sample.pressure <= 0 ? 0 : Math.max(1, Math.min(254, Math.round((sample.pressure * 254) / pad.pressureMaximum))),
  }));
}

/** Vectors do not say how long a pen took: samples are laid at the rate of a usual pad. */
const USUAL_SAMPLE_MS = 8;
/** Pressure where none was measured. */
const HALF = 0.5;
const NOT_MEASURED = 255;
/** Thousandths of an inch kept free right of and above the signature. */
const MARGIN = 100;
/** Pad pixels an inch that give back every pad up to 500 lines an inch. */
const PAD_PPI = 1000;

/** Vectors as strokes on a pad that is as large as they need, times made up at 125 samples a second. The inverse of `vectorsFromPad` but for scale. */
export function padFromVectors(vectors: readonly PenVector[], pressureMaximum: number): {
  readonly widthPx: number; readonly heightPx: number; readonly ppi: number;
  readonly samples: readonly { readonly x: number; readonly y: number; readonly pressure: number; readonly tMs: number }[];
} {
  const heightPx = vectors.reduce((most, { y }) => Math.max(most, y), 0) + MARGIN;
  const widthPx = vectors.reduce((most, { x }) => Math.max(most, x), 0) + MARGIN;
  const pressureOf = (pressure: number): number => (pressure === NOT_MEASURED ? Math.round(pressureMaximum * HALF) : Math.round((pressure * pressureMaximum) / 254));
  return {
    widthPx, heightPx, ppi: PAD_PPI,
    samples: vectors.map(({ x, y, pressure }, n) => ({ x, y: heightPx - y, pressure: pressureOf(pressure), tMs: n * USUAL_SAMPLE_MS })),
  };
}

/** A bitmap at the resolution of the fixed records (19.69 px/mm); any other says 1 in its resolution byte. */
const FIXED_PPI = 500;

/** Signature as 1 bit a pixel, ink = 1, most significant bit first; the width is padded to whole bytes as NIST's own file is. */
export function bitmapSignatureRecord(idc: number, image: GrayImage): Type8Record {
  const rowBytes = Math.ceil(image.widthPx / 8);
  const data = new Uint8Array(rowBytes * image.heightPx);
  for (let y = 0; y < image.heightPx; y++) {
    for (let x = 0; x < image.widthPx; x++) {
      if (image.pixels[y * image.widthPx + x]! < 128) data[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return { kind: 'type-8', type: 8, idc, signer: 0, representation: 0, scanningResolution: image.ppi === FIXED_PPI ? 0 : 1, widthPx: rowBytes * 8, heightPx: image.heightPx, data };
}

/**
 * Grey image of an uncompressed bitmap. NIST's samples hold 1, 8 or 24 bits a pixel under the same code; the length tells
 * which. Undefined for vectors, facsimile and any other length.
 */
export function parseBitmapSignature(record: Type8Record, ppi: number): GrayImage | undefined {
  const { widthPx, heightPx, data } = record;
  const count = widthPx * heightPx;
  const rowBytes = Math.ceil(widthPx / 8);
  if (record.representation !== 0 || count === 0) return undefined;
  const pixel = (): ((at: number) => number) | undefined => {
    if (data.length === rowBytes * heightPx) return (at) => ((data[Math.floor(at / widthPx) * rowBytes + ((at % widthPx) >> 3)]! >> (7 - ((at % widthPx) & 7))) & 1 ? 0 : 255);
    if (data.length === count) return (at) => data[at]!;
    if (data.length === 3 * count) return (at) => Math.round((data[3 * at]! + data[3 * at + 1]! + data[3 * at + 2]!) / 3);
    return undefined;
  };
  const read = pixel();
  return read === undefined ? undefined : { widthPx, heightPx, ppi, pixels: Uint8Array.from({ length: count }, (_, at) => read(at)) };
}
