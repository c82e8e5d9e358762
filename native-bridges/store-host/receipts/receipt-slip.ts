import QRCode from 'qrcode';
import type { Slip } from '../../../electron/contract/slip.ts';
import type { ReceiptInput } from '../seams.ts';
import { TEMPLATE_NOTE, TITLE, WATERMARK, copyText, dueText, rowsOf } from './receipt-text.ts';

type Part = Slip[number];
type Style = Partial<Omit<Extract<Part, { type: 'text' }>, 'type' | 'text'>>;

const text = (words: string, style: Style = {}): Part => ({ type: 'text', text: words, size: 'normal', bold: false, align: 'left', ...style });
const RULE: Part = { type: 'rule' };

/** The receipt for narrow paper: what the sheet says, without what needs room (signatures, national heading). */
export function receiptSlip(input: ReceiptInput): Slip {
  const due = dueText(input.dueOn);
  const copy = copyText(input.copy);
  return [
    text(input.station.toLocaleUpperCase('vi'), { size: 'small', bold: true, align: 'center' }),
    text(TITLE, { size: 'large', bold: true, align: 'center' }),
    text(`Số: ${input.number}`, { align: 'center' }),
    ...(input.practice ? [text(WATERMARK, { bold: true, align: 'center' })] : []),
    ...(copy === '' ? [] : [text(copy, { bold: true, align: 'center' })]),
    RULE,
    ...rowsOf(input).flatMap(({ label, value, strong }) => [text(`${label}:`, { size: 'small' }), text(value, { bold: strong })]),
    RULE,
    text('NGÀY HẸN TRẢ KẾT QUẢ', { size: 'small', bold: true, align: 'center' }),
    text(due.weekday, { align: 'center' }),
    text(due.date, { size: 'large', bold: true, align: 'center' }),
    codeOf(input.code),
    text('Khi đến nhận, mang theo giấy hẹn này.', { size: 'small', align: 'center' }),
    text(TEMPLATE_NOTE, { size: 'small', align: 'center' }),
  ];
}

function codeOf(words: string): Part {
  const { size, data } = QRCode.create(words, { errorCorrectionLevel: 'M' }).modules;
  return { type: 'code', modules: size, dark: Uint8Array.from(data, (module) => (module === 0 ? 0 : 1)) };
}
