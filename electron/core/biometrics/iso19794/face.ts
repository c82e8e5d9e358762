import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, type CodecError } from '../codec-error.ts';
import { confine, expectEnd, expectMagic, expectRecordLength, readHead, writeHead, writeMagic, writeSized, type RepresentationHead } from './envelope.ts';

/** A feature point; `z` is the reserved word of 2005 and the third coordinate of 2011. */
export type Landmark = { readonly type: number; readonly code: number; readonly x: number; readonly y: number; readonly z: number };

/** Who is seen and how, the same in both editions. Angles are coded (angle / 2 + 1, 0 = unspecified). */
export type FacialInformation = {
  readonly gender: number;
  readonly eyeColour: number;
  readonly hairColour: number;
  readonly featureMask: number;
  readonly expression: number;
  readonly pose: readonly [yaw: number, pitch: number, roll: number];
  readonly poseUncertainty: readonly [yaw: number, pitch: number, roll: number];
  readonly landmarks: readonly Landmark[];
};

/** Data type 0 JPEG, 1 JPEG 2000. Image type 0 basic, 1 full frontal, 2 token. Colour space 1 = 24-bit RGB. */
export type FaceImage2005 = FacialInformation & {
  readonly imageType: number;
  readonly dataType: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colourSpace: number;
  readonly source: number;
  readonly device: number;
  readonly quality: number;
  readonly data: Uint8Array;
};

/** Source: ISO/IEC 19794-5:2005, 5. */
export type Face2005 = { readonly format: 'face-2005'; readonly faces: readonly FaceImage2005[] };

const confined = (bytes: Uint8Array) => (range: { start: number; end: number }): ByteReader => new ByteReader(bytes, 'iso.truncated', range);

export function readFace2005(bytes: Uint8Array): Result<Face2005, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'FAC', '010');
    expectRecordLength(input, 4);
    const count = input.u16();
    const faces: FaceImage2005[] = [];
    for (let i = 0; i < count; i++) faces.push(readImage2005(confine(input, confined(bytes), 32)));
    expectEnd(input);
    return { format: 'face-2005', faces };
  });
}

function readImage2005(input: ByteReader): FaceImage2005 {
  const landmarkCount = input.u16();
  const [gender, eyeColour, hairColour] = triple(input);
  const subject = readAppearance(input);
  const landmarks = readLandmarks(input, landmarkCount);
  const image = {
    imageType: input.u8(), dataType: input.u8(), widthPx: input.u16(), heightPx: input.u16(), colourSpace: input.u8(),
    source: input.u8(), device: input.u16(), quality: input.u16(),
  };
  return { gender, eyeColour, hairColour, ...subject, landmarks, ...image, data: input.take(input.remaining) };
}

const triple = (input: ByteReader): [number, number, number] => [input.u8(), input.u8(), input.u8()];

const readAppearance = (input: ByteReader): Pick<FacialInformation, 'featureMask' | 'expression' | 'pose' | 'poseUncertainty'> =>
  ({ featureMask: input.uint(3), expression: input.u16(), pose: triple(input), poseUncertainty: triple(input) });

function readLandmarks(input: ByteReader, count: number): Landmark[] {
  const landmarks: Landmark[] = [];
  for (let i = 0; i < count; i++) landmarks.push({ type: input.u8(), code: input.u8(), x: input.u16(), y: input.u16(), z: input.u16() });
  return landmarks;
}

function writeAppearance(writer: ByteWriter, face: FacialInformation): void {
  writer.uint(face.featureMask, 3);
  writer.u16(face.expression);
  for (const value of [...face.pose, ...face.poseUncertainty]) writer.u8(value);
}

function writeLandmarks(writer: ByteWriter, landmarks: readonly Landmark[]): void {
  for (const point of landmarks) {
    writer.u8(point.type);
    writer.u8(point.code);
    for (const value of [point.x, point.y, point.z]) writer.u16(value);
  }
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeFace2005(record: Face2005): Uint8Array {
  const writer = new ByteWriter();
  writeMagic(writer, 'FAC', '010');
  writer.u32(record.faces.reduce((sum, face) => sum + 32 + 8 * face.landmarks.length + face.data.length, 14));
  writer.u16(record.faces.length);
  for (const face of record.faces) {
    const body = new ByteWriter(face.data.length + 64);
    body.u16(face.landmarks.length);
    for (const value of [face.gender, face.eyeColour, face.hairColour]) body.u8(value);
    writeAppearance(body, face);
    writeLandmarks(body, face.landmarks);
    body.u8(face.imageType);
    body.u8(face.dataType);
    body.u16(face.widthPx);
    body.u16(face.heightPx);
    body.u8(face.colourSpace);
    body.u8(face.source);
    body.u16(face.device);
    body.u16(face.quality);
    body.put(face.data);
    writeSized(writer, body.finish());
  }
  return writer.finish();
}

/** Data type 0 JPEG, 1 and 2 JPEG 2000 lossy and lossless, 3 PNG. */
export type FaceRepresentation = RepresentationHead & FacialInformation & {
  readonly subjectHeight: number;
  readonly imageType: number;
  readonly dataType: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0..7 for a face up to 180, 240, 300, 370, 480, 610, 750 px wide or more. */
  readonly samplingLevel: number;
  readonly postAcquisition: number;
  readonly crossReference: number;
  readonly colourSpace: number;
  readonly data: Uint8Array;
  /** Three-dimensional blocks, unopened. */
  readonly extended: Uint8Array;
};

/** Source: ISO/IEC 19794-5:2011, 5. */
export type Face2011 = { readonly format: 'face-2011'; readonly certificationFlag: number; readonly temporal: number; readonly representations: readonly FaceRepresentation[] };

export function readFace2011(bytes: Uint8Array): Result<Face2011, CodecError> {
  return attempt(() => {
    const input = new ByteReader(bytes, 'iso.truncated');
    expectMagic(input, 'FAC', '030');
    expectRecordLength(input, 4);
    const count = input.u16();
    const certificationFlag = input.u8();
    const temporal = input.u16();
    const representations: FaceRepresentation[] = [];
    for (let i = 0; i < count; i++) representations.push(readRepresentation(confine(input, confined(bytes), 51)));
    expectEnd(input);
    return { format: 'face-2011', certificationFlag, temporal, representations };
  });
}

function readRepresentation(input: ByteReader): FaceRepresentation {
  const head = readHead(input);
  const landmarkCount = input.u16();
  const [gender, eyeColour, hairColour] = triple(input);
  const subjectHeight = input.u8();
  const subject = readAppearance(input);
  const landmarks = readLandmarks(input, landmarkCount);
  const image = {
    imageType: input.u8(), dataType: input.u8(), widthPx: input.u16(), heightPx: input.u16(), samplingLevel: input.u8(),
    postAcquisition: input.u16(), crossReference: input.u8(), colourSpace: input.u8(),
  };
  const data = input.take(input.u32());
  return { ...head, gender, eyeColour, hairColour, subjectHeight, ...subject, landmarks, ...image, data, extended: input.take(input.remaining) };
}

/** @throws {RangeError} when a number does not fit its field. */
export function writeFace2011(record: Face2011): Uint8Array {
  const bodies = record.representations.map(representationBody);
  const writer = new ByteWriter();
  writeMagic(writer, 'FAC', '030');
  writer.u32(bodies.reduce((sum, body) => sum + 4 + body.length, 17));
  writer.u16(bodies.length);
  writer.u8(record.certificationFlag);
  writer.u16(record.temporal);
  for (const body of bodies) writeSized(writer, body);
  return writer.finish();
}

function representationBody(face: FaceRepresentation): Uint8Array {
  const body = new ByteWriter(face.data.length + 96);
  writeHead(body, face);
  body.u16(face.landmarks.length);
  for (const value of [face.gender, face.eyeColour, face.hairColour, face.subjectHeight]) body.u8(value);
  writeAppearance(body, face);
  writeLandmarks(body, face.landmarks);
  body.u8(face.imageType);
  body.u8(face.dataType);
  body.u16(face.widthPx);
  body.u16(face.heightPx);
  body.u8(face.samplingLevel);
  body.u16(face.postAcquisition);
  body.u8(face.crossReference);
  body.u8(face.colourSpace);
  body.u32(face.data.length);
  body.put(face.data);
  body.put(face.extended);
  return body.finish();
}
