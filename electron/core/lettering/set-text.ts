import { fillOutline, type Sheet } from './fill-outline.ts';
import type { Font } from './font-file.ts';

/** Height of one line, in sizes. */
const LINE = 1.32;
export const lineHeightPx = (sizePx: number): number => Math.ceil(sizePx * LINE);

export function widthOf(text: string, font: Font, sizePx: number): number {
  let units = 0;
  for (const letter of text.normalize('NFC')) units += font.advanceOf(font.glyphOf(letter.codePointAt(0)!));
  return (units * sizePx) / font.unitsPerEm;
}

/** Lines no wider than `widthPx`, broken between words; a word that is wider by itself is broken where it must. Nothing is ever left out. */
export function wrapText(text: string, font: Font, { sizePx, widthPx }: { readonly sizePx: number; readonly widthPx: number }): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, font, sizePx) <= widthPx) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, (piece) => widthOf(piece, font, sizePx) <= widthPx);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, fits: (piece: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Draws one line of text; `top` is the upper edge of the line, letters stand on its base line. */
export function drawText(sheet: Sheet, text: string, { font, sizePx, x, top }: { readonly font: Font; readonly sizePx: number; readonly x: number; readonly top: number }): void {
  const scale = sizePx / font.unitsPerEm;
  const baseline = top + (lineHeightPx(sizePx) - (font.ascent - font.descent) * scale) / 2 + font.ascent * scale;
  let at = x;
  for (const letter of text.normalize('NFC')) {
    const glyph = font.glyphOf(letter.codePointAt(0)!);
    fillOutline(sheet, font.outlineOf(glyph), { x: at, baseline, scale });
    at += font.advanceOf(glyph) * scale;
  }
}
