import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../result/result.ts';
import type { CodecError } from '../codec-error.ts';
import { sha256Hex } from '../sha256.ts';
import { assuranceRecord, cbeffRecord, parseAssurance, parseCbeff, type Assurance } from './assurance.ts';
import { CARD_DOMAIN, cardRecord, parseCardRecord } from './card-domain.ts';
import { toAscii } from './charset.ts';
import { faceRecord, irisRecord, parseFace, parseIris, type Face, type Iris } from './face-iris.ts';
import { fingerprintRecord, hashAgrees, parseFingerprint, type Fingerprint } from './fingerprint.ts';
import { readItl } from './read.ts';
import { idcOf, type ItlRecord, type TaggedRecord, type Type4Record } from './record.ts';
import { bitmapSignatureRecord, parseBitmapSignature, parseVectorSignature, vectorsFromPad, vectorSignatureRecord } from './signature.ts';
import { makeTransaction } from './transaction.ts';
import { writeItl } from './write.ts';

const value = <T>(result: Result<T, CodecError>): T => {
  if (!result.ok) throw new Error(`${result.error.code} at ${result.error.offsetBytes}: ${result.error.reason}`);
  return result.value;
};
const header = {
  transactionType: 'ENROL', date: '20260105', gmt: '20260105030405Z', priority: 5, destination: 'C06', origin: 'Công an xã Mẫu',
  controlNumber: 'TCN-1', domain: CARD_DOMAIN,
} as const;
/** Every separator inside the image: only lengths can find its end. */
const awkward = Uint8Array.from({ length: 300 }, (_, i) => (i * 31 + 0x1c) % 256);
const print: Fingerprint = {
  idc: 3, impression: 0, sourceAgency: 'VN', captureDate: '20260105', position: 13,
  image: { widthPx: 1600, heightPx: 1500, ppi: 500, compression: 'WSQ20', data: awkward },
  missing: [{ position: 5, code: 'XX' }, { position: 4, code: 'UP' }],
  segments: [{ position: 2, left: 104, right: 392, top: 456, bottom: 968 }],
  nistQuality: [{ position: 2, score: 2 }, { position: 3, score: 255 }],
  segmentationQuality: [{ position: 2, score: 80, vendor: '0000', algorithm: 1 }],
  quality: [{ position: 2, score: 61, vendor: '0101', algorithm: 57 }],
  comment: 'ngón út cụt', deviceMonitoring: 'ASSISTED', profile: 60, device: { make: 'M', model: 'X', serial: '1' },
};
const face: Face = {
  idc: 4, sourceAgency: 'VN', captureDate: '20260105', image: { widthPx: 1244, heightPx: 1600, ppi: 0, compression: 'JPEGB', data: awkward },
  colourSpace: 'SRGB', profile: 13, pose: 'F', quality: [{ score: 90, vendor: '0101', algorithm: 1 }],
};
const iris: Iris = { idc: 5, eye: 2, sourceAgency: 'VN', captureDate: '20260105', image: { widthPx: 640, heightPx: 480, ppi: 0, compression: 'PNG', data: awkward }, quality: [] };
const assurance: Assurance = {
  idc: 6, formatOwner: '0000', formatType: 1, createdAt: '20260105030405Z', digests: [{ idc: 3, algorithm: 'SHA-256', hex: 'ab12' }],
  audit: [{ event: 'accept', reason: 'forced', field: '14.999', oldValue: '' }],
};
const type4: Type4Record = { kind: 'type-4', type: 4, idc: 7, impression: 2, positions: [14, 255, 255, 255, 255, 255], scanningResolution: 0, widthPx: 1608, heightPx: 1000, compression: 1, data: awkward };
const strokes = [{ x: 0, y: 0, pressure: 0 }, { x: 1200, y: 640, pressure: 254 }, { x: 65535, y: 3, pressure: 1 }];
const cbeff = { idc: 8, sourceAgency: 'VN', captureDate: '20260105', biometricType: 2, formatOwner: '0101', formatType: '0008', data: awkward };
const citizen = { fullName: 'ĐẶNG THỊ NGỌC ÁNH', pid: '001300000001', sex: '2', residence: 'Thôn Hạ, xã Thượng' };
const everything: readonly ItlRecord[] = [
  cardRecord(0, citizen), fingerprintRecord(print), faceRecord(face), irisRecord(iris), assuranceRecord(assurance), type4,
  vectorSignatureRecord(9, strokes), cbeffRecord(cbeff),
];

describe('a transaction', () => {
  test('is read as written, and written again byte for byte', () => {
    for (const charset of ['utf-8', 'ascii'] as const) {
      const bytes = value(writeItl(makeTransaction(header, everything, charset)));
      const back = value(readItl(bytes));
      expect(back.charset).toBe(charset);
      expect(back.records.map(idcOf)).toEqual([undefined, 0, 3, 4, 5, 6, 7, 9, 8]);
      expect(value(writeItl(back))).toEqual(bytes);
    }
  });

  test('keeps every value of every record', () => {
    const { records } = value(readItl(value(writeItl(makeTransaction(header, everything, 'utf-8')))));
    const [, card, finger, portrait, eye, vouch, old, pen, block] = records as [TaggedRecord, TaggedRecord, TaggedRecord, TaggedRecord, TaggedRecord, TaggedRecord, ItlRecord, ItlRecord, TaggedRecord];
    expect(parseCardRecord(card)).toEqual(citizen);
    expect(parseFingerprint(finger)).toEqual(print);
    expect(hashAgrees(finger)).toBe(true);
    expect(parseFace(portrait)).toEqual(face);
    expect(parseIris(eye)).toEqual(iris);
    expect(parseAssurance(vouch)).toEqual(assurance);
    expect(old).toEqual(type4);
    expect(pen.kind === 'type-8' && parseVectorSignature(pen)).toEqual(strokes);
    expect(parseCbeff(block)).toEqual(cbeff);
  });

  test('the ASCII form declares nothing and holds no mark', () => {
    const bytes = value(writeItl(makeTransaction(header, [cardRecord(0, citizen)], 'ascii')));
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
    const written = new TextDecoder().decode(bytes);
    expect(written).toContain('2.018:DANG THI NGOC ANH');
    expect(written).not.toContain('1.015:');
    expect(toAscii('Nguyễn Đức – 中')).toBe('Nguyen Duc ? ?');
  });

  test('layout is that of the standard, length counting its own digits', () => {
    const bytes = value(writeItl(makeTransaction({ ...header, origin: 'VN' }, [type4], 'utf-8')));
    const written = new TextDecoder('latin1').decode(bytes.subarray(0, bytes.indexOf(0x1c) + 1));
    expect(written).toBe(`1.001:${written.length}\x1d1.002:0502\x1d1.003:1\x1f1\x1e4\x1f07\x1d1.004:ENROL\x1d1.005:20260105\x1d1.006:5\x1d1.007:C06\x1d1.008:VN\x1d1.009:TCN-1\x1d`
      + '1.011:19.69\x1d1.012:19.69\x1d1.013:VN-CAN-CUOC\x1f1.0\x1d1.014:20260105030405Z\x1d1.015:003\x1fUTF-8\x1f\x1c');
    expect([...bytes.subarray(written.length, written.length + 18)]).toEqual([0, 0, 1, 62, 7, 2, 14, 255, 255, 255, 255, 255, 0, 6, 72, 3, 232, 1]);
  });

  test('any text comes back from any field', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 2000 }), (name, data) => {
      fc.pre(!['\x1c', '\x1d', '\x1e', '\x1f'].some((separator) => name.includes(separator)));
      const records = [cardRecord(0, { fullName: name }), cbeffRecord({ ...cbeff, data })];
      const back = value(readItl(value(writeItl(makeTransaction(header, records, 'utf-8')))));
      expect(back.records.slice(1)).toEqual(records);
    }), { numRuns: 200 });
  });
});

describe('records', () => {
  test('a finger that is missing has no image', () => {
    const { image: _, ...rest } = print;
    const record = fingerprintRecord({ ...rest, segments: [], nistQuality: [] });
    expect(record.fields.map((field) => field.number)).toEqual([2, 3, 4, 5, 13, 18, 20, 23, 24, 30, 31, 904]);
    expect(parseFingerprint(record)?.image).toBeUndefined();
    expect(hashAgrees(record)).toBeUndefined();
  });

  test('NIST boxes above the image are clamped, 197 px/cm is 500 ppi', () => {
    const fields = fingerprintRecord(print).fields.map((field) => {
      if (field.number === 21) return { number: 21, subfields: [['2', '104', '392', '-16', '968']] };
      if (field.number === 8) return { number: 8, subfields: [['2']] };
      return field.number === 9 ? { number: 9, subfields: [['197']] } : field;
    });
    const parsed = parseFingerprint({ kind: 'tagged', type: 14, fields });
    expect(parsed?.segments).toEqual([{ position: 2, left: 104, right: 392, top: 0, bottom: 968 }]);
    expect(parsed?.image?.ppi).toBe(500);
  });

  test('a changed image no longer agrees with its hash', () => {
    const record = fingerprintRecord(print);
    const fields = record.fields.map((field) => (field.number === 999 ? { number: 999, data: awkward.with(7, 1) } : field));
    expect(hashAgrees({ ...record, fields })).toBe(false);
  });

  test('signatures: bitmap both ways, pad samples turned upright', () => {
    const image = { widthPx: 16, heightPx: 3, ppi: 500, pixels: Uint8Array.from({ length: 48 }, (_, i) => (i % 3 === 0 ? 0 : 255)) };
    const record = bitmapSignatureRecord(1, image);
    expect(record.data).toHaveLength(6);
    expect(parseBitmapSignature(record, 500)).toEqual(image);
    expect(parseBitmapSignature({ ...record, data: image.pixels }, 500)).toEqual(image);
    expect(vectorsFromPad([{ x: 100, y: 0, pressure: 1023 }, { x: 0, y: 200, pressure: 1 }, { x: 0, y: 100, pressure: 0 }], { heightPx: 200, ppi: 100, pressureMaximum: 1023 }))
      .toEqual([{ x: 1000, y: 2000, pressure: 254 }, { x: 0, y: 0, pressure: 1 }, { x: 0, y: 1000, pressure: 0 }]);
  });

  test('SHA-256 agrees with OpenSSL', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
      expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('refusals', () => {
  const bytes = value(writeItl(makeTransaction(header, everything, 'utf-8')));
  const errorOf = (file: Uint8Array): string => {
    const result = readItl(file);
    return result.ok ? 'read' : result.error.code;
  };

  test('every cut is an error', () => {
    for (let length = 0; length < bytes.length; length += 3) expect(readItl(bytes.subarray(0, length)).ok).toBe(false);
    expect(errorOf(Uint8Array.from([...bytes, 0]))).toBe('itl.bad-length');
  });

  test('a file of nothing but separators is refused', () => {
    const swollen = writeItl(makeTransaction(header, [cardRecord(0, citizen)], 'ascii'));
    const start = value(swollen).subarray(0, value(swollen).indexOf(0x1c) + 1);
    const body = `2.001:02000000\x1d2.003:${'\x1e'.repeat(2_000_000 - 22)}\x1c`;
    expect(errorOf(Uint8Array.from([...start, ...new TextEncoder().encode(body)]))).toBe('itl.bad-field');
  });

  test('what may not be written', () => {
    const injected = makeTransaction(header, [cardRecord(0, { fullName: 'A\x1d2.020:forged' })], 'utf-8');
    expect(writeItl(injected)).toMatchObject({ ok: false, error: { code: 'itl.bad-field' } });
    expect(writeItl({ ...injected, records: injected.records.slice(0, 1) })).toMatchObject({ ok: false, error: { code: 'itl.bad-content' } });
  });

  test('bytes that are not UTF-8 in a file that says so', () => {
    const at = bytes.findIndex((byte) => byte >= 0xc2);
    expect(errorOf(bytes.with(at + 1, 0x41))).toBe('itl.bad-charset');
  });
});
