import type { Result } from '../../result/result.ts';
import { ByteWriter } from '../byte-writer.ts';
import { attempt, CodecFault, type CodecError } from '../codec-error.ts';

/** A BER-TLV object as read: `start` is where its tag begins. */
type Tlv = { readonly tag: number; readonly value: Uint8Array; readonly start: number; readonly end: number };

/** An element of a biometric header template, e.g. 0x81 biometric type, 0x82 subtype, 0x87 and 0x88 format owner and type. */
export type HeaderElement = { readonly tag: number; readonly value: Uint8Array };

/** One biometric of a data group: its header in file order and the data block (an ISO 19794 or 39794 record). */
export type BiometricTemplate = { readonly header: readonly HeaderElement[]; readonly data: Uint8Array; readonly dataTag: 0x5f2e | 0x7f2e };

/** Data groups 2 (face), 3 (fingers) and 4 (irises) of an ICAO chip. */
export type BiometricDataGroup = { readonly dataGroup: 2 | 3 | 4; readonly templates: readonly BiometricTemplate[] };

const GROUP_TAGS = { 2: 0x75, 3: 0x63, 4: 0x76 } as const;
/** A count byte and up to 255 templates. */
const MAX_CHILDREN = 256;
const TAG = { group: 0x7f61, count: 0x02, template: 0x7f60, header: 0xa1 } as const;

/**
 * Reads the biometric group templates of a data group. Errors: `lds.*` with the offset.
 * Source: ICAO Doc 9303-10 (8th ed., 2021), 4.7; ISO/IEC 7816-11.
 */
export function readDataGroup(bytes: Uint8Array): Result<BiometricDataGroup, CodecError> {
  return attempt(() => {
    const outer = readTlv(bytes, 0, bytes.length);
    const dataGroup = outer.tag === GROUP_TAGS[2] ? 2 : outer.tag === GROUP_TAGS[3] ? 3 : outer.tag === GROUP_TAGS[4] ? 4 : undefined;
    if (dataGroup === undefined) throw new CodecFault('lds.bad-tag', 0, 'not a biometric data group');
    if (outer.end !== bytes.length) throw new CodecFault('lds.bad-length', outer.end, 'bytes after the data group');
    const group = readTlv(bytes, outer.end - outer.value.length, outer.end);
    expectTag(group, TAG.group);
    const [count, ...parts] = children(bytes, group);
    if (count === undefined || count.value.length !== 1) throw new CodecFault('lds.bad-length', group.start, 'number of templates missing');
    expectTag(count, TAG.count);
    if (count.value[0] !== parts.length) throw new CodecFault('lds.bad-length', count.start, 'number of templates is wrong');
    return { dataGroup, templates: parts.map((part) => readTemplate(bytes, part)) };
  });
}

function readTemplate(bytes: Uint8Array, template: Tlv): BiometricTemplate {
  expectTag(template, TAG.template);
  const [header, data] = children(bytes, template);
  if (header === undefined || data === undefined) throw new CodecFault('lds.bad-length', template.start, 'template without header or data');
  expectTag(header, TAG.header);
  if (data.tag !== 0x5f2e && data.tag !== 0x7f2e) throw new CodecFault('lds.bad-tag', data.start, 'no biometric data block');
  return { header: children(bytes, header).map(({ tag, value }) => ({ tag, value })), data: data.value, dataTag: data.tag };
}

function expectTag(tlv: Tlv, tag: number): void {
  if (tlv.tag !== tag) throw new CodecFault('lds.bad-tag', tlv.start, `tag ${tlv.tag.toString(16)} instead of ${tag.toString(16)}`);
}

function children(bytes: Uint8Array, parent: Tlv): Tlv[] {
  const found: Tlv[] = [];
  for (let at = parent.end - parent.value.length; at < parent.end; at = found.at(-1)!.end) {
    if (found.length > MAX_CHILDREN) throw new CodecFault('lds.bad-length', at, 'too many objects');
    found.push(readTlv(bytes, at, parent.end));
  }
  return found;
}

/** Tags of one or two bytes, definite lengths of at most four. */
function readTlv(bytes: Uint8Array, start: number, limit: number): Tlv {
  let at = start;
  const next = (): number => {
    if (at >= limit) throw new CodecFault('lds.truncated', at, 'ends inside a tag or length');
    return bytes[at++]!;
  };
  let tag = next();
  if ((tag & 0x1f) === 0x1f) tag = tag * 256 + next();
  let length = next();
  if (length >= 0x80) {
    const count = length - 0x80;
    if (count === 0 || count > 4) throw new CodecFault('lds.bad-length', at - 1, 'length form not supported');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + next();
  }
  if (length > limit - at) throw new CodecFault('lds.truncated', start, 'value longer than what is left');
  return { tag, value: bytes.subarray(at, at + length), start, end: at + length };
}

/** Lengths in their shortest form. */
export function writeDataGroup(group: BiometricDataGroup): Uint8Array {
  const templates = group.templates.map((template) => {
    const header = template.header.map(({ tag, value }) => tlv(tag, value));
    return tlv(TAG.template, join([tlv(TAG.header, join(header)), tlv(template.dataTag, template.data)]));
  });
  return tlv(GROUP_TAGS[group.dataGroup], tlv(TAG.group, join([tlv(TAG.count, Uint8Array.of(templates.length)), ...templates])));
}

/** Header of an ISO record: owner 0x0101 is ISO/IEC JTC 1/SC 37; type 0x0008 face, 0x0007 finger, 0x0009 iris. */
export function isoHeader(kind: 'face' | 'finger' | 'iris', subtype: number): HeaderElement[] {
  const codes = { face: [0x02, 0x08], finger: [0x08, 0x07], iris: [0x10, 0x09] } as const;
  const [type, format] = codes[kind];
  return [
    { tag: 0x81, value: Uint8Array.of(type) },
    { tag: 0x82, value: Uint8Array.of(subtype) },
    { tag: 0x87, value: Uint8Array.of(0x01, 0x01) },
    { tag: 0x88, value: Uint8Array.of(0x00, format) },
  ];
}

function tlv(tag: number, value: Uint8Array): Uint8Array {
  const writer = new ByteWriter(value.length + 8);
  writer.uint(tag, tag > 0xff ? 2 : 1);
  if (value.length < 0x80) writer.u8(value.length);
  else {
    const lengthBytes = value.length < 0x100 ? 1 : value.length < 0x10000 ? 2 : value.length < 0x1000000 ? 3 : 4;
    writer.u8(0x80 + lengthBytes);
    writer.uint(value.length, lengthBytes);
  }
  writer.put(value);
  return writer.finish();
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const writer = new ByteWriter(parts.reduce((sum, part) => sum + part.length, 0) || 1);
  for (const part of parts) writer.put(part);
  return writer.finish();
}
