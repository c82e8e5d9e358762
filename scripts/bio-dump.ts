import { sha256Hex } from '../electron/core/biometrics/sha256.ts';
import { fieldName } from '../electron/core/biometrics/itl/field-names.ts';
import { hashAgrees } from '../electron/core/biometrics/itl/fingerprint.ts';
import type { ItlField, ItlRecord, ItlTransaction } from '../electron/core/biometrics/itl/record.ts';

/** What a dump says about bytes: never the bytes themselves. */
export type Blob = { readonly bytes: number; readonly sha256: string; readonly format: string };

export const describeBytes = (data: Uint8Array): Blob => ({ bytes: data.length, sha256: sha256Hex(data), format: formatOf(data) });

function formatOf(data: Uint8Array): string {
  const start = Array.from(data.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (start.startsWith('ffa0')) return 'WSQ';
  if (start.startsWith('ffd8')) return 'JPEG';
  if (start.startsWith('ff4fff51') || start.startsWith('0000000c6a502020')) return 'JPEG 2000';
  if (start.startsWith('89504e47')) return 'PNG';
  if (/^(464952|464143|494952)00/.test(start)) return 'ISO/IEC 19794';
  return 'unknown';
}

/** Any record with its byte arrays replaced by their description. */
export function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return describeBytes(value);
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutBytes(part)]));
  return value;
}

export function describeTransaction(transaction: ItlTransaction): object {
  return { charset: transaction.charset, records: transaction.records.map(describeRecord) };
}

function describeRecord(record: ItlRecord): object {
  if (record.kind !== 'tagged') return withoutBytes(record) as object;
  const agrees = hashAgrees(record);
  return { type: record.type, fields: record.fields.map((field) => describeField(record.type, field)), ...(agrees === undefined ? {} : { hashAgrees: agrees }) };
}

function describeField(type: number, field: ItlField): object {
  const tag = `${type}.${String(field.number).padStart(3, '0')}`;
  const name = fieldName(type, field.number);
  return { tag, ...(name === '' ? {} : { name }), ...('data' in field ? { data: describeBytes(field.data) } : { subfields: field.subfields }) };
}

/** One line a field, for people. Items are parted by " | ", subfields by " ; ". */
export function printTransaction(transaction: ItlTransaction): string {
  return transaction.records.map((record) => {
    if (record.kind !== 'tagged') return `Type-${record.type}\n${printTree(withoutBytes(record), '  ')}`;
    const lines = record.fields.map((field) => {
      const tag = `${record.type}.${String(field.number).padStart(3, '0')}`;
      const value = 'data' in field ? printBlob(describeBytes(field.data)) : printable(field.subfields.map((items) => items.join(' | ')).join(' ; '));
      return `  ${tag.padEnd(7)} ${fieldName(record.type, field.number).padEnd(5)} ${value}`;
    });
    const agrees = hashAgrees(record);
    return [`Type-${record.type}`, ...lines, ...(agrees === undefined ? [] : [`  image ${agrees ? 'agrees' : 'DOES NOT AGREE'} with its hash`])].join('\n');
  }).join('\n');
}

/** A file's text must not steer the terminal. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '?');

const printBlob = (blob: Blob): string => `${blob.bytes} bytes, ${blob.format}, SHA-256 ${blob.sha256}`;

/** An indented tree of a value without bytes. */
export function printTree(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${indent}${String(value)}`;
  return Object.entries(value).map(([key, part]) => {
    if (typeof part !== 'object' || part === null) return `${indent}${key}: ${String(part)}`;
    return Object.keys(part).length === 0 ? `${indent}${key}: none` : `${indent}${key}:\n${printTree(part, `${indent}  `)}`;
  }).join('\n');
}
