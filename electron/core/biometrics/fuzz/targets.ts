import type { Result } from '../../result/result.ts';
import type { CodecError } from '../codec-error.ts';
import { syntheticRidges } from '../image/synthetic-ridges.ts';
import { readPgm, writePgm } from '../image/pgm.ts';
import { isoHeader, readDataGroup, writeDataGroup } from '../iso19794/lds.ts';
import { readIso } from '../iso19794/read.ts';
import { writeFace2011 } from '../iso19794/face.ts';
import { writeFinger2005, writeFinger2011 } from '../iso19794/finger.ts';
import { writeIris2005, writeIris2011 } from '../iso19794/iris.ts';
import { UNKNOWN_TIME } from '../iso19794/envelope.ts';
import { CARD_DOMAIN, cardRecord } from '../itl/card-domain.ts';
import { fingerprintRecord, hashAgrees, parseFingerprint } from '../itl/fingerprint.ts';
import { readItl } from '../itl/read.ts';
import { vectorSignatureRecord } from '../itl/signature.ts';
import { makeTransaction } from '../itl/transaction.ts';
import { writeItl } from '../itl/write.ts';
import { decodeWsq } from '../wsq/decode.ts';
import { encodeWsq } from '../wsq/encode.ts';
import { EVEN_8_8 } from '../wsq/filter-bank.ts';

/** A reader and a good file for it. */
export type FuzzTarget = { readonly name: string; readonly good: Uint8Array; readonly read: (bytes: Uint8Array) => Result<unknown, CodecError> };

function value<T>(result: Result<T, CodecError>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const image = syntheticRidges({ widthPx: 96, heightPx: 112, seed: 1 });
const wsq = value(encodeWsq(image, { bitsPerPixel: 0.75 }));
const data = wsq.subarray(0, 200);
const head = { capturedAt: UNKNOWN_TIME, device: { technology: 1, vendor: 1, type: 1 }, quality: [{ score: 50, vendor: 1, algorithm: 1 }] };
const resolution = { scaleUnits: 1, captureX: 500, captureY: 500, imageX: 500, imageY: 500 };
const size = { widthPx: 96, heightPx: 112 };
const finger2005 = writeFinger2005({
  format: 'finger-2005', device: 0, acquisitionLevel: 31, resolution, bitDepth: 8, compression: 2,
  views: [1, 2].map((position) => ({ position, viewCount: 1, viewNumber: 1, quality: 80, impression: 0, ...size, data })),
});
const estimate = { least: 1, most: 2 };
const iso = {
  'finger-2005': finger2005,
  'finger-2011': writeFinger2011({
    format: 'finger-2011', certified: true, positionCount: 1,
    representations: [{ ...head, certifications: [{ authority: 1, scheme: 1 }], position: 1, number: 0, resolution, bitDepth: 8, compression: 2, impression: 0, ...size, data, extended: new Uint8Array(0) }],
  }),
  'face-2011': writeFace2011({
    format: 'face-2011', certificationFlag: 0, temporal: 0,
    representations: [{
      ...head, gender: 1, eyeColour: 1, hairColour: 1, featureMask: 0, expression: 0, pose: [1, 1, 1], poseUncertainty: [0, 0, 0], landmarks: [{ type: 1, code: 1, x: 1, y: 1, z: 0 }],
      subjectHeight: 0, imageType: 1, dataType: 0, ...size, samplingLevel: 1, postAcquisition: 0, crossReference: 0, colourSpace: 1, data, extended: new Uint8Array(0),
    }],
  }),
  'iris-2005': writeIris2005({ format: 'iris-2005', device: 1, properties: 0, diameterPx: 1, imageFormat: 2, ...size, bitDepth: 8, transform: 0, deviceId: new Uint8Array(16), subtypes: [{ eye: 1, images: [{ number: 1, quality: 1, rotation: 0, rotationUncertainty: 0, data }] }] }),
  'iris-2011': writeIris2011({
    format: 'iris-2011', certificationFlag: 0, eyeCount: 1,
    representations: [{ ...head, number: 1, eye: 1, imageType: 1, imageFormat: 2, properties: 0, ...size, bitDepth: 8, range: 0, rollAngle: 0, rollUncertainty: 0, centreX: estimate, centreY: estimate, diameter: estimate, data }],
  }),
} as const;

const print = {
  idc: 1, impression: 0, sourceAgency: 'VN', captureDate: '20260101', position: 13, image: { ...size, ppi: 500, compression: 'WSQ20', data: wsq }, missing: [{ position: 5, code: 'XX' }],
  segments: [{ position: 2, left: 1, right: 2, top: 3, bottom: 4 }], nistQuality: [{ position: 2, score: 1 }], segmentationQuality: [], quality: [],
} as const;
const transaction = value(writeItl(makeTransaction(
  { transactionType: 'ENROL', date: '20260101', gmt: '20260101000000Z', destination: 'A', origin: 'B', controlNumber: '1', domain: CARD_DOMAIN },
  [cardRecord(0, { fullName: 'TRẦN VĂN A' }), fingerprintRecord(print), vectorSignatureRecord(2, [{ x: 1, y: 2, pressure: 3 }])],
  'utf-8',
)));

/** Reading a transaction goes on to the values inside, as a receiver would. */
function readDeep(bytes: Uint8Array): Result<unknown, CodecError> {
  const result = readItl(bytes);
  if (!result.ok) return result;
  for (const record of result.value.records) {
    if (record.kind !== 'tagged') continue;
    parseFingerprint(record);
    hashAgrees(record);
  }
  // What was read must be writable or be refused as a value, too.
  writeItl(result.value);
  return result;
}

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  { name: 'wsq', good: wsq, read: decodeWsq },
  { name: 'wsq even filters', good: value(encodeWsq(image, { bitsPerPixel: 0.75, filters: EVEN_8_8 })), read: decodeWsq },
  { name: 'itl', good: transaction, read: readDeep },
  ...Object.entries(iso).map(([name, good]) => ({ name, good, read: readIso })),
  { name: 'lds', good: writeDataGroup({ dataGroup: 3, templates: [{ header: isoHeader('finger', 1), data: finger2005, dataTag: 0x5f2e }] }), read: readDataGroup },
  { name: 'pgm', good: writePgm(image), read: (bytes) => readPgm(bytes, 500) },
];
