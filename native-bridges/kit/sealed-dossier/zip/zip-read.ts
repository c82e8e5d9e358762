import { crc32 } from 'node:zlib';
import { SEALED_LIMITS } from '../../../../electron/contract/sealed.ts';
import { AppError } from '../../../../electron/core/errors/app-error.ts';
import type { ZipFile } from './zip-write.ts';

/** Signatures and fixed sizes of APPNOTE.TXT 6.3: 4.3.7 local header, 4.3.12 central header, 4.3.16 end record. */
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
const END = { signature: 0x06054b50, bytes: 22 } as const;
/** No absolute path, no `..`, no backslash, no drive, no hidden file: lower-case names one folder deep at most. */
const SAFE_NAME = /^(?:[a-z0-9-]{1,40}\/)?[a-z0-9-]{1,40}\.[a-z][a-z0-9]{0,4}$/;

const bad = (why: string, offset: number): AppError => new AppError('sealed.bad-zip', { why, offset });

type Entry = { readonly name: string; readonly crc: number; readonly size: number; readonly offset: number };

/**
 * Reads a ZIP of stored entries, without trusting a byte of it: entries lie one behind the other with nothing between,
 * before or after; central and local headers agree; names are safe and unique; sizes are bounded; checksums hold.
 * Nothing is written to disk.
 * @throws {AppError} sealed.bad-zip with the reason and the offset
 */
export function readZip(bytes: Uint8Array): ZipFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, start } = readDirectory(zip);
  let at = 0;
  const files = entries.map((entry) => {
    if (entry.offset !== at) throw bad('gap', at);
    const content = readContent(zip, entry);
    at = entry.offset + LOCAL.bytes + entry.name.length + entry.size;
    return { name: entry.name, bytes: content };
  });
  if (at !== start) throw bad('gap', at);
  return files;
}

function readDirectory(zip: Buffer): { readonly entries: readonly Entry[]; readonly start: number } {
  const end = zip.length - END.bytes;
  if (end < 0 || zip.readUInt32LE(end) !== END.signature) throw bad('no end record', Math.max(0, end));
  const count = zip.readUInt16LE(end + 10);
  const size = zip.readUInt32LE(end + 12);
  const start = zip.readUInt32LE(end + 16);
  // disks 0 and 0, equal counts, no comment, directory right before the end record
  if (zip.readUInt32LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count || zip.readUInt16LE(end + 20) !== 0) throw bad('end record', end);
  if (count === 0 || count > SEALED_LIMITS.entries) throw bad('number of entries', end + 10);
  if (start + size !== end) throw bad('directory bounds', end + 12);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let i = 0; i < count; i++) {
    const entry = readCentral(zip, at, end);
    if (names.has(entry.name)) throw bad('duplicate name', at);
    names.add(entry.name);
    entries.push(entry);
    at += CENTRAL.bytes + entry.name.length;
  }
  if (at !== end) throw bad('directory bounds', at);
  return { entries, start };
}

function readCentral(zip: Buffer, at: number, limit: number): Entry {
  if (at + CENTRAL.bytes > limit || zip.readUInt32LE(at) !== CENTRAL.signature) throw bad('central header', at);
  const nameLength = zip.readUInt16LE(at + 28);
  if (at + CENTRAL.bytes + nameLength > limit) throw bad('central header', at);
  const name = zip.toString('latin1', at + CENTRAL.bytes, at + CENTRAL.bytes + nameLength);
  if (!SAFE_NAME.test(name)) throw bad('unsafe name', at + CENTRAL.bytes);
  const size = zip.readUInt32LE(at + 24);
  if (size === 0 || size > SEALED_LIMITS.entryBytes) throw bad('entry size', at + 24);
  // flags 0, method 0 (stored), compressed size equal, no extra field, no comment, disk 0, no attributes that make links
  const plain = zip.readUInt16LE(at + 8) === 0 && zip.readUInt16LE(at + 10) === 0 && zip.readUInt32LE(at + 20) === size
    && zip.readUInt16LE(at + 30) === 0 && zip.readUInt16LE(at + 32) === 0 && zip.readUInt16LE(at + 34) === 0 && zip.readUInt32LE(at + 38) === 0;
  if (!plain) throw bad('not a plain stored entry', at);
  return { name, crc: zip.readUInt32LE(at + 16), size, offset: zip.readUInt32LE(at + 42) };
}

function readContent(zip: Buffer, entry: Entry): Buffer {
  const { offset } = entry;
  const nameAt = offset + LOCAL.bytes;
  const start = nameAt + entry.name.length;
  if (start + entry.size > zip.length || zip.readUInt32LE(offset) !== LOCAL.signature) throw bad('local header', offset);
  const agrees = zip.readUInt16LE(offset + 6) === 0 && zip.readUInt16LE(offset + 8) === 0 && zip.readUInt32LE(offset + 14) === entry.crc
    && zip.readUInt32LE(offset + 18) === entry.size && zip.readUInt32LE(offset + 22) === entry.size
    && zip.readUInt16LE(offset + 26) === entry.name.length && zip.readUInt16LE(offset + 28) === 0
    && zip.toString('latin1', nameAt, start) === entry.name;
  if (!agrees) throw bad('local header differs', offset);
  const content = zip.subarray(start, start + entry.size);
  if (crc32(content) !== entry.crc) throw bad('checksum', start);
  return content;
}
