import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import { confine, expectEnd, expectMagic, expectRecordLength, readHead, writeHead, writeMagic, writeSized, type RepresentationHead } from './envelope.ts';

export type IrisImage2005 = { readonly number: number; readonly quality: number; readonly rotation: number; readonly rotationUncertainty: number; readonly data: Uint8Array };
/** `eye` 1 right, 2 left. */
export type IrisSubtype = { readonly eye: number; readonly images: readonly IrisImage2005[] };

/** Image format 2 and 4 raw mono and RGB, 6 and 8 JPEG, 16 and 18 JPEG 2000. Source: ISO/IEC 19794-6:2005, 6. */
export type Iris2005 = {
  readonly format: 'iris-2005';
  readonly device: number;
  readonly properties: number;
  readonly diameterPx: number;
  readonly imageFormat: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitDepth: number;
  readonly transform: number;
  /** 16 bytes. */
  readonly deviceId: Uint8Array;
  readonly subtypes: readonly IrisSubtype[];
};

const HEADER_2005_BYTES = 45;

export function readIris2005(bytes: Uint8Array): Result<Iris2005, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'IIR', '010');
    expectRecordLength(input, 4);
    const device = input.u16();
    const subtypeCount = input.u8();
    if (input.u16() !== HEADER_2005_BYTES) throw new CodecFault('iso.bad-length', input.offset - 2, 'header length is not 45');
    const header = {
      properties: input.u16(), diameterPx: input.u16(), imageFormat: input.u16(), widthPx: input.u16(), heightPx: input.u16(),
      bitDepth: input.u8(), transform: input.u8(), deviceId: input.take(16),
    };
    const subtypes = Array.from({ length: subtypeCount }, () => readSubtype(input));
    expectEnd(input);
    return { format: 'iris-2005', device, ...header, subtypes };
  });
}

function readSubtype(input: ByteReader): IrisSubtype {
  const eye = input.u8();
  const count = input.u16();
  const images: IrisImage2005[] = [];
  for (let i = 0; i < count; i++) {
    const head = { number: input.u16(), quality: input.u8(), rotation: input.u16(), rotationUncertainty: input.u16() };
    images.push({ ...head, data: input.take(input.u32()) });
  }
  return { eye, images };
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeIris2005(record: Iris2005): Uint8Array {
  const body = new ByteWriter();
  for (const { eye, images } of record.subtypes) {
    body.u8(eye);
    body.u16(images.length);
    for (const image of images) {
      body.u16(image.number);
      body.u8(image.quality);
      body.u16(image.rotation);
      body.u16(image.rotationUncertainty);
      body.u32(image.data.length);
      body.put(image.data);
    }
  }
  const writer = new ByteWriter();
  writeMagic(writer, 'IIR', '010');
  writer.u32(HEADER_2005_BYTES + body.length);
  writer.u16(record.device);
  writer.u8(record.subtypes.length);
  for (const value of [HEADER_2005_BYTES, record.properties, record.diameterPx, record.imageFormat, record.widthPx, record.heightPx]) writer.u16(value);
  writer.u8(record.bitDepth);
  writer.u8(record.transform);
  if (record.deviceId.length !== 16) throw new RangeError('device id is 16 bytes');
  writer.put(record.deviceId);
  writer.put(body.finish());
  return writer.finish();
}

/** Lowest and highest estimate, pixels; 0 = not measured. */
export type Estimate = { readonly least: number; readonly most: number };

/** Image type 1 uncropped, 2 VGA, 3 cropped, 7 cropped and masked. Image format 2 raw, 0x0a JPEG 2000, 0x0e PNG, all mono. */
export type IrisRepresentation = RepresentationHead & {
  readonly number: number;
  readonly eye: number;
  readonly imageType: number;
  readonly imageFormat: number;
  readonly properties: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitDepth: number;
  readonly range: number;
  readonly rollAngle: number;
  readonly rollUncertainty: number;
  readonly centreX: Estimate;
  readonly centreY: Estimate;
  readonly diameter: Estimate;
  readonly data: Uint8Array;
};

/** Source: ISO/IEC 19794-6:2011, 7. */
export type Iris2011 = { readonly format: 'iris-2011'; readonly certificationFlag: number; readonly eyeCount: number; readonly representations: readonly IrisRepresentation[] };

export function readIris2011(bytes: Uint8Array): Result<Iris2011, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'IIR', '020');
    expectRecordLength(input, 4);
    const count = input.u16();
    const certificationFlag = input.u8();
    const eyeCount = input.u8();
    const representations: IrisRepresentation[] = [];
    for (let i = 0; i < count; i++) {
      representations.push(readRepresentation(confine(input, (range) => new ByteReader(bytes, 'iso.truncated', range), 52)));
    }
    expectEnd(input);
    return { format: 'iris-2011', certificationFlag, eyeCount, representations };
  });
}

const readEstimate = (input: ByteReader): Estimate => ({ least: input.u16(), most: input.u16() });

function readRepresentation(input: ByteReader): IrisRepresentation {
  const head = { ...readHead(input), number: input.u16() };
  const image = {
    eye: input.u8(), imageType: input.u8(), imageFormat: input.u8(), properties: input.u8(), widthPx: input.u16(), heightPx: input.u16(), bitDepth: input.u8(),
    range: input.u16(), rollAngle: input.u16(), rollUncertainty: input.u16(), centreX: readEstimate(input), centreY: readEstimate(input), diameter: readEstimate(input),
  };
  const data = input.take(input.u32());
  expectEnd(input);
  return { ...head, ...image, data };
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeIris2011(record: Iris2011): Uint8Array {
  const bodies = record.representations.map(representationBody);
  const writer = new ByteWriter();
  writeMagic(writer, 'IIR', '020');
  writer.u32(bodies.reduce((sum, body) => sum + 4 + body.length, 16));
  writer.u16(bodies.length);
  writer.u8(record.certificationFlag);
  writer.u8(record.eyeCount);
  for (const body of bodies) writeSized(writer, body);
  return writer.finish();
}

function representationBody(iris: IrisRepresentation): Uint8Array {
  const body = new ByteWriter(iris.data.length + 80);
  writeHead(body, iris);
  body.u16(iris.number);
  for (const value of [iris.eye, iris.imageType, iris.imageFormat, iris.properties]) body.u8(value);
  body.u16(iris.widthPx);
  body.u16(iris.heightPx);
  body.u8(iris.bitDepth);
  for (const value of [iris.range, iris.rollAngle, iris.rollUncertainty]) body.u16(value);
  for (const { least, most } of [iris.centreX, iris.centreY, iris.diameter]) {
    body.u16(least);
    body.u16(most);
  }
  body.u32(iris.data.length);
  body.put(iris.data);
  return body.finish();
}
