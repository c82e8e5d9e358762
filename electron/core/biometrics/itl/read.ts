import type { Result } from '../../result/result.ts';
import { ByteReader } from '../byte-reader.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import { decodeText, type ItlCharset } from './charset.ts';
import { findSubfields, hasBinaryData, parseInteger, SEPARATOR, type ItlField, type ItlRecord, type ItlTransaction, type Subfields, type TaggedRecord } from './record.ts';

/** A tag is at most "99.999999999:"; a record at most 10^10 - 1 bytes, which no file reaches. */
const MAX_TAG_BYTES = 13;
/** Separated values in a whole file: bounds the memory a file of nothing but separators takes. */
const MAX_ITEMS = 500_000;
const GS = SEPARATOR.group;

/**
 * Reads a transaction in the traditional encoding. Images are found by length, never by searching a separator; their
 * bytes are views of `bytes`, not copies.
 * Errors: `itl.*` with the offset. Source: ANSI/NIST-ITL 1-2011 Update 2015, Annex B.
 */
export function readItl(bytes: Uint8Array): Result<ItlTransaction, CodecError> {
  return attempt(() => {
    const reader = new ByteReader(bytes, 'itl.truncated');
    const budget = { itemsLeft: MAX_ITEMS };
    const first = readTagged(reader, 1, { charset: 'ascii', budget });
    const charset = declaredCharset(first);
    const records: ItlRecord[] = [first];
    for (const type of contentOf(first)) records.push(readRecord(reader, type, { charset, budget }));
    if (reader.remaining > 0) throw new CodecFault('itl.bad-length', reader.offset, 'bytes after the last record');
    return { charset, records };
  });
}

/** Record types in file order, from 1.003. The first subfield counts the rest. */
function contentOf(first: TaggedRecord): number[] {
  const [head, ...entries] = findSubfields(first, 3) ?? [];
  const types = entries.map((entry) => parseInteger(entry[0]) ?? 0);
  if (head?.[0] !== '1' || parseInteger(head[1]) !== entries.length) throw new CodecFault('itl.bad-content', 0, '1.003 does not count its own entries');
  if (types.some((type) => type < 2 || type > 99)) throw new CodecFault('itl.unsupported-record', 0, 'record type outside 2 to 99');
  return types;
}

/** 1.015: code 003 is UTF-8; nothing, 000 and 001 are byte-wide. */
function declaredCharset(first: TaggedRecord): ItlCharset {
  const declared = findSubfields(first, 15)?.map((items) => items[0]) ?? [];
  if (declared.includes('003')) return 'utf-8';
  if (declared.some((code) => code === '002' || code === '004')) throw new CodecFault('itl.bad-charset', 0, 'UTF-16 and UTF-32 are not supported');
  return 'ascii';
}

type Reading = { readonly charset: ItlCharset; readonly budget: { itemsLeft: number } };

function readRecord(reader: ByteReader, type: number, reading: Reading): ItlRecord {
  if (type >= 3 && type <= 8) return readBinary(reader, type as 3 | 4 | 5 | 6 | 7 | 8);
  return readTagged(reader, type, reading);
}

function readBinary(outer: ByteReader, type: 3 | 4 | 5 | 6 | 7 | 8): ItlRecord {
  const start = outer.offset;
  const length = outer.u32();
  if (length < 5) throw new CodecFault('itl.bad-length', start, 'record shorter than its header');
  outer.take(length - 4);
  const reader = new ByteReader(outer.bytes, 'itl.truncated', { start: start + 4, end: start + length });
  const idc = reader.u8();
  if (type === 4) {
    return {
      kind: 'type-4', type, idc, impression: reader.u8(), positions: [...reader.take(6)], scanningResolution: reader.u8(),
      widthPx: reader.u16(), heightPx: reader.u16(), compression: reader.u8(), data: reader.take(reader.remaining),
    };
  }
  if (type === 8) {
    return {
      kind: 'type-8', type, idc, signer: reader.u8(), representation: reader.u8(), scanningResolution: reader.u8(),
      widthPx: reader.u16(), heightPx: reader.u16(), data: reader.take(reader.remaining),
    };
  }
  return { kind: 'opaque', type, idc, data: reader.take(reader.remaining) };
}

function readTagged(outer: ByteReader, type: number, reading: Reading): TaggedRecord {
  const start = outer.offset;
  const length = readLength(new ByteReader(outer.bytes, 'itl.truncated', { start, end: outer.end }), type);
  if (length < 8) throw new CodecFault('itl.bad-length', start, 'record shorter than its length field');
  outer.take(length);
  const end = start + length - 1;
  if (outer.bytes[end] !== SEPARATOR.file) throw new CodecFault('itl.bad-separator', end, 'record does not end with FS');
  const reader = new ByteReader(outer.bytes, 'itl.truncated', { start, end });
  const fields: ItlField[] = [];
  readTag(reader, type);
  readUntilGroup(reader);
  while (reader.remaining > 0) {
    const number = readTag(reader, type);
    if (number < 2) throw new CodecFault('itl.bad-field', reader.offset, 'field number');
    if (number === 999 && hasBinaryData(type)) fields.push({ number, data: reader.take(reader.remaining) });
    else fields.push({ number, subfields: splitItems(readUntilGroup(reader), reading, reader.offset) });
  }
  return { kind: 'tagged', type, fields };
}

function readLength(reader: ByteReader, type: number): number {
  const at = reader.offset;
  if (readTag(reader, type) !== 1) throw new CodecFault('itl.bad-field', at, 'record does not begin with its length');
  let digits = 0;
  let length = 0;
  for (;;) {
    const digit = reader.u8() - 0x30;
    if (digit < 0 || digit > 9) break;
    if (++digits > 10) throw new CodecFault('itl.bad-length', at, 'length of more than ten digits');
    length = length * 10 + digit;
  }
  return length;
}

/** "14.001:" gives 1; the type must be the one announced in 1.003. */
function readTag(reader: ByteReader, type: number): number {
  const at = reader.offset;
  let tag = '';
  for (;;) {
    const byte = reader.u8();
    if (byte === 0x3a) break;
    tag += String.fromCharCode(byte);
    if (tag.length > MAX_TAG_BYTES) throw new CodecFault('itl.bad-field', at, 'no tag');
  }
  const match = /^(\d{1,2})\.(\d{3,9})$/.exec(tag);
  if (match === null || Number(match[1]) !== type) throw new CodecFault('itl.bad-field', at, 'tag is not of this record type');
  return Number(match[2]);
}

/** Bytes of a text field, its GS consumed. */
function readUntilGroup(reader: ByteReader): Uint8Array {
  let end = reader.bytes.indexOf(GS, reader.offset);
  if (end < 0 || end > reader.end) end = reader.end;
  const bytes = reader.take(end - reader.offset);
  if (reader.remaining > 0) reader.take(1);
  return bytes;
}

function splitItems(bytes: Uint8Array, { charset, budget }: Reading, offsetBytes: number): Subfields {
  budget.itemsLeft--;
  for (const byte of bytes) if (byte === SEPARATOR.record || byte === SEPARATOR.unit) budget.itemsLeft--;
  if (budget.itemsLeft < 0) throw new CodecFault('itl.bad-field', offsetBytes, 'too many values');
  const value = decodeText(bytes, charset, offsetBytes - bytes.length - 1);
  return value.split(String.fromCharCode(SEPARATOR.record)).map((subfield) => subfield.split(String.fromCharCode(SEPARATOR.unit)));
}
