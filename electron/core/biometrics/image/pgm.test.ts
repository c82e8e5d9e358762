import { describe, expect, it } from 'vitest';
import { readPgm, writePgm } from './pgm.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('PGM', () => {
  it('reads pixels behind comments and any white space', () => {
    expect(readPgm(latin('P5 # made by hand\n#two\n 3\t2\r\n255\nABCDEF'), 500)).toEqual({ ok: true, value: { widthPx: 3, heightPx: 2, ppi: 500, pixels: latin('ABCDEF') } });
  });
  it('takes one white space after the depth: pixels may look like white space', () => {
    expect(readPgm(latin('P5\n2 1\n255\n \n'), 500)).toMatchObject({ ok: true, value: { pixels: latin(' \n') } });
  });
  it('stretches smaller depths', () => {
    expect(readPgm(Uint8Array.of(...latin('P5 3 1 15\n'), 0, 5, 15), 500)).toMatchObject({ ok: true, value: { pixels: Uint8Array.of(0, 85, 255) } });
  });
  it('reads what it writes', () => {
    const image = { widthPx: 3, heightPx: 2, ppi: 500, pixels: Uint8Array.of(0, 10, 13, 32, 35, 255) };
    expect(readPgm(writePgm(image), 500)).toEqual({ ok: true, value: image });
  });
  it.each([
    '', 'P5', 'P2\n1 1\n255\nA', 'P5\n0 2\n255\n', 'P5\n4001 1\n255\n', 'P5\n1 1\n65535\nAB', 'P5\n1 1\n0\nA', 'P5\n-1 1\n255\nA', 'P5\n1 1\n255', 'P5\n1 1\n255xA', 'P5\n1234567 1\n255\nA',
    `P5\n${' '.repeat(5_000)}1 1\n255\nA`,
  ])('refuses %j', (text) => {
    expect(readPgm(latin(text), 500)).toMatchObject({ ok: false, error: { code: 'pgm.bad-header' } });
  });
  it('says where a file is cut', () => {
    expect(readPgm(latin('P5\n2 2\n255\nABC'), 500)).toMatchObject({ ok: false, error: { code: 'pgm.truncated', offsetBytes: 14 } });
  });
});
