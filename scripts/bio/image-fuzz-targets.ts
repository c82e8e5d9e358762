import { encode as encodeJpeg } from 'jpeg-js';
import { encode as encodePng } from 'fast-png';
import type { CodecError } from '../../electron/core/biometrics/codec-error.ts';
import { recordedImages } from '../../electron/core/biometrics/enrolment/recorded-images.ts';
import { faceRecordOf } from '../../electron/core/biometrics/enrolment/face-record.ts';
import type { FuzzTarget } from '../../electron/core/biometrics/fuzz/targets.ts';
import { syntheticRidges } from '../../electron/core/biometrics/image/synthetic-ridges.ts';
import { UNKNOWN_TIME } from '../../electron/core/biometrics/iso19794/envelope.ts';
import { writeFinger2011 } from '../../electron/core/biometrics/iso19794/finger.ts';
import { readIso } from '../../electron/core/biometrics/iso19794/read.ts';
import { faceRecord } from '../../electron/core/biometrics/itl/face-iris.ts';
import { fingerprintRecord } from '../../electron/core/biometrics/itl/fingerprint.ts';
import { readItl } from '../../electron/core/biometrics/itl/read.ts';
import { vectorSignatureRecord } from '../../electron/core/biometrics/itl/signature.ts';
import { makeTransaction } from '../../electron/core/biometrics/itl/transaction.ts';
import { writeItl } from '../../electron/core/biometrics/itl/write.ts';
import { readPenStrokes, writePenStrokes } from '../../electron/core/biometrics/signature/pen-strokes.ts';
import { encodeWsq } from '../../electron/core/biometrics/wsq/encode.ts';
import { AppError } from '../../electron/core/errors/app-error.ts';
import { err, ok, type Result } from '../../electron/core/result/result.ts';
import { openPrint } from '../../drivers/sbi/finger-raster.ts';
import { decodePicture } from '../../native-bridges/device-host/discovery/sbi-pictures.ts';
import { decodeRecorded } from '../../native-bridges/device-host/recorded-image.ts';
import { readGreyImage } from '../../native-bridges/kit/images/read-grey-image.ts';
import { readRgbaImage } from '../../native-bridges/kit/images/read-rgba-image.ts';
import { decodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/decode.ts';
import { encodeJpeg2000 } from '../../native-bridges/kit/jpeg2000/encode.ts';

/** A reader that needs a host's packages; some of them answer later. */
export type HostFuzzTarget = Omit<FuzzTarget, 'read'> & { readonly read: (bytes: Uint8Array) => Result<unknown, CodecError> | Promise<Result<unknown, CodecError>> };

const size = { widthPx: 96, heightPx: 112 } as const;
const image = syntheticRidges({ ...size, seed: 1 });
const rgb = Uint8Array.from({ length: 3 * image.pixels.length }, (_, n) => image.pixels[Math.floor(n / 3)]! ^ (n % 3));
const jpeg = Uint8Array.from(encodeJpeg({ width: size.widthPx, height: size.heightPx, data: Uint8Array.from({ length: 4 * image.pixels.length }, (_, n) => image.pixels[n >> 2]!) }, 60).data);
const png = Uint8Array.from(encodePng({ width: size.widthPx, height: size.heightPx, data: image.pixels, channels: 1, depth: 8 }));

function value<T>(result: Result<T, CodecError>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Readers that answer with `undefined` say no more of a damaged file than that it is one. */
const orUnreadable = <T>(read: T | undefined): Result<T, CodecError> => (read === undefined ? err({ code: 'png.unreadable', offsetBytes: 0, reason: 'damaged' }) : ok(read));

/** A record of an SBI device with its picture opened, as the driver does. */
async function readRecord(bytes: Uint8Array): Promise<Result<unknown, CodecError>> {
  const record = readIso(bytes);
  if (!record.ok || record.value.format !== 'finger-2011') return record;
  for (const one of record.value.representations) await openPrint(one, decodePicture);
  return record;
}

/** A whole transaction before the simulated devices: every image is decoded. */
function readTransaction(bytes: Uint8Array): Result<unknown, CodecError> {
  const transaction = readItl(bytes);
  if (!transaction.ok) return transaction;
  const { images } = recordedImages(transaction.value);
  for (const [slot, { widthPx, heightPx, data, compression }] of images) {
    const format = compression === 'NONE' ? 'raw' : compression === 'WSQ20' ? 'wsq' : compression === 'PNG' ? 'png' : 'jpg';
    try {
      decodeRecorded({ file: slot, format, widthPx, heightPx, bytes: data }, slot === 'portrait' ? 4 : 1);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return transaction;
}

const recordOf = (compression: number, data: Uint8Array): Uint8Array => writeFinger2011({
  format: 'finger-2011', certified: false, positionCount: 1,
  representations: [{
    capturedAt: UNKNOWN_TIME, device: { technology: 1, vendor: 1, type: 1 }, quality: [], certifications: [], position: 1, number: 0,
    resolution: { scaleUnits: 1, captureX: 500, captureY: 500, imageX: 500, imageY: 500 }, bitDepth: 8, compression, impression: 0, ...size, data, extended: new Uint8Array(0),
  }],
});

function transactionFile(): Uint8Array {
  const common = { sourceAgency: 'VN', captureDate: '20260101' };
  const print = (idc: number, position: number, compression: 'WSQ20' | 'PNG', data: Uint8Array) => fingerprintRecord({
    idc, ...common, impression: 0, position, image: { ...size, ppi: 500, compression, data }, missing: [], segments: [], nistQuality: [], segmentationQuality: [], quality: [],
  });
  return value(writeItl(makeTransaction(
    { transactionType: 'ENROL', date: '20260101', gmt: '20260101000000Z', destination: 'A', origin: 'B', controlNumber: '1', domain: { name: 'X', version: '1' } },
    [
      print(0, 13, 'WSQ20', value(encodeWsq(image, { bitsPerPixel: 0.75 }))), print(1, 14, 'PNG', png), vectorSignatureRecord(2, [{ x: 1, y: 2, pressure: 3 }]),
      faceRecord({ idc: 3, ...common, image: { ...size, ppi: 0, compression: 'JPEGB', data: jpeg }, colourSpace: 'SRGB', profile: 0, pose: 'F', quality: [] }),
    ],
    'utf-8',
  )));
}

/** Readers outside the core, each with a good file. */
export async function imageFuzzTargets(): Promise<readonly HostFuzzTarget[]> {
  const grey = value(await encodeJpeg2000({ ...size, channels: 1, pixels: image.pixels }, { maxBytes: 1_500 }));
  const colour = value(await encodeJpeg2000({ ...size, channels: 3, pixels: rgb }, { maxBytes: 2_500 }));
  const strokes = writePenStrokes({ widthPx: 100, heightPx: 50, ppi: 300, samples: Array.from({ length: 60 }, (_, n) => ({ x: n, y: n % 40, pressure: n % 9, tMs: n * 8 })) });
  return [
    { name: 'jpeg 2000 grey', good: grey, read: decodeJpeg2000 },
    { name: 'jpeg 2000 colour', good: colour, read: decodeJpeg2000 },
    { name: 'png', good: png, read: (bytes) => readGreyImage(bytes, 500) },
    { name: 'png colour', good: Uint8Array.from(encodePng({ width: size.widthPx, height: size.heightPx, data: rgb, channels: 3, depth: 8 })), read: (bytes) => orUnreadable(readRgbaImage(bytes)) },
    { name: 'jpeg', good: jpeg, read: (bytes) => orUnreadable(readRgbaImage(bytes)) },
    { name: 'sbi record, jpeg 2000', good: recordOf(4, grey), read: readRecord },
    { name: 'sbi record, png', good: recordOf(6, png), read: readRecord },
    { name: 'recorded transaction', good: transactionFile(), read: readTransaction },
    { name: 'face record', good: faceRecordOf({ picture: { data: colour, format: 'JPEG 2000', ...size }, measured: undefined, sex: '1', capturedAt: '2026-01-05T03:04:05.000Z' }), read: readIso },
    { name: 'signature file', good: strokes, read: (bytes) => orUnreadable(readPenStrokes(Buffer.from(bytes).toString('utf8'))) },
  ];
}
