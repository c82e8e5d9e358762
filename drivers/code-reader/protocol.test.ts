import { describe, expect, it } from 'vitest';
import { CodeLines, HidPosCodes, MAX_CODE_BYTES, encodeHidPos } from './protocol.ts';

const text = (words: string): Uint8Array => Uint8Array.from(words, (char) => char.charCodeAt(0));
const read = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

describe('serial codes', () => {
  it('end at CR, LF, CRLF or TAB, however the bytes are cut; the symbology is taken off', () => {
    const lines = new CodeLines();
    const codes = ['AB', 'C\r', '\n]Q1DEF\n\tGHI\t'].flatMap((piece) => lines.push(text(piece)));
    expect(codes.map((code) => (code.ok ? [read(code.value.bytes), code.value.symbology] : code.error))).toEqual([['ABC', ''], ['DEF', ']Q1'], ['GHI', '']]);
  });

  it('an endless line is one fault and does not spoil the next', () => {
    const lines = new CodeLines();
    const codes = [...lines.push(new Uint8Array(MAX_CODE_BYTES * 3).fill(65)), ...lines.push(text('\rOK\r'))];
    expect(codes.map((code) => (code.ok ? read(code.value.bytes) : code.error))).toEqual(['too-long', 'OK']);
  });

  it('what came before a pause is no part of the next code', () => {
    const lines = new CodeLines();
    lines.push(text('HALF'));
    lines.gap();
    expect(lines.push(text('WHOLE\r')).map((code) => code.ok && read(code.value.bytes))).toEqual(['WHOLE']);
  });
});

describe('HID POS codes', () => {
  it('are joined from their reports, the maker’s example included: 60 bytes in two reports', () => {
    const codes = new HidPosCodes();
    const long = text('M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23       ');
    const reports = encodeHidPos(long, ']Q0');
    expect(reports.map((report) => [report.length, report[0], report[1], report[63]])).toEqual([[64, 2, 56, 1], [64, 2, long.length - 56, 0]]);
    expect(reports.map((report) => codes.push(report))).toEqual([undefined, { ok: true, value: { bytes: long, symbology: ']Q0' } }]);
  });

  it('a report of another kind, and a code that never ends, are refused', () => {
    const codes = new HidPosCodes();
    expect(codes.push(new Uint8Array(64))).toEqual({ ok: false, error: 'not-a-scan' });
    const more = encodeHidPos(new Uint8Array(57).fill(65))[0]!;
    const answers = Array.from({ length: 60 }, () => codes.push(more)).filter((answer) => answer !== undefined);
    expect(answers).toEqual([{ ok: false, error: 'too-long' }]);
  });
});
