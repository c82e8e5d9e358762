import { err, ok, type Result } from '../../electron/core/result/result.ts';

/**
 * IPP requests and answers as bytes. Source: RFC 8010 (encoding), RFC 8011 (operations), PWG 5100.12 (IPP 2.0);
 * CUPS-Get-Printers from the CUPS implementation of IPP.
 */
export const OPERATION = { printJob: 0x0002, cancelJob: 0x0008, getJobAttributes: 0x0009, getPrinterAttributes: 0x000b, cupsGetPrinters: 0x4002 } as const;

/** Delimiter and value tags that this client writes or reads (RFC 8010, 3.5). */
export const TAG = {
  operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05,
  integer: 0x21, boolean: 0x22, enum: 0x23, octets: 0x30, text: 0x41, name: 0x42, keyword: 0x44, uri: 0x45, charset: 0x47, language: 0x48, mimeType: 0x49,
} as const;
const LOWEST_VALUE_TAG = 0x10;

export type IppValue = string | number | boolean | Uint8Array;
export type IppAttribute = { readonly tag: number; readonly name: string; readonly values: readonly IppValue[] };
export type IppGroup = { readonly tag: number; readonly attributes: ReadonlyMap<string, readonly IppValue[]> };
export type IppAnswer = { readonly status: number; readonly requestId: number; readonly groups: readonly IppGroup[] };

/** Statuses below this are success (RFC 8011, 4.1.6.1). */
export const isSuccess = (status: number): boolean => status < 0x0100;

type Request = { readonly operation: number; readonly requestId: number; readonly attributes: readonly IppAttribute[]; readonly document?: Uint8Array };

/** One request; charset and language come first in the operation group, as RFC 8011 4.1.4 demands. */
export function encodeRequest({ operation, requestId, attributes, document }: Request): Uint8Array {
  const out: number[] = [1, 1];
  pushNumber(out, operation, 2);
  pushNumber(out, requestId, 4);
  out.push(TAG.operation);
  const first: readonly IppAttribute[] = [
    { tag: TAG.charset, name: 'attributes-charset', values: ['utf-8'] },
    { tag: TAG.language, name: 'attributes-natural-language', values: ['en'] },
  ];
  for (const attribute of [...first, ...attributes]) pushAttribute(out, attribute);
  out.push(TAG.end);
  const head = Uint8Array.from(out);
  if (document === undefined) return head;
  const whole = new Uint8Array(head.length + document.length);
  whole.set(head);
  whole.set(document, head.length);
  return whole;
}

function pushAttribute(out: number[], { tag, name, values }: IppAttribute): void {
  for (const [n, value] of values.entries()) {
    out.push(tag);
    // An additional value has an empty name (RFC 8010, 3.1.5).
    const label = n === 0 ? utf8(name) : [];
    pushNumber(out, label.length, 2);
    out.push(...label);
    const bytes = bytesOf(value);
    pushNumber(out, bytes.length, 2);
    out.push(...bytes);
  }
}

function bytesOf(value: IppValue): readonly number[] {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'boolean') return [value ? 1 : 0];
  if (typeof value === 'number') {
    const out: number[] = [];
    pushNumber(out, value, 4);
    return out;
  }
  return [...value];
}

function pushNumber(out: number[], value: number, bytes: number): void {
  for (let shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.push((value >>> shift) & 0xff);
}

/** UTF-8 without TextEncoder: drivers have no ambient classes. */
function utf8(text: string): number[] {
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return out;
}

/** Whatever bytes come: an answer or a reason, never an exception. Collections (nested values) are skipped. */
export function decodeAnswer(bytes: Uint8Array): Result<IppAnswer, 'cut-short' | 'malformed'> {
  if (bytes.length < 9) return err('cut-short');
  if (bytes[0]! < 1 || bytes[0]! > 2) return err('malformed');
  const status = number(bytes, 2, 2);
  const requestId = number(bytes, 4, 4);
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = [];
  let last: IppValue[] | undefined;
  for (let at = 8; at < bytes.length; ) {
    const tag = bytes[at++]!;
    if (tag === TAG.end) return ok({ status, requestId, groups });
    if (tag < LOWEST_VALUE_TAG) {
      groups.push({ tag, attributes: new Map() });
      last = undefined;
      continue;
    }
    const nameLength = field(bytes, at);
    if (nameLength === undefined) return err('cut-short');
    const valueAt = at + 2 + nameLength;
    const valueLength = field(bytes, valueAt);
    if (valueLength === undefined) return err('cut-short');
    const group = groups.at(-1);
    if (group === undefined || (nameLength === 0 && last === undefined)) return err('malformed');
    if (nameLength > 0) {
      last = [];
      group.attributes.set(textOf(bytes.subarray(at + 2, valueAt)), last);
    }
    last!.push(valueOf(tag, bytes.subarray(valueAt + 2, valueAt + 2 + valueLength)));
    at = valueAt + 2 + valueLength;
  }
  return err('cut-short');
}

/** A two-byte length at `at` whose bytes are all there, else undefined. */
function field(bytes: Uint8Array, at: number): number | undefined {
  if (at + 2 > bytes.length) return undefined;
  const length = number(bytes, at, 2);
  return at + 2 + length > bytes.length ? undefined : length;
}

function number(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let n = 0; n < count; n++) value = value * 256 + bytes[at + n]!;
  return value;
}

function valueOf(tag: number, raw: Uint8Array): IppValue {
  if (tag === TAG.boolean && raw.length === 1) return raw[0] === 1;
  if ((tag === TAG.integer || tag === TAG.enum) && raw.length === 4) return number(raw, 0, 4) | 0;
  return tag >= 0x41 && tag <= 0x5f ? textOf(raw) : raw.slice();
}

/** UTF-8 where it is valid, else byte by byte: a printer's odd name must not stop a print. */
function textOf(raw: Uint8Array): string {
  const escaped = Array.from(raw, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return String.fromCharCode(...raw.slice(0, 1_000));
  }
}
