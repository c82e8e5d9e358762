import fc from 'fast-check';
import { expect, it } from 'vitest';
import { code128 } from './code128.ts';

/** Reads the bars back by the value whose symbol has these widths, as a scanner does: ISO/IEC 15417:2007, 4.3. */
function scan(widths: readonly number[]): string {
  const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, n) => widths.slice(n * 6, n * 6 + 6).join(''));
  const values = symbols.map((symbol) => VALUES.get(symbol));
  expect(values[0]).toBe(104);
  const data = values.slice(1, -1).map((value) => value ?? -1);
  expect(data.reduce((sum, value, at) => sum + value * (at + 1), 104) % 103).toBe(values.at(-1));
  return String.fromCharCode(...data.map((value) => value + 32));
}
/** Every letter alone, the value being its place in ASCII: the second symbol of its code. */
const VALUES = new Map([
  ['211214', 104],
  ...Array.from({ length: 95 }, (_, value): readonly [string, number] => [code128(String.fromCharCode(value + 32))!.slice(6, 12).join(''), value]),
  // Values beyond the letters come up as check digits only. Source: ISO/IEC 15417:2007, Table 1.
  ['114113', 95], ['114311', 96], ['411113', 97], ['411311', 98], ['113141', 99], ['114131', 100], ['311141', 101], ['411131', 102],
]);

it('has a symbol of eleven modules of its own for every value', () => {
  expect(VALUES.size).toBe(104);
  for (const widths of VALUES.keys()) expect([...widths].reduce((sum, width) => sum + Number(width), 0)).toBe(11);
});

it('encodes a number as the standard does', () => {
  // P = value 48 = 313121 in every set. Source: ISO/IEC 15417:2007, Table 1.
  const widths = code128('PJJ123C')!;
  expect([widths.slice(0, 6).join(''), widths.slice(6, 12).join(''), widths.slice(-7).join('')]).toEqual(['211214', '313121', '2331112']);
  expect(scan(widths)).toBe('PJJ123C');
});

it('reads back whatever it encodes', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), (text) => scan(code128(text)!) === text));
});

it('takes no letter that set B has not', () => {
  expect([code128(''), code128('Hồ sơ'), code128('\n')]).toEqual([undefined, undefined, undefined]);
});
