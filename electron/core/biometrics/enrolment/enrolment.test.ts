import { describe, expect, test } from 'vitest';
import { EMPTY_PERSON } from '../../person/person.ts';
import { syntheticRidges } from '../image/synthetic-ridges.ts';
import { readFace2011 } from '../iso19794/face.ts';
import { parseAssurance, parseCbeff } from '../itl/assurance.ts';
import { parseCardRecord } from '../itl/card-domain.ts';
import { parseFace } from '../itl/face-iris.ts';
import { hashAgrees, parseFingerprint } from '../itl/fingerprint.ts';
import { readItl } from '../itl/read.ts';
import { findText, type ItlRecord, type TaggedRecord } from '../itl/record.ts';
import { writeItl } from '../itl/write.ts';
import { drawStrokes } from '../signature/ink.ts';
import { FULL_PRESSURE, type PenStrokes } from '../signature/pen-strokes.ts';
import { encodeWsq } from '../wsq/encode.ts';
import type { Enrolment, EnrolmentPrint } from './enrolment.ts';
import { enrolmentTransaction } from './enrolment-transaction.ts';
import { faceRecordOf } from './face-record.ts';
import { signatureIn } from './signature-records.ts';

const at = '2026-11-21T20:30:05.250Z'; // the 22nd in Vietnam
const wsq = encodeWsq(syntheticRidges({ widthPx: 96, heightPx: 112, seed: 1 }), { bitsPerPixel: 0.75 });
if (!wsq.ok) throw new Error(wsq.error.code);
const strokes: PenStrokes = {
  widthPx: 1200, heightPx: 480, ppi: 300,
  samples: [{ x: 30, y: 400, pressure: 512, tMs: 0 }, { x: 600, y: 100, pressure: FULL_PRESSURE, tMs: 8 }, { x: 601, y: 100, pressure: 0, tMs: 16 }],
};
const print = (slot: EnrolmentPrint['slot'], fingers?: EnrolmentPrint['fingers']): EnrolmentPrint =>
  ({ slot, widthPx: 96, heightPx: 112, ppi: 500, wsq: wsq.value, capturedAt: at, sha256: `${slot}-hash`, device: { model: 'Máy quét', serial: 'S1' }, fingers });
const box = { leftPx: 10, topPx: 20, widthPx: 30, heightPx: 40 };
const jpeg = Uint8Array.of(0xff, 0xd8, 0x1c, 0x1d, 0xff, 0xd9);
const face = { data: jpeg, widthPx: 1244, heightPx: 1600, capturedAt: at } as const;

const enrolment: Enrolment = {
  dossier: { id: '3f', number: '26-1122-0001', kind: 'exchange', unit: 'Công an phường Giảng Võ', receivedOn: '2026-11-22' },
  madeAt: at, person: { ...EMPTY_PERSON, fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '2001-02-28', sex: '2', phone: '0900000000' },
  missing: [{ finger: 'right-little', reason: 'amputated' }, { finger: 'left-thumb', reason: 'bandaged' }, { finger: 'right-thumb', reason: 'scarred' }],
  prints: [print('right-four', [{ finger: 'right-index', box, score: 61 }, { finger: 'right-middle', box: { ...box, leftPx: 70 }, score: undefined }, { finger: undefined, box, score: 3 }]), print('rolled-left-index')],
  portrait: { ...face, compression: 'JPEGB', sha256: 'face-hash', fullFrontal: false, faceRecord: faceRecordOf({ picture: { ...face, format: 'JPEG' }, measured: undefined, sex: '2', capturedAt: at }) },
  signature: { strokes, image: drawStrokes(strokes), capturedAt: at, sha256: 'signature-hash' },
};

function roundTrip(charset: 'utf-8' | 'ascii' = 'utf-8', what = enrolment): readonly ItlRecord[] {
  const bytes = writeItl(enrolmentTransaction(what, charset));
  if (!bytes.ok) throw new Error(bytes.error.reason);
  const back = readItl(bytes.value);
  if (!back.ok) throw new Error(back.error.reason);
  const again = writeItl(back.value);
  expect(again.ok && again.value).toEqual(bytes.value);
  return back.value.records;
}
const tagged = (records: readonly ItlRecord[], type: number): readonly TaggedRecord[] => records.filter((record): record is TaggedRecord => record.kind === 'tagged' && record.type === type);

describe('an enrolment as a transaction', () => {
  const records = roundTrip();

  test('has the records in their order, each with its own number', () => {
    expect(records.map(({ type }) => type)).toEqual([1, 2, 14, 14, 14, 10, 99, 8, 8, 98]);
  });

  test('says who it is, and leaves out what is not the card’s', () => {
    expect(parseCardRecord(tagged(records, 2)[0]!)).toEqual({
      dossierId: '3f', procedure: 'exchange', receivingUnit: 'Công an phường Giảng Võ', receivedOn: '20261122',
      fullName: 'TRẦN THỊ BÌNH', pid: '079301000002', birthDate: '20010228', sex: '2',
    });
  });

  test('names the agency of every image as Type-1 does, without marks', () => {
    const agencies = [...tagged(records, 14).map((record) => parseFingerprint(record)?.sourceAgency), parseFace(tagged(records, 10)[0]!)?.sourceAgency, parseCbeff(tagged(records, 99)[0]!)?.sourceAgency];
    expect(new Set(agencies)).toEqual(new Set(['Cong an phuong Giang Vo']));
    expect(findText(tagged(records, 1)[0]!, 8)).toBe('Cong an phuong Giang Vo');
  });

  test('gives a slap its boxes, qualities and missing finger; what failed or wasn’t found is 255, what was not tried 254', () => {
    expect(parseFingerprint(tagged(records, 14)[0]!)).toMatchObject({
      position: 13, impression: 0, captureDate: '20261122', profile: 60, deviceMonitoring: 'CONTROLLED', missing: [{ position: 5, code: 'XX' }],
      segments: [{ position: 2, left: 10, top: 20, right: 40, bottom: 60 }, { position: 3, left: 70, top: 20, right: 96, bottom: 60 }],
      nistQuality: [{ position: 2, score: 254 }, { position: 3, score: 254 }, { position: 4, score: 254 }],
      quality: [{ position: 2, score: 61, vendor: '0000', algorithm: 2 }, { position: 3, score: 255, vendor: '0000', algorithm: 2 }, { position: 4, score: 255, vendor: '0000', algorithm: 2 }],
      comment: expect.stringContaining('not NFIQ 2') as string,
    });
    expect(hashAgrees(tagged(records, 14)[0]!)).toBe(true);
  });

  test('tells a roll by its impression, and nothing where nobody looked', () => {
    expect(parseFingerprint(tagged(records, 14)[1]!)).toMatchObject({ position: 7, impression: 1, profile: 45, segments: [], quality: [] });
  });

  test('tells a slap whose fingers are all missing in a record without image', () => {
    const empty = parseFingerprint(tagged(records, 14)[2]!);
    expect(empty).toMatchObject({ position: 15, missing: [{ position: 6, code: 'UP' }, { position: 1, code: 'SR' }] });
    expect(empty).not.toHaveProperty('image');
  });

  test('holds the face as it was kept and once more as an ISO record', () => {
    expect(parseFace(tagged(records, 10)[0]!)).toMatchObject({ pose: 'F', image: { compression: 'JPEGB', widthPx: 1244, data: jpeg } });
    const block = parseCbeff(tagged(records, 99)[0]!);
    expect(block).toMatchObject({ biometricType: 2, formatOwner: '0101', formatType: '0008' });
    expect(readFace2011(block!.data)).toMatchObject({ ok: true, value: { representations: [{ gender: 2, dataType: 0, capturedAt: { year: 2026, month: 11, day: 21, hour: 20, minute: 30 } }] } });
  });

  test('names what each record was made from', () => {
    expect(parseAssurance(tagged(records, 98)[0]!)?.digests.map(({ idc, hex }) => [idc, hex])).toEqual([
      [1, 'right-four-hash'], [2, 'rolled-left-index-hash'], [4, 'face-hash'], [6, 'signature-hash'], [7, 'signature-hash'],
    ]);
  });

  test('gives the signature back as strokes: same place, same pressure', () => {
    const back = signatureIn(records) as PenStrokes;
    const scale = back.ppi / strokes.ppi;
    const left = back.samples[0]!.x - strokes.samples[0]!.x * scale;
    const top = back.samples[0]!.y - strokes.samples[0]!.y * scale;
    back.samples.forEach((sample, n) => {
      const original = strokes.samples[n]!;
      expect(sample.x - left).toBeCloseTo(original.x * scale, -1);
      expect(sample.y - top).toBeCloseTo(original.y * scale, -1);
      expect(Math.abs(sample.pressure - original.pressure)).toBeLessThanOrEqual(4);
    });
    expect(back.samples.map(({ pressure }) => pressure === 0)).toEqual([false, false, true]);
  });

  test('without vectors gives back the bitmap', () => {
    const image = drawStrokes(strokes);
    const back = signatureIn(roundTrip('utf-8', { ...enrolment, signature: { ...enrolment.signature!, strokes: undefined } }));
    expect(back).toMatchObject({ widthPx: 1200, heightPx: 480 });
    expect((back as { pixels: Uint8Array }).pixels.filter((grey) => grey === 0).length).toBe(image.pixels.filter((grey) => grey < 128).length);
  });

  test('without marks is readable by tools that take ASCII only', () => {
    expect(parseCardRecord(tagged(roundTrip('ascii'), 2)[0]!)).toMatchObject({ fullName: 'TRAN THI BINH' });
  });

  test('of a citizen of whom nothing could be taken is still a transaction', () => {
    const nothing = roundTrip('utf-8', { ...enrolment, prints: [], portrait: undefined, signature: undefined, missing: [] });
    expect(nothing.map(({ type }) => type)).toEqual([1, 2, 98]);
  });
});
