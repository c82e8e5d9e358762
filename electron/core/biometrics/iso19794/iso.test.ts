import { describe, expect, test } from 'vitest';
import type { Result } from '../../result/result.ts';
import type { CodecError } from '../codec-error.ts';
import { UNKNOWN_TIME, type RepresentationHead } from './envelope.ts';
import { writeFace2005, writeFace2011, type Face2005, type Face2011 } from './face.ts';
import { writeFinger2005, writeFinger2011, type Finger2005, type Finger2011 } from './finger.ts';
import { writeIris2005, writeIris2011, type Iris2005, type Iris2011 } from './iris.ts';
import { isoHeader, readDataGroup, writeDataGroup, type BiometricDataGroup } from './lds.ts';
import { readIso } from './read.ts';

const value = <T>(result: Result<T, CodecError>): T => {
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.offsetBytes}: ${result.error.reason}`);
  return result.value;
};
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const data = Uint8Array.from({ length: 300 }, (_, i) => (i * 13) % 256);
const resolution = { scaleUnits: 1, captureX: 500, captureY: 500, imageX: 500, imageY: 500 };
const head: RepresentationHead = {
  capturedAt: { year: 2026, month: 1, day: 5, hour: 3, minute: 4, second: 5, millisecond: 678 },
  device: { technology: 1, vendor: 0x101, type: 0x202 },
  quality: [{ score: 61, vendor: 0x101, algorithm: 0x39 }, { score: 255, vendor: 1, algorithm: 2 }],
};
const finger2005: Finger2005 = {
  format: 'finger-2005', device: 0, acquisitionLevel: 31, resolution, bitDepth: 8, compression: 2,
  views: [{ position: 2, viewCount: 1, viewNumber: 1, quality: 100, impression: 0, widthPx: 620, heightPx: 620, data }],
};
const finger2011: Finger2011 = {
  format: 'finger-2011', certified: true, positionCount: 1,
  representations: [{
    ...head, certifications: [{ authority: 3, scheme: 1 }], position: 13, number: 0, resolution, bitDepth: 8, compression: 2, impression: 0,
    widthPx: 1600, heightPx: 1500, data, extended: Uint8Array.of(0, 1, 0, 6, 9, 9),
  }],
};
const person = { gender: 2, eyeColour: 1, hairColour: 1, featureMask: 0x010203, expression: 1, pose: [1, 2, 3], poseUncertainty: [4, 5, 6] } as const;
const landmarks = [{ type: 1, code: 0xc1, x: 300, y: 400, z: 0 }];
const face2005: Face2005 = {
  format: 'face-2005',
  faces: [{ ...person, landmarks, imageType: 1, dataType: 1, widthPx: 622, heightPx: 800, colourSpace: 1, source: 2, device: 7, quality: 0, data }],
};
const face2011: Face2011 = {
  format: 'face-2011', certificationFlag: 0, temporal: 0,
  representations: [{
    ...head, ...person, subjectHeight: 165, landmarks, imageType: 1, dataType: 0, widthPx: 1244, heightPx: 1600, samplingLevel: 5, postAcquisition: 0,
    crossReference: 0, colourSpace: 1, data, extended: new Uint8Array(0),
  }],
};
const iris2005: Iris2005 = {
  format: 'iris-2005', device: 1, properties: 2, diameterPx: 210, imageFormat: 16, widthPx: 640, heightPx: 480, bitDepth: 8, transform: 0,
  deviceId: new Uint8Array(16).fill(7), subtypes: [{ eye: 1, images: [{ number: 1, quality: 90, rotation: 0xffff, rotationUncertainty: 0xffff, data }] }, { eye: 2, images: [] }],
};
const estimate = { least: 100, most: 120 };
const iris2011: Iris2011 = {
  format: 'iris-2011', certificationFlag: 0, eyeCount: 2,
  representations: [{
    ...head, capturedAt: UNKNOWN_TIME, quality: [], number: 1, eye: 2, imageType: 7, imageFormat: 0x0a, properties: 0x45, widthPx: 640, heightPx: 480, bitDepth: 8,
    range: 300, rollAngle: 0xffff, rollUncertainty: 0xffff, centreX: estimate, centreY: estimate, diameter: estimate, data,
  }],
};
const records = [
  ['finger 2005', finger2005, writeFinger2005(finger2005)],
  ['finger 2011', finger2011, writeFinger2011(finger2011)],
  ['finger 2011 uncertified', { ...finger2011, certified: false, representations: finger2011.representations.map((r) => ({ ...r, certifications: [] })) }, writeFinger2011({ ...finger2011, certified: false })],
  ['face 2005', face2005, writeFace2005(face2005)],
  ['face 2011', face2011, writeFace2011(face2011)],
  ['iris 2005', iris2005, writeIris2005(iris2005)],
  ['iris 2011', iris2011, writeIris2011(iris2011)],
] as const;

describe.each(records)('%s', (_, record, bytes) => {
  test('comes back as it was', () => {
    expect(value(readIso(bytes))).toEqual(record);
  });

  test('every cut, and one byte too many, is an error with an offset', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = readIso(bytes.subarray(0, length));
      expect(cut.ok ? 'read' : cut.error.offsetBytes <= length).toBe(true);
    }
    expect(readIso(Uint8Array.from([...bytes, 0])).ok).toBe(false);
  });
});

describe('bytes as others write them', () => {
  test('19794-4:2005 header as on a German test passport', () => {
    expect(hex(writeFinger2005(finger2005)).slice(0, 92)).toBe(
      '46495200303130000000' + '0000015a' + '0000' + '001f' + '01' + '01' + '01f401f401f401f4' + '08' + '02' + '0000' + '0000013a' + '02' + '01' + '01' + '64' + '00' + '026c' + '026c' + '00',
    );
  });

  test('the smallest 19794-4:2011 representation has 41 bytes', () => {
    const empty = writeFinger2011({
      ...finger2011, certified: false, representations: finger2011.representations.map((r) => ({ ...r, quality: [], data: new Uint8Array(0), extended: new Uint8Array(0) })),
    });
    expect(empty).toHaveLength(16 + 41);
  });

  test('an unknown magic word or version is named', () => {
    expect(readIso(Uint8Array.from(writeFace2005(face2005)).with(0, 0x47))).toMatchObject({ ok: false, error: { code: 'iso.bad-magic' } });
    expect(() => writeFace2005({ ...face2005, faces: face2005.faces.map((face) => ({ ...face, widthPx: 70_000 })) })).toThrow(RangeError);
  });
});

describe('ICAO data groups', () => {
  const group: BiometricDataGroup = { dataGroup: 2, templates: [{ header: isoHeader('face', 0), data: writeFace2005(face2005), dataTag: 0x5f2e }] };
  const bytes = writeDataGroup(group);

  test('come back as they were, with the tags of Doc 9303', () => {
    expect(value(readDataGroup(bytes))).toEqual(group);
    expect(hex(bytes).replace(/4641430030.*/, '')).toMatch(/^7582....7f6182....0201017f6082....a10e81010282010087020101880200085f2e82....$/);
    const two: BiometricDataGroup = { dataGroup: 3, templates: [2, 9].map((subtype) => ({ header: isoHeader('finger', subtype), data: Uint8Array.of(subtype), dataTag: 0x7f2e as const })) };
    expect(value(readDataGroup(writeDataGroup(two)))).toEqual(two);
  });

  test('cuts and wrong counts are errors', () => {
    for (let length = 0; length < bytes.length; length++) expect(readDataGroup(bytes.subarray(0, length)).ok).toBe(false);
    const at = bytes.findIndex((byte, i) => byte === 0x02 && bytes[i + 1] === 0x01 && bytes[i + 2] === 0x01);
    expect(readDataGroup(bytes.with(at + 2, 2))).toMatchObject({ ok: false, error: { code: 'lds.bad-length' } });
    expect(readDataGroup(bytes.with(0, 0x60))).toMatchObject({ ok: false, error: { code: 'lds.bad-tag', offsetBytes: 0 } });
  });
});
