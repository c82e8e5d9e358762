import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase45, toBase45 } from './base45.ts';
import { personTag, readReceiptCode, receiptCode, statementBytes, type ReceiptStatement } from './receipt-code.ts';

const hexOf = (bytes: number): fc.Arbitrary<string> => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((all) => Buffer.from(all).toString('hex'));
const statements: fc.Arbitrary<ReceiptStatement> = fc.record({
  dossierId: fc.uuid(), pid: fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 999_999_999_999 }).map((n) => String(n).padStart(12, '0'))), receivedAtS: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  dueOn: fc.integer({ min: 0, max: 65_535 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)), personTag: hexOf(8), auditHead: hexOf(32), keyId: hexOf(8), practice: fc.boolean(),
});

describe('the code of a receipt', () => {
  it('reads back what it states, signed and not', () => {
    fc.assert(fc.property(statements, fc.boolean(), (statement, isSigned) => {
      const read = readReceiptCode(receiptCode(statementBytes(statement), new Uint8Array(isSigned ? 64 : 0).fill(7)));
      expect(read).toMatchObject({ ok: true, value: { statement } });
      expect(read.ok && read.value.signature.length).toBe(isSigned ? 64 : 0);
    }));
  });

  it('is short enough for a QR code of 53 modules, in its densest mode', () => {
    const statement = { dossierId: '0d3b5c8e-5f0e-4a53-9a6e-2f1de6a0c1b7', pid: '001190012345', receivedAtS: 1, dueOn: '2026-04-21', personTag: 'a'.repeat(16), auditHead: 'b'.repeat(64), keyId: 'c'.repeat(16), practice: true };
    const code = receiptCode(statementBytes(statement), new Uint8Array(64));
    expect(code.length).toBeLessThanOrEqual(262); // version 9, level M, alphanumeric: ISO/IEC 18004, Table 7
    expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it('takes nothing else for a receipt', () => {
    fc.assert(fc.property(fc.string(), (text) => !readReceiptCode(text).ok));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 160 }), (bytes) => !readReceiptCode(`TCC2:${toBase45(Uint8Array.from([9, ...bytes]))}`).ok));
  });

  it('knows a name by its letters, however they are composed, and by its tone marks', () => {
    expect(personTag('Nguyễn Văn Hòa'.normalize('NFD'), '1990')).toBe(personTag('NGUYỄN VĂN HÒA', '1990'));
    expect(personTag('Nguyễn Văn Hoa', '1990')).not.toBe(personTag('Nguyễn Văn Hòa', '1990'));
  });
});

describe('base45', () => {
  // Source: RFC 9285, 4.3 and 4.4.
  it.each([['AB', 'BB8'], ['Hello!!', '%69 VD92EX0'], ['base-45', 'UJCLQE7W581'], ['ietf!', 'QED8WEX0']])('%s = %s', (plain, coded) => {
    expect(toBase45(new TextEncoder().encode(plain))).toBe(coded);
    expect(fromBase45(coded)).toEqual(new TextEncoder().encode(plain));
  });
  it('goes there and back', () => fc.assert(fc.property(fc.uint8Array(), (bytes) => Buffer.from(fromBase45(toBase45(bytes))!).equals(Buffer.from(bytes)))));
  it.each(['GGX', '::', 'A', 'bb8', 'ĂĂ'])('refuses %s', (text) => expect(fromBase45(text)).toBeUndefined());
});
