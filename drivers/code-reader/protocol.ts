import { err, ok, type Result } from '../../electron/core/result/result.ts';
import type { ReadCode } from '../contract/driver.ts';


/** The largest QR code (version 40, level L) holds 2953 bytes. */
export const MAX_CODE_BYTES = 3_000;
const CR = 0x0d;
const LF = 0x0a;
const TAB = 0x09;

/**
 * Codes from a serial reader: text ended by CR, LF, CRLF or TAB. An over-long line is one fault and skipped to its end;
 * what came before a long pause is no part of the next code (`gap()`).
 */
export class CodeLines {
  #held: number[] = [];
  #skipping = false;

  push(bytes: Uint8Array): Result<ReadCode, 'too-long'>[] {
    const codes: Result<ReadCode, 'too-long'>[] = [];
    for (const byte of bytes) {
      if (byte === CR || byte === LF || byte === TAB) {
        if (this.#held.length > 0 && !this.#skipping) codes.push(ok(codeOf(this.#held)));
        this.#held = [];
        this.#skipping = false;
      } else if (!this.#skipping && this.#held.push(byte) > MAX_CODE_BYTES) {
        codes.push(err('too-long'));
        this.#held = [];
        this.#skipping = true;
      }
    }
    return codes;
  }

  /** The line was silent: an unfinished code will not be finished. */
  gap(): void {
    this.#held = [];
    this.#skipping = false;
  }
}

function codeOf(held: readonly number[]): ReadCode {
  const marked = held[0] === 0x5d && held.length > 3 && isAim(held[1]!, held[2]!);
  return { bytes: Uint8Array.from(marked ? held.slice(3) : held), symbology: marked ? String.fromCharCode(...held.slice(0, 3)) : '' };
}

/** `]`, a letter, a digit or letter (ISO/IEC 15424). */
const isAim = (code: number, modifier: number): boolean => /^[A-Za-z]$/.test(String.fromCharCode(code)) && /^[0-9A-Za-z]$/.test(String.fromCharCode(modifier));

/** Usage page of bar code scanners. Source: USB HID Point of Sale Usage Tables 1.02. */
export const HID_POS_USAGE_PAGE = 0x8c;
const REPORT_BYTES = 64;
const REPORT_ID = 2;
const DATA_AT = 5;
const MAX_REPORT_DATA = 56;
const MAX_REPORTS = Math.ceil(MAX_CODE_BYTES / MAX_REPORT_DATA);

/**
 * Codes from a HID POS reader: 64-byte reports with number 2, length, AIM identifier, up to 56 bytes, and a last byte
 * whose bit 0 says that the code goes on. Source: Access-IS product manuals (ATR110, LSR118), "HID reports"; other makers'
 * descriptors may differ, so a report that does not fit is refused, never guessed at.
 */
export class HidPosCodes {
  #held: number[] = [];
  #reports = 0;
  #symbology = '';

  push(report: Uint8Array): Result<ReadCode, 'not-a-scan' | 'too-long'> | undefined {
    const length = report[1] ?? 0;
    if (report.length !== REPORT_BYTES || report[0] !== REPORT_ID || length > MAX_REPORT_DATA) return this.#fail('not-a-scan');
    this.#symbology = report[2] === 0x5d && isAim(report[3]!, report[4]!) ? String.fromCharCode(...report.subarray(2, 5)) : '';
    this.#held.push(...report.subarray(DATA_AT, DATA_AT + length));
    if (++this.#reports > MAX_REPORTS) return this.#fail('too-long');
    if ((report[REPORT_BYTES - 1]! & 1) !== 0) return undefined;
    const code: ReadCode = { bytes: Uint8Array.from(this.#held), symbology: this.#symbology };
    this.#reset();
    return code.bytes.length === 0 ? err('not-a-scan') : ok(code);
  }

  #fail<E extends 'not-a-scan' | 'too-long'>(why: E): Result<never, E> {
    this.#reset();
    return err(why);
  }

  #reset(): void {
    this.#held = [];
    this.#reports = 0;
  }
}

/** One code as a HID POS reader sends it. */
export function encodeHidPos(bytes: Uint8Array, symbology = ']Q1'): readonly Uint8Array[] {
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += MAX_REPORT_DATA) {
    const data = bytes.subarray(at, at + MAX_REPORT_DATA);
    const report = new Uint8Array(REPORT_BYTES);
    report.set([REPORT_ID, data.length, symbology.charCodeAt(0), symbology.charCodeAt(1), symbology.charCodeAt(2)]);
    report.set(data, DATA_AT);
    report[REPORT_BYTES - 1] = at + MAX_REPORT_DATA < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
