import QRCode from 'qrcode';
import type { Pdf } from './receipt-sheet.ts';

/** Modules of white around the code that a reader needs (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

/** Draws the code as filled squares, sharp at any printer resolution. `sidePt` includes the quiet zone. */
export function drawQr(pdf: Pdf, text: string, { x, y, sidePt }: { readonly x: number; readonly y: number; readonly sidePt: number }): void {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const modulePt = sidePt / (size + 2 * QUIET);
  pdf.save().fillColor('white').rect(x, y, sidePt, sidePt).fill().fillColor('black');
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column] === 0) continue;
      // Neighbours overlap by a hair so that no renderer leaves white seams.
      pdf.rect(x + (column + QUIET) * modulePt, y + (row + QUIET) * modulePt, modulePt + 0.02, modulePt + 0.02);
    }
  }
  pdf.fill().restore();
}
