import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerFailure, DerReader } from './der-read.ts';
import { TAG, bitString, context, lengthOctets, octetString, oid, sequence, setOf, smallInteger, time, tlv, unsignedInteger, utf8String } from './der-write.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('writing DER', () => {
  it.each([
    ['a short length', lengthOctets(0x7f), '7f'],
    ['the first long length', lengthOctets(0x80), '8180'],
    ['a length of three octets', lengthOctets(0x012345), '83012345'],
    ['zero', smallInteger(0), '020100'],
    ['128 with a sign octet', smallInteger(128), '02020080'],
    ['an integer without its leading zeros', unsignedInteger(Buffer.from('0000ff', 'hex')), '020200ff'],
    ['the OID of X.690, 8.19.5', oid('2.999.3'), '0603883703'],
    ['rsaEncryption', oid('1.2.840.113549.1.1.1'), '06092a864886f70d010101'],
    ['a SET OF in the order of its encodings', setOf(smallInteger(2), smallInteger(1)), '3106020101020102'],
    ['a bit string with unused bits', bitString(Buffer.from([0x06]), 1), '03020106'],
    ['Vietnamese text in NFC', utf8String('Qu\u00e2\u0300y'), '0c065175e1baa779'],
    ['UTCTime up to 2049', time(new Date('2049-12-31T23:59:59.999Z')), '170d3439313233313233353935395a'],
    ['GeneralizedTime from 2050', time(new Date('2050-01-01T00:00:00Z')), '180f32303530303130313030303030305a'],
  ])('%s', (_name, bytes, expected) => {
    expect(hex(Uint8Array.from(bytes))).toBe(expected);
  });
});

describe('reading DER', () => {
  it('gives back what was written, at the right offsets', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.bigInt({ min: 0n, max: 2n ** 70n }), (bytes, number) => {
      const big = Buffer.from(number.toString(16).padStart(20, '0'), 'hex');
      const reader = new DerReader(sequence(octetString(bytes), tlv(context(0), unsignedInteger(big)))).enter(TAG.sequence, 'sequence');
      expect(hex(reader.read(TAG.octetString, 'bytes').content)).toBe(hex(bytes));
      const integer = reader.enter(context(0), '[0]').read(TAG.integer, 'number');
      expect(BigInt(`0x${hex(integer.content)}`)).toBe(number);
      reader.end('sequence');
    }));
  });

  it.each([
    ['an indefinite length', '3080020100000000', 1],
    ['a length longer than needed', '308103020100', 1],
    ['a length of nine octets', '3089ffffffffffffffffff', 1],
    ['content that is cut off', '3005020100', 0],
    ['another tag', '3103020100', 0],
    ['nothing', '', 0],
  ])('refuses %s and says where', (_name, bytes, offset) => {
    expect(() => new DerReader(Buffer.from(bytes, 'hex')).read(TAG.sequence, 'sequence')).toThrow(expect.objectContaining({ name: 'DerFailure', offset }));
  });

  it('counts offsets from the outermost buffer', () => {
    const inner = new DerReader(Buffer.from('3005300302010b', 'hex')).enter(TAG.sequence, 'outer').enter(TAG.sequence, 'inner');
    expect(() => inner.read(TAG.oid, 'oid')).toThrow(expect.objectContaining({ offset: 4 }));
    inner.read(TAG.integer, 'integer');
    expect(() => inner.read(TAG.integer, 'more')).toThrow(expect.objectContaining({ offset: 7 }));
  });

  it('answers any bytes with a value or a DerFailure', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        const reader = new DerReader(bytes);
        for (let tag = reader.peek(); tag !== undefined; tag = reader.peek()) reader.read(tag, 'anything');
      } catch (error) {
        expect(error).toBeInstanceOf(DerFailure);
      }
    }), { numRuns: 2_000 });
  });
});
