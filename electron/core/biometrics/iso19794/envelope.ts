import type { ByteReader } from '../byte-reader.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { CodecFault } from '../codec-error.ts';

/** Parts that the 2011 editions of 19794-4, -5 and -6 share. Numbers are as in the record; all bits set = unspecified. */
export type CaptureTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};
export type CaptureDevice = { readonly technology: number; readonly vendor: number; readonly type: number };
/** `score` 0..100, 255 = computation failed; vendor and algorithm from the CBEFF registry. */
export type QualityBlock = { readonly score: number; readonly vendor: number; readonly algorithm: number };
export type CertificationBlock = { readonly authority: number; readonly scheme: number };

/** Head of every 2011 representation. UTC. */
export type RepresentationHead = { readonly capturedAt: CaptureTime; readonly device: CaptureDevice; readonly quality: readonly QualityBlock[] };

export const UNKNOWN_TIME: CaptureTime = { year: 0xffff, month: 0xff, day: 0xff, hour: 0xff, minute: 0xff, second: 0xff, millisecond: 0xffff };

const HEADER_BYTES = 8;

/** `FIR\0` + `020\0` and the like. Errors: `iso.bad-magic`, `iso.bad-version`. */
export function expectMagic(reader: ByteReader, magic: string, version: string): void {
  const at = reader.offset;
  const word = String.fromCharCode(...reader.take(HEADER_BYTES));
  if (word.slice(0, 4) !== `${magic}\0`) throw new CodecFault('iso.bad-magic', at, `not ${magic}`);
  if (word.slice(4) !== `${version}\0`) throw new CodecFault('iso.bad-version', at + 4, `not version ${version}`);
}

export function writeMagic(writer: ByteWriter, magic: string, version: string): void {
  writer.ascii(`${magic}\0${version}\0`);
}

/** The record's own length must be what there is. */
export function expectRecordLength(reader: ByteReader, lengthBytes: 4 | 6): void {
  const at = reader.offset;
  if (reader.uint(lengthBytes) !== reader.bytes.length) throw new CodecFault('iso.bad-length', at, 'record length is not the length of the file');
}

/** A reader confined to one block of `length` bytes that starts at `start` (the length field included). */
export function confine(outer: ByteReader, makeReader: (range: { start: number; end: number }) => ByteReader, least: number): ByteReader {
  const start = outer.offset;
  const length = outer.u32();
  if (length < least) throw new CodecFault('iso.bad-length', start, 'block shorter than its header');
  outer.take(length - 4);
  return makeReader({ start: start + 4, end: start + length });
}

export function readHead(reader: ByteReader): RepresentationHead {
  const capturedAt = { year: reader.u16(), month: reader.u8(), day: reader.u8(), hour: reader.u8(), minute: reader.u8(), second: reader.u8(), millisecond: reader.u16() };
  const device = { technology: reader.u8(), vendor: reader.u16(), type: reader.u16() };
  const quality = Array.from({ length: reader.u8() }, () => ({ score: reader.u8(), vendor: reader.u16(), algorithm: reader.u16() }));
  return { capturedAt, device, quality };
}

export function writeHead(writer: ByteWriter, head: RepresentationHead): void {
  const { capturedAt: time, device, quality } = head;
  writer.u16(time.year);
  for (const part of [time.month, time.day, time.hour, time.minute, time.second]) writer.u8(part);
  writer.u16(time.millisecond);
  writer.u8(device.technology);
  writer.u16(device.vendor);
  writer.u16(device.type);
  writer.u8(quality.length);
  for (const block of quality) {
    writer.u8(block.score);
    writer.u16(block.vendor);
    writer.u16(block.algorithm);
  }
}

/** Blocks whose length field counts itself. */
export function writeSized(writer: ByteWriter, body: Uint8Array): void {
  writer.u32(body.length + 4);
  writer.put(body);
}

/** Nothing may follow the last block. */
export function expectEnd(reader: ByteReader): void {
  if (reader.remaining > 0) throw new CodecFault('iso.bad-length', reader.offset, 'bytes after the last block');
}
