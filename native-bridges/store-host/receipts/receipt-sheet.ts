import type PDFDocument from 'pdfkit';
import { fontFile, type ReceiptFont } from './receipt-fonts.ts';

export type Pdf = InstanceType<typeof PDFDocument>;
type Line = { readonly x: number; readonly y: number; readonly width: number; readonly size: number; readonly font?: ReceiptFont; readonly align?: 'left' | 'center' | 'right'; readonly gap?: number };

/** A5 portrait, in points (1/72 inch). */
export const SHEET = { width: 419.53, height: 595.28, margin: 32 } as const;
export const INNER = SHEET.width - 2 * SHEET.margin;

/** Size of a sheet in points. */
export type SheetSize = { readonly width: number; readonly height: number };

/** Text and lines on one sheet, placed by hand: nothing flows, so nothing can run onto a second page. */
export class ReceiptSheet {
  readonly pdf: Pdf;
  readonly #size: SheetSize;

  constructor(pdf: Pdf, size: SheetSize = SHEET) {
    this.pdf = pdf;
    this.#size = size;
    for (const font of ['regular', 'medium', 'semibold', 'bold'] as const) pdf.registerFont(font, fontFile(font));
  }

  /** @returns the y below the text */
  text(text: string, { x, y, width, size, font = 'regular', align = 'left', gap = 1 }: Line): number {
    this.pdf.font(font).fontSize(size).fillColor('black').text(text, x, y, { width, align, lineGap: gap });
    return this.pdf.y;
  }

  heightOf(text: string, { width, size, font = 'regular', gap = 1 }: Pick<Line, 'width' | 'size' | 'font' | 'gap'>): number {
    return this.pdf.font(font).fontSize(size).heightOfString(text, { width, lineGap: gap });
  }

  widthOf(text: string, size: number, font: ReceiptFont): number {
    return this.pdf.font(font).fontSize(size).widthOfString(text);
  }

  rule(x: number, y: number, width: number, thickness = 0.6): void {
    this.pdf.lineWidth(thickness).strokeColor('black').moveTo(x, y).lineTo(x + width, y).stroke();
  }

  dots(x: number, y: number, width: number): void {
    if (width <= 0) return;
    this.pdf.lineWidth(0.5).strokeColor('#777777').dash(0.6, { space: 2 }).moveTo(x, y).lineTo(x + width, y).stroke().undash();
  }

  box(x: number, y: number, width: number, height: number, thickness = 1): void {
    this.pdf.lineWidth(thickness).strokeColor('black').rect(x, y, width, height).stroke();
  }

  /** The tick in a square box of this side. */
  cross(x: number, y: number, side: number): void {
    const [from, to] = [side * 0.2, side * 0.8];
    this.pdf.lineWidth(1.4).strokeColor('black').moveTo(x + from, y + from).lineTo(x + to, y + to).moveTo(x + to, y + from).lineTo(x + from, y + to).stroke();
  }

  /** Words across the whole sheet, pale enough to read through. */
  watermark(words: string): void {
    const { width, height } = this.#size;
    this.pdf.save();
    this.pdf.rotate(-52, { origin: [width / 2, height / 2] }).font('bold').fontSize(88).fillColor('#e4e4e4');
    this.pdf.text(words, -width / 2, height / 2 - 62, { width: width * 2, align: 'center', lineBreak: false });
    this.pdf.restore();
  }
}
