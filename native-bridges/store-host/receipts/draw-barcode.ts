import { QUIET_MODULES, code128 } from '../../../electron/core/forms/code128.ts';
import type { Pdf } from './receipt-sheet.ts';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Draws a Code 128 bar code, quiet zones within `width`. Nothing is drawn for a text the code can't hold. */
export function drawBarcode(pdf: Pdf, text: string, { x, y, width, height }: Place): void {
  const widths = code128(text);
  if (widths === undefined) return;
  const modulePt = width / (widths.reduce((sum, modules) => sum + modules, 0) + 2 * QUIET_MODULES);
  let at = x + QUIET_MODULES * modulePt;
  pdf.save().fillColor('black');
  for (const [n, modules] of widths.entries()) {
    if (n % 2 === 0) pdf.rect(at, y, modules * modulePt, height);
    at += modules * modulePt;
  }
  pdf.fill().restore();
}
