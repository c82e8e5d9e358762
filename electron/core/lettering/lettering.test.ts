import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blankSheet } from './fill-outline.ts';
import { parseFont, type Font } from './font-file.ts';
import { drawText, lineHeightPx, widthOf, wrapText } from './set-text.ts';

const FILE = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf');
const font = ((): Font => {
  const parsed = parseFont(readFileSync(FILE));
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
})();
/** Every Vietnamese vowel with each of its marks, both cases, and what else stands on receipts. */
const LETTERS = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'].flatMap((vowel) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC'))).concat([...'đĐ0123456789–:/().,']);
const ink = (text: string, sizePx = 40): { readonly dark: number; readonly rows: readonly number[] } => {
  const sheet = blankSheet(600, lineHeightPx(sizePx));
  drawText(sheet, text, { font, sizePx, x: 4, top: 0 });
  const rows = Array.from({ length: sheet.heightPx }, (_, y) => sheet.pixels.subarray(y * 600, (y + 1) * 600).reduce((sum, grey) => sum + (grey < 128 ? 1 : 0), 0));
  return { dark: rows.reduce((a, b) => a + b, 0), rows };
};

describe('lettering', () => {
  it('has every Vietnamese letter as a glyph of its own', () => {
    expect(LETTERS.filter((letter) => font.glyphOf(letter.codePointAt(0)!) === 0)).toEqual([]);
    expect(LETTERS.filter((letter) => ink(letter).dark === 0)).toEqual([]);
  });

  it('puts tone marks where they belong: above and below the letter', () => {
    const plain = ink('a').rows;
    const first = plain.findIndex((count) => count > 0);
    expect(ink('á').rows.findIndex((count) => count > 0)).toBeLessThan(first);
    expect(ink('ạ').rows.findLastIndex((count) => count > 0)).toBeGreaterThan(plain.findLastIndex((count) => count > 0));
  });

  it('leaves counters open: an o has white inside', () => {
    const { rows } = ink('o', 60);
    const inked = [...rows.entries()].filter(([, count]) => count > 0).map(([y]) => y);
    const y = Math.round((inked[0]! + inked.at(-1)!) / 2);
    const sheet = blankSheet(60, lineHeightPx(60));
    drawText(sheet, 'o', { font, sizePx: 60, x: 5, top: 0 });
    const middle = sheet.pixels.subarray(y * 60, (y + 1) * 60);
    const dark = [...middle.entries()].filter(([, grey]) => grey < 128).map(([x]) => x);
    expect(middle[Math.round((dark[0]! + dark.at(-1)!) / 2)]).toBe(255);
  });

  it('breaks lines between words, breaks a word that has no room, and drops nothing', () => {
    const text = `Công an phường ${'Ư'.repeat(40)} Giảng Võ`;
    const lines = wrapText(text, font, { sizePx: 28, widthPx: 300 });
    expect(lines.every((line) => widthOf(line, font, 28) <= 300)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.normalize('NFC').replaceAll(' ', ''));
    expect(wrapText('   ', font, { sizePx: 28, widthPx: 300 })).toEqual([]);
  });

  it('refuses what is no font', () => {
    expect(parseFont(new Uint8Array(4))).toEqual({ ok: false, error: 'not-a-font' });
    expect(parseFont(readFileSync(FILE).subarray(0, 200))).toEqual({ ok: false, error: 'not-a-font' });
  });
});
