import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, type CodecError } from '../codec-error.ts';
import { confine, expectEnd, expectMagic, expectRecordLength, readHead, writeHead, writeMagic, writeSized, type CertificationBlock, type RepresentationHead } from './envelope.ts';

/** Resolutions in pixels per `scaleUnits` (1 = inch, 2 = centimetre). */
export type Resolution = { readonly scaleUnits: number; readonly captureX: number; readonly captureY: number; readonly imageX: number; readonly imageY: number };

/** Compression codes differ: 2005 has 4 = JPEG 2000, 5 = PNG; 2011 has 4 and 5 = JPEG 2000 lossy and lossless, 6 = PNG. */
export type FingerView2005 = {
  readonly position: number;
  readonly viewCount: number;
  readonly viewNumber: number;
  /** 0..100, 254 = undefined. */
  readonly quality: number;
  readonly impression: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
};

/** Source: ISO/IEC 19794-4:2005, 8. */
export type Finger2005 = {
  readonly format: 'finger-2005';
  readonly device: number;
  readonly acquisitionLevel: number;
  readonly resolution: Resolution;
  readonly bitDepth: number;
  readonly compression: number;
  readonly views: readonly FingerView2005[];
};

const reader = (bytes: Uint8Array) => (range: { start: number; end: number }): ByteReader => new ByteReader(bytes, 'iso.truncated', range);

export function readFinger2005(bytes: Uint8Array): Result<Finger2005, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'FIR', '010');
    expectRecordLength(input, 6);
    const device = input.u16();
    const acquisitionLevel = input.u16();
    const count = input.u8();
    const resolution = readResolution(input);
    const bitDepth = input.u8();
    const compression = input.u8();
    input.take(2);
    const views = Array.from({ length: count }, () => readView2005(confine(input, reader(bytes), 14)));
    expectEnd(input);
    return { format: 'finger-2005', device, acquisitionLevel, resolution, bitDepth, compression, views };
  });
}

const readResolution = (input: ByteReader): Resolution => ({ scaleUnits: input.u8(), captureX: input.u16(), captureY: input.u16(), imageX: input.u16(), imageY: input.u16() });

function writeResolution(writer: ByteWriter, resolution: Resolution): void {
  writer.u8(resolution.scaleUnits);
  for (const value of [resolution.captureX, resolution.captureY, resolution.imageX, resolution.imageY]) writer.u16(value);
}

function readView2005(input: ByteReader): FingerView2005 {
  const head = { position: input.u8(), viewCount: input.u8(), viewNumber: input.u8(), quality: input.u8(), impression: input.u8(), widthPx: input.u16(), heightPx: input.u16() };
  input.take(1);
  return { ...head, data: input.take(input.remaining) };
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeFinger2005(record: Finger2005): Uint8Array {
  const writer = new ByteWriter();
  writeMagic(writer, 'FIR', '010');
  writer.uint(record.views.reduce((sum, view) => sum + 14 + view.data.length, 32), 6);
  writer.u16(record.device);
  writer.u16(record.acquisitionLevel);
  writer.u8(record.views.length);
  writeResolution(writer, record.resolution);
  writer.u8(record.bitDepth);
  writer.u8(record.compression);
  writer.u16(0);
  for (const view of record.views) {
    const body = new ByteWriter(view.data.length + 10);
    for (const value of [view.position, view.viewCount, view.viewNumber, view.quality, view.impression]) body.u8(value);
    body.u16(view.widthPx);
    body.u16(view.heightPx);
    body.u8(0);
    body.put(view.data);
    writeSized(writer, body.finish());
  }
  return writer.finish();
}

export type FingerRepresentation = RepresentationHead & {
  /** Written only when the record's certification flag is set. */
  readonly certifications: readonly CertificationBlock[];
  readonly position: number;
  readonly number: number;
  readonly resolution: Resolution;
  readonly bitDepth: number;
  readonly compression: number;
  readonly impression: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
  /** Segmentation, annotation and comment blocks, unopened. */
  readonly extended: Uint8Array;
};

/** Source: ISO/IEC 19794-4:2011, 8. */
export type Finger2011 = {
  readonly format: 'finger-2011';
  readonly certified: boolean;
  readonly positionCount: number;
  readonly representations: readonly FingerRepresentation[];
};

export function readFinger2011(bytes: Uint8Array): Result<Finger2011, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'FIR', '020');
    expectRecordLength(input, 4);
    const count = input.u16();
    const certified = input.u8() !== 0;
    const positionCount = input.u8();
    const representations: FingerRepresentation[] = [];
    for (let i = 0; i < count; i++) representations.push(readRepresentation(confine(input, reader(bytes), 41), certified));
    expectEnd(input);
    return { format: 'finger-2011', certified, positionCount, representations };
  });
}

function readRepresentation(input: ByteReader, certified: boolean): FingerRepresentation {
  const head = readHead(input);
  const certifications = certified ? Array.from({ length: input.u8() }, () => ({ authority: input.u16(), scheme: input.u8() })) : [];
  const place = { position: input.u8(), number: input.u8(), resolution: readResolution(input) };
  const image = { bitDepth: input.u8(), compression: input.u8(), impression: input.u8(), widthPx: input.u16(), heightPx: input.u16() };
  const data = input.take(input.u32());
  return { ...head, certifications, ...place, ...image, data, extended: input.take(input.remaining) };
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeFinger2011(record: Finger2011): Uint8Array {
  const bodies = record.representations.map((representation) => representationBody(representation, record.certified));
  const writer = new ByteWriter();
  writeMagic(writer, 'FIR', '020');
  writer.u32(bodies.reduce((sum, body) => sum + 4 + body.length, 16));
  writer.u16(bodies.length);
  writer.u8(record.certified ? 1 : 0);
  writer.u8(record.positionCount);
  for (const body of bodies) writeSized(writer, body);
  return writer.finish();
}

function representationBody(representation: FingerRepresentation, certified: boolean): Uint8Array {
  const body = new ByteWriter(representation.data.length + 64);
  writeHead(body, representation);
  if (certified) {
    body.u8(representation.certifications.length);
    for (const block of representation.certifications) {
      body.u16(block.authority);
      body.u8(block.scheme);
    }
  }
  body.u8(representation.position);
  body.u8(representation.number);
  writeResolution(body, representation.resolution);
  for (const value of [representation.bitDepth, representation.compression, representation.impression]) body.u8(value);
  body.u16(representation.widthPx);
  body.u16(representation.heightPx);
  body.u32(representation.data.length);
  body.put(representation.data);
  body.put(representation.extended);
  return body.finish();
}
