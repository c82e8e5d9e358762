import type { Result } from '../../result/result.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';
import { encodeText, type ItlCharset } from './charset.ts';
import { findSubfields, idcOf, parseInteger, SEPARATOR, type ItlRecord, type ItlTransaction, type Subfields, type TaggedRecord } from './record.ts';

/**
 * Writes a transaction in the traditional encoding; lengths are computed, everything else is written as it stands.
 * Errors: `itl.bad-content` when 1.003 does not list the records; `itl.bad-charset` for text the charset lacks;
 * `itl.bad-field` for separators inside an item. Source: ANSI/NIST-ITL 1-2011 Update 2015, Annex B.
 */
export function writeItl(transaction: ItlTransaction): Result<Uint8Array, CodecError> {
  return attempt(() => {
    const { records, charset } = transaction;
    const [first] = records;
    if (first === undefined || first.kind !== 'tagged' || first.type !== 1) throw new CodecFault('itl.bad-content', 0, 'the first record is not Type-1');
    checkContent(first, records.slice(1));
    const writer = new ByteWriter(64 * 1024);
    for (const record of records) writeRecord(writer, record, record.type === 1 ? 'ascii' : charset);
    return writer.finish();
  });
}

function checkContent(first: TaggedRecord, others: readonly ItlRecord[]): void {
  const [head, ...entries] = findSubfields(first, 3) ?? [];
  const agrees = (entry: readonly string[], record: ItlRecord | undefined): boolean =>
    record !== undefined && parseInteger(entry[0]) === record.type && parseInteger(entry[1]) === idcOf(record);
  if (head?.[0] !== '1' || parseInteger(head[1]) !== others.length || entries.length !== others.length || !entries.every((entry, i) => agrees(entry, others[i]))) {
    throw new CodecFault('itl.bad-content', 0, '1.003 does not list the records');
  }
}

function writeRecord(writer: ByteWriter, record: ItlRecord, charset: ItlCharset): void {
  switch (record.kind) {
    case 'tagged': return writeTagged(writer, record, charset);
    case 'opaque':
      writer.u32(5 + record.data.length);
      writer.u8(record.idc);
      return writer.put(record.data);
    case 'type-4':
      writer.u32(18 + record.data.length);
      writer.u8(record.idc);
      writer.u8(record.impression);
      writer.put(Uint8Array.from({ length: 6 }, (_, i) => record.positions[i] ?? 255));
      writer.u8(record.scanningResolution);
      writer.u16(record.widthPx);
      writer.u16(record.heightPx);
      writer.u8(record.compression);
      return writer.put(record.data);
    case 'type-8':
      writer.u32(12 + record.data.length);
      writer.u8(record.idc);
      writer.u8(record.signer);
      writer.u8(record.representation);
      writer.u8(record.scanningResolution);
      writer.u16(record.widthPx);
      writer.u16(record.heightPx);
      return writer.put(record.data);
  }
}

function writeTagged(writer: ByteWriter, record: TaggedRecord, charset: ItlCharset): void {
  const body = new ByteWriter();
  for (const field of record.fields) {
    body.u8(SEPARATOR.group);
    body.ascii(`${record.type}.${String(field.number).padStart(3, '0')}:`);
    body.put('data' in field ? field.data : encodeText(joinItems(field.subfields), charset));
  }
  body.u8(SEPARATOR.file);
  const tag = `${record.type}.001:`;
  // The length counts its own digits: one more digit may make the number longer.
  let length = tag.length + body.length;
  let digits = String(length).length;
  while (String(length + digits).length > digits) digits++;
  length += digits;
  writer.ascii(tag + String(length));
  writer.put(body.finish());
}

const SEPARATORS = Object.values(SEPARATOR).map((code) => String.fromCharCode(code));

function joinItems(subfields: Subfields): string {
  for (const item of subfields.flat()) {
    // FS, GS, RS or US inside a value would change what the file says.
    if (SEPARATORS.some((separator) => item.includes(separator))) throw new CodecFault('itl.bad-field', 0, 'separator inside an item');
  }
  return subfields.map((items) => items.join(String.fromCharCode(SEPARATOR.unit))).join(String.fromCharCode(SEPARATOR.record));
}
