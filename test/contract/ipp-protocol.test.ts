import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATION, TAG, decodeAnswer, encodeRequest } from '../../drivers/ipp-printer/protocol.ts';

/** A request has the same shape as an answer but for the meaning of the third and fourth byte, so one decodes the other. */
const REQUEST = encodeRequest({
  operation: OPERATION.printJob, requestId: 7,
  attributes: [
    { tag: TAG.uri, name: 'printer-uri', values: ['ipp://localhost/printers/quầy'] },
    { tag: TAG.keyword, name: 'requested-attributes', values: ['printer-state', 'job-state'] },
    { tag: TAG.integer, name: 'job-id', values: [-2] },
    { tag: TAG.boolean, name: 'last-document', values: [true] },
  ],
  document: Uint8Array.of(1, 2, 3),
});

describe('IPP bytes', () => {
  it('read back what was written: order, several values, numbers, UTF-8', () => {
    const decoded = decodeAnswer(REQUEST);
    if (!decoded.ok) throw new Error(decoded.error);
    expect(decoded.value).toMatchObject({ status: OPERATION.printJob, requestId: 7 });
    const { tag, attributes } = decoded.value.groups[0]!;
    expect(tag).toBe(TAG.operation);
    expect([...attributes]).toEqual([
      ['attributes-charset', ['utf-8']], ['attributes-natural-language', ['en']], ['printer-uri', ['ipp://localhost/printers/quầy']],
      ['requested-attributes', ['printer-state', 'job-state']], ['job-id', [-2]], ['last-document', [true]],
    ]);
  });

  it('the bytes of a small request are those of RFC 8010', () => {
    const bytes = encodeRequest({ operation: OPERATION.getPrinterAttributes, requestId: 1, attributes: [] });
    expect(Buffer.from(bytes).toString('latin1')).toBe('\x01\x01\x00\x0b\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x48\x00\x1battributes-natural-language\x00\x02en\x03');
  });

  it('every cut of an answer is a reason, never an exception', () => {
    const end = REQUEST.length - 3;
    for (let length = 0; length < end; length++) expect(decodeAnswer(REQUEST.subarray(0, length)).ok, `cut at ${length}`).toBe(false);
    expect(decodeAnswer(REQUEST.subarray(0, end)).ok).toBe(true);
  });

  it('any bytes, and any one changed byte, end in a value', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeAnswer(bytes).ok === 'boolean'), { numRuns: 2_000 });
    fc.assert(fc.property(fc.nat(REQUEST.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const changed = REQUEST.slice();
      changed[at] = byte;
      return typeof decodeAnswer(changed).ok === 'boolean';
    }), { numRuns: 2_000 });
  });

  it('a further value before any name, and a value before any group, are malformed', () => {
    const head = [1, 1, 0, 0, 0, 0, 0, 1];
    expect(decodeAnswer(Uint8Array.from([...head, TAG.operation, TAG.keyword, 0, 0, 0, 1, 65, TAG.end]))).toEqual({ ok: false, error: 'malformed' });
    expect(decodeAnswer(Uint8Array.from([...head, TAG.keyword, 0, 1, 65, 0, 1, 65, TAG.end]))).toEqual({ ok: false, error: 'malformed' });
  });
});
