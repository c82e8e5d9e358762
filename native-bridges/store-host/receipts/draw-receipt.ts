import PDFDocument from 'pdfkit';
import { formatDate, formatTime } from '../../../electron/core/time/format.ts';
import type { ReceiptInput, RenderReceipt } from '../seams.ts';
import { receiptSlip } from './receipt-slip.ts';
import { drawQr } from './receipt-qr.ts';
import { INNER, ReceiptSheet, SHEET } from './receipt-sheet.ts';
import { MOTTO, NATION, TEMPLATE_NOTE, TITLE, WATERMARK, copyText, dueText, longDate, rowsOf, type Row } from './receipt-text.ts';

const { margin } = SHEET;
const QR_PT = 104;
/** Where the lower third begins at the latest; the rows above shrink until they fit. */
const LOWER_Y = 372;

/** One receipt (giấy hẹn) as a PDF of one A5 page. Times and names come from the input: the same input gives the same sheet. */
export async function drawReceipt(input: ReceiptInput): ReturnType<RenderReceipt> {
  const pdf = new PDFDocument({
    size: [SHEET.width, SHEET.height], margin: 0, font: '', lang: 'vi-VN', autoFirstPage: true,
    info: { Title: `Giấy hẹn trả kết quả ${input.number}`, Creator: 'Trạm Căn Cước', CreationDate: new Date(input.issuedAt), ModDate: new Date(input.issuedAt) },
  });
  let pages = 1;
  pdf.on('pageAdded', () => pages++);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const finished = new Promise((resolve, reject) => pdf.on('end', resolve).on('error', reject));

  const sheet = new ReceiptSheet(pdf);
  if (input.practice) sheet.watermark(WATERMARK);
  const titleEnd = drawTitle(sheet, input, drawHeader(sheet, input));
  const rowsEnd = drawRows(sheet, rowsOf(input), titleEnd + 10);
  drawDue(sheet, input, Math.max(rowsEnd + 8, LOWER_Y - 84));
  drawSignatures(sheet, input, LOWER_Y + 4);
  drawFooter(sheet, input);
  pdf.end();
  await finished;
  return { pdf: Uint8Array.from(Buffer.concat(chunks)), pages, slip: receiptSlip(input) };
}

function drawHeader(sheet: ReceiptSheet, { station, number }: ReceiptInput): number {
  const left = { x: margin, width: 150, align: 'center' as const };
  const right = { x: margin + 152, width: INNER - 152, align: 'center' as const };
  const agencyEnd = sheet.text(station.toLocaleUpperCase('vi'), { ...left, y: margin, size: 8.5, font: 'bold' });
  sheet.rule(margin + 52, agencyEnd + 2, 46);
  const numberEnd = sheet.text(`Số: ${number}`, { ...left, y: agencyEnd + 7, size: 8.5 });
  sheet.text(NATION, { ...right, y: margin, size: 8.5, font: 'bold' });
  const mottoEnd = sheet.text(MOTTO, { ...right, y: margin + 13, size: 9, font: 'semibold' });
  const mottoWidth = sheet.widthOf(MOTTO, 9, 'semibold');
  sheet.rule(right.x + (right.width - mottoWidth) / 2, mottoEnd + 1, mottoWidth);
  return Math.max(numberEnd, mottoEnd);
}

function drawTitle(sheet: ReceiptSheet, { copy, issuedAt }: ReceiptInput, y: number): number {
  const full = { x: margin, width: INNER, align: 'center' as const };
  const titleEnd = sheet.text(TITLE, { ...full, y: y + 16, size: 17, font: 'bold' });
  const noteEnd = sheet.text(TEMPLATE_NOTE, { ...full, y: titleEnd, size: 7 });
  const label = copyText(copy);
  if (label === '') return noteEnd;
  const words = `${label} · ${formatTime(issuedAt)} ${formatDate(issuedAt)}`;
  const width = sheet.widthOf(words, 9, 'bold') + 18;
  sheet.box(margin + (INNER - width) / 2, noteEnd + 4, width, 17);
  sheet.text(words, { ...full, y: noteEnd + 6.5, size: 9, font: 'bold' });
  return noteEnd + 21;
}

/** A long name wraps; a very long one makes all rows smaller. Never is a name cut. */
function drawRows(sheet: ReceiptSheet, rows: readonly Row[], top: number): number {
  const labelWidth = 116;
  const width = INNER - labelWidth;
  const line = (row: Row, size: number) => ({ width, size: row.strong ? size + 1 : size, font: row.strong ? 'bold' as const : 'medium' as const });
  const heights = (size: number): number[] => rows.map((row) => sheet.heightOf(row.value || ' ', line(row, size)) + size * 0.42);
  const sizes = [10, 9.5, 9, 8, 7, 6, 5];
  const size = sizes.find((candidate) => top + heights(candidate).reduce((a, b) => a + b, 0) <= LOWER_Y - 92) ?? 5;
  let y = top;
  for (const [n, row] of rows.entries()) {
    const style = line(row, size);
    const baseShift = row.strong ? 1 : 0;
    sheet.text(`${row.label}:`, { x: margin, y: y + baseShift, width: labelWidth, size });
    const end = sheet.text(row.value, { x: margin + labelWidth, y, ...style });
    const drawn = sheet.widthOf(row.value, style.size, style.font);
    if (drawn < width - 8) sheet.dots(margin + labelWidth + drawn + 4, end - size * 0.32, width - drawn - 4);
    y += heights(size)[n] ?? 0;
  }
  return y;
}

function drawDue(sheet: ReceiptSheet, { dueOn, station }: ReceiptInput, y: number): void {
  const due = dueText(dueOn);
  sheet.box(margin, y, INNER, 72);
  const full = { x: margin + 8, width: INNER - 16, align: 'center' as const };
  sheet.text('NGÀY HẸN TRẢ KẾT QUẢ', { ...full, y: y + 6, size: 8.5, font: 'semibold' });
  sheet.text(`${due.weekday}, ${due.date}`, { ...full, y: y + 18, size: 20, font: 'bold' });
  sheet.text(`Nhận tại ${station}, trong giờ hành chính`, { ...full, y: y + 52, size: 8.5 });
}

function drawSignatures(sheet: ReceiptSheet, input: ReceiptInput, y: number): void {
  const half = INNER / 2;
  const citizen = { x: margin, width: half - 6, align: 'center' as const };
  const officer = { x: margin + half + 6, width: half - 6, align: 'center' as const };
  sheet.text(longDate(input.receivedAt), { ...officer, y, size: 8.5 });
  for (const [column, words] of [[citizen, 'NGƯỜI NHẬN GIẤY HẸN'], [officer, 'CÁN BỘ TIẾP NHẬN']] as const) {
    sheet.text(words, { ...column, y: y + 13, size: 9, font: 'bold' });
    sheet.text('(Ký, ghi rõ họ tên)', { ...column, y: y + 26, size: 7.5 });
  }
  sheet.text(input.officerName, { ...officer, y: y + 74, size: 9, font: 'semibold' });
}

function drawFooter(sheet: ReceiptSheet, input: ReceiptInput): void {
  const top = SHEET.height - margin - QR_PT + 22;
  sheet.rule(margin, top - 6, INNER, 0.4);
  drawQr(sheet.pdf, input.code, { x: margin - 8, y: top - 4, sidePt: QR_PT });
  const x = margin + QR_PT;
  const width = INNER - QR_PT;
  let y = sheet.text('Khi đến nhận, mang theo giấy hẹn này. Kết quả được trả cho đúng người có tên trên giấy hoặc người được ủy quyền hợp pháp.', { x, y: top + 2, width, size: 8, gap: 1.5 });
  y = sheet.text(`Mã hồ sơ: ${input.dossierId}`, { x, y: y + 5, width, size: 6.5 });
  y = sheet.text(`Nhật ký: ${input.auditHead.slice(0, 16)}…${input.auditHead.slice(-8)}`, { x, y: y + 1, width, size: 6.5 });
  sheet.text(`In lúc ${formatTime(input.issuedAt)} ngày ${formatDate(input.issuedAt)} · Trạm Căn Cước${input.signed ? '' : ' · Mã QR chưa ký'}`, { x, y: y + 1, width, size: 6.5 });
}
