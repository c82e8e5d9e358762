import PDFDocument from 'pdfkit';
import { formatDate, formatTime } from '../../../electron/core/time/format.ts';
import type { SheetBlock } from '../../../electron/core/forms/form-sheet.ts';
import type { FormPrint } from '../seams.ts';
import { drawBarcode } from './draw-barcode.ts';
import { partsOf, type Part } from './form-parts.ts';
import { ReceiptSheet, type SheetSize } from './receipt-sheet.ts';
import { MOTTO, NATION, WATERMARK, copyText } from './receipt-text.ts';

/** A4 portrait, in points. Source: TT 17/2024/TT-BCA, Article 10(2): printed forms are A4, black on white. */
const A4: SheetSize = { width: 595.28, height: 841.89 };
const MARGIN = 46;
const INNER = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - MARGIN - 18;
/** Letter sizes that are tried so that a form stays one page; a longer one goes on to the next in the size for several. */
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5] as const;
const SIZE_OF_SEVERAL = 10;
/** 3 × 4 cm. */
const PHOTO = { width: 85, height: 113 } as const;

/** One form as a PDF. Everything comes from the input: the same input gives the same sheets. */
export async function drawForm(print: FormPrint): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const { sheet: form, issuedAt } = print;
  const pdf = new PDFDocument({
    size: [A4.width, A4.height], margin: 0, font: '', lang: 'vi-VN', bufferPages: true,
    info: { Title: `${form.title} ${form.number}`, Creator: 'Trạm Căn Cước', CreationDate: new Date(issuedAt), ModDate: new Date(issuedAt) },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise((resolve, reject) => pdf.on('end', resolve).on('error', reject));

  const sheet = new ReceiptSheet(pdf, A4);
  if (print.practice) {
    sheet.watermark(WATERMARK);
    pdf.on('pageAdded', () => sheet.watermark(WATERMARK));
  }
  const head = drawHead(sheet, print);
  flow(pdf, partsFitting(sheet, print, head), head.end);
  const pages = pdf.bufferedPageRange().count;
  for (let page = 0; page < pages; page++) {
    pdf.switchToPage(page);
    drawFooter(sheet, print, `Trang ${page + 1}/${pages}`);
  }
  pdf.end();
  await finished;
  return { pdf: Uint8Array.from(Buffer.concat(chunks)), pages };
}

/** The pieces in the largest letters with which they fit on the rest of one page. */
function partsFitting(sheet: ReceiptSheet, { sheet: { blocks } }: FormPrint, head: Head): readonly Part[] {
  for (const size of SIZES) {
    const parts = partsInSize(sheet, blocks, { head, size });
    if (parts.reduce((sum, { heightPt }) => sum + heightPt, head.end) <= BOTTOM) return parts;
  }
  return partsInSize(sheet, blocks, { head, size: SIZE_OF_SEVERAL });
}

/** What stands beside the photo is narrower. */
function partsInSize(sheet: ReceiptSheet, blocks: readonly SheetBlock[], { head, size }: { readonly head: Head; readonly size: number }): readonly Part[] {
  let y = head.end;
  return blocks.flatMap((block) => {
    const width = y < head.photoEnd ? INNER - PHOTO.width - 12 : INNER;
    const parts = partsOf(sheet, block, { x: MARGIN, width, size });
    y += parts.reduce((sum, { heightPt }) => sum + heightPt, 0);
    return parts;
  });
}

function flow(pdf: ReceiptSheet['pdf'], parts: readonly Part[], top: number): void {
  let y = top;
  for (const part of parts) {
    if (y + part.heightPt > BOTTOM && y > MARGIN) {
      pdf.addPage();
      y = MARGIN;
    }
    part.draw(y);
    y += part.heightPt;
  }
}

/** Where the head ends, and where the photo at its right does. */
type Head = { readonly end: number; readonly photoEnd: number };

/** Agency, nation, form code, photo, bar code, title. */
function drawHead(sheet: ReceiptSheet, print: FormPrint): Head {
  const { sheet: form } = print;
  const left = { x: MARGIN, width: 190, align: 'center' as const };
  const right = { x: MARGIN + 200, width: INNER - 200, align: 'center' as const };
  if (form.code !== '') sheet.text(`Mẫu ${form.code} · ${form.circular}`, { x: MARGIN, y: MARGIN - 20, width: INNER, size: 8, align: 'right' });
  const agencyEnd = sheet.text(form.agency.toLocaleUpperCase('vi'), { ...left, y: MARGIN, size: 9.5, font: 'bold' });
  sheet.rule(left.x + 65, agencyEnd + 2, 60);
  const numberEnd = sheet.text(`Số: ${form.number}`, { ...left, y: agencyEnd + 6, size: 9.5 });
  const nationEnd = sheet.text(NATION, { ...right, y: MARGIN, size: 9.5, font: 'bold' });
  const mottoEnd = sheet.text(MOTTO, { ...right, y: nationEnd, size: 10, font: 'semibold' });
  const mottoWidth = sheet.widthOf(MOTTO, 10, 'semibold');
  sheet.rule(right.x + (right.width - mottoWidth) / 2, mottoEnd + 1, mottoWidth);
  const barcodeEnd = form.barcode === '' ? numberEnd : drawNumberCode(sheet, form.barcode, numberEnd + 5);
  const photoEnd = form.portraitSha256 === undefined ? 0 : drawPhoto(sheet, print, mottoEnd + 12);
  const titleEnd = drawTitle(sheet, print, Math.max(barcodeEnd, mottoEnd) + 12);
  return { end: titleEnd + 8, photoEnd };
}

function drawNumberCode(sheet: ReceiptSheet, text: string, y: number): number {
  drawBarcode(sheet.pdf, text, { x: MARGIN + 10, y, width: 170, height: 26 });
  return y + 28;
}

function drawPhoto(sheet: ReceiptSheet, { portrait }: FormPrint, y: number): number {
  const x = MARGIN + INNER - PHOTO.width;
  if (portrait !== null) sheet.pdf.image(Buffer.from(portrait), x, y, { cover: [PHOTO.width, PHOTO.height], align: 'center', valign: 'center' });
  sheet.box(x, y, PHOTO.width, PHOTO.height, 0.6);
  if (portrait === null) sheet.text('Ảnh 3 × 4 cm', { x, y: y + PHOTO.height / 2 - 6, width: PHOTO.width, size: 8.5, align: 'center' });
  return y + PHOTO.height;
}

function drawTitle(sheet: ReceiptSheet, { sheet: form, copy, issuedAt }: FormPrint, y: number): number {
  // Beside a photo the title keeps the middle of what is left of it.
  const width = form.portraitSha256 === undefined ? INNER : INNER - PHOTO.width - 12;
  const full = { x: MARGIN, width, align: 'center' as const };
  let end = sheet.text(form.title, { ...full, y, size: 15, font: 'bold' });
  if (form.subtitle !== '') end = sheet.text(form.subtitle, { ...full, y: end, size: 11 });
  end = sheet.text(form.templateNote, { ...full, y: end + 1, size: 8 });
  const label = copyText(copy);
  if (label === '') return end;
  const words = `${label} · ${formatTime(issuedAt)} ${formatDate(issuedAt)}`;
  const wide = sheet.widthOf(words, 9, 'bold') + 18;
  sheet.box(MARGIN + (width - wide) / 2, end + 3, wide, 17);
  sheet.text(words, { ...full, y: end + 5.5, size: 9, font: 'bold' });
  return end + 22;
}

function drawFooter(sheet: ReceiptSheet, { sheet: form, issuedAt, contentSha256 }: FormPrint, page: string): void {
  const y = A4.height - MARGIN - 6;
  sheet.rule(MARGIN, y - 4, INNER, 0.4);
  sheet.text(`${form.code === '' ? '' : `${form.code} · `}${form.number} · In lúc ${formatTime(issuedAt)} ngày ${formatDate(issuedAt)} · Mã nội dung ${contentSha256.slice(0, 12)} · Trạm Căn Cước`, { x: MARGIN, y, width: INNER - 70, size: 7.5 });
  sheet.text(page, { x: MARGIN + INNER - 70, y, width: 70, size: 7.5, align: 'right' });
}
