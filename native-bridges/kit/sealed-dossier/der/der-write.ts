/** DER (ITU-T X.690, distinguished encoding) of the few types that certificates and CMS need. Every function returns a whole TLV. */

export const TAG = {
  boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, null: 0x05, oid: 0x06, utf8String: 0x0c,
  utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, set: 0x31,
} as const;

/** Context-specific tag [n]; constructed unless it replaces a primitive string. */
export const context = (n: number, constructed = true): number => (constructed ? 0xa0 : 0x80) | n;

export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...parts]);
}

/** Definite length in the fewest octets (X.690, 10.1). */
export function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(TAG.sequence, ...parts);
export const octetString = (bytes: Uint8Array): Buffer => tlv(TAG.octetString, bytes);
export const utf8String = (text: string): Buffer => tlv(TAG.utf8String, Buffer.from(text.normalize('NFC'), 'utf8'));
export const derNull = (): Buffer => tlv(TAG.null);
export const derTrue = (): Buffer => tlv(TAG.boolean, Buffer.from([0xff]));
/** @param unusedBits how many low bits of the last octet mean nothing */
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer => tlv(TAG.bitString, Buffer.from([unusedBits]), bytes);

/** SET OF: members in ascending order of their encodings (X.690, 11.6). */
export const setOf = (...members: readonly Uint8Array[]): Buffer => tlv(TAG.set, ...members.map((m) => Buffer.from(m)).sort(Buffer.compare));

/** A non-negative integer, big-endian; leading zeros are dropped and one is put back where the sign bit would be set. */
export function unsignedInteger(bigEndian: Uint8Array): Buffer {
  let start = 0;
  while (start < bigEndian.length - 1 && bigEndian[start] === 0) start++;
  const bytes = bigEndian.subarray(start);
  return tlv(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes.length === 0 ? Buffer.from([0]) : bytes);
}
export const smallInteger = (value: number): Buffer => unsignedInteger(Buffer.from([value >> 8, value & 0xff]));

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return tlv(TAG.oid, Buffer.from([first! * 40 + second!, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) octets.unshift(0x80 | (left % 128));
  return octets;
}

/** Time in UTC to the second: UTCTime up to 2049, GeneralizedTime after (RFC 5280, 4.1.2.5; RFC 5652, 11.3). */
export function time(at: Date): Buffer {
  const compact = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return at.getUTCFullYear() < 2050 ? tlv(TAG.utcTime, Buffer.from(compact.slice(2))) : tlv(TAG.generalizedTime, Buffer.from(compact));
}
