import { formatDate, formatPartialDate, formatTime } from '../../../electron/core/time/format.ts';
import type { ReceiptInput } from '../seams.ts';

const KIND: Readonly<Record<ReceiptInput['kind'], string>> = { 'first-issue': 'Cấp thẻ căn cước', exchange: 'Cấp đổi thẻ căn cước', reissue: 'Cấp lại thẻ căn cước' };
/** QCVN 109:2017/BTTTT: 0 unknown, 1 male, 2 female. */
const SEX: Readonly<Record<string, string>> = { '1': 'Nam', '2': 'Nữ' };
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** The layout of the official form was not to be had; every sheet says so until it is. */
export const TEMPLATE_NOTE = 'Mẫu mô phỏng – chưa phải mẫu CC02 chính thức';
export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const TITLE = 'GIẤY HẸN TRẢ KẾT QUẢ';
export const WATERMARK = 'TẬP HUẤN';

export type Row = { readonly label: string; readonly value: string; readonly strong: boolean };

/** What stands on the sheet, in order, one row each. */
export const rowsOf = (input: ReceiptInput): readonly Row[] => [
  { label: 'Họ, chữ đệm và tên', value: input.fullName.normalize('NFC').toLocaleUpperCase('vi'), strong: true },
  { label: 'Số định danh cá nhân', value: input.pid, strong: true },
  { label: 'Ngày sinh', value: formatPartialDate(input.birthDate), strong: false },
  { label: 'Giới tính', value: SEX[input.sex] ?? 'Chưa rõ', strong: false },
  { label: 'Thủ tục', value: KIND[input.kind], strong: false },
  { label: 'Tiếp nhận lúc', value: `${formatTime(input.receivedAt)} ngày ${formatDate(input.receivedAt)}`, strong: false },
  { label: 'Nơi tiếp nhận', value: input.counter === '' ? input.station : `${input.station} – ${input.counter}`, strong: false },
  { label: 'Cán bộ tiếp nhận', value: input.officerName, strong: false },
];

/** `2026-04-21` → `Thứ Ba, ngày 21/04/2026`. */
export function dueText(dueOn: string): { readonly weekday: string; readonly date: string } {
  const day = new Date(`${dueOn}T00:00:00Z`).getUTCDay();
  return { weekday: WEEKDAYS[day] ?? '', date: formatPartialDate(dueOn) };
}

/** Original sheets say nothing; copies and previews say what they are. */
export function copyText(copy: number): string {
  if (copy === 0) return 'BẢN XEM TRƯỚC';
  return copy === 1 ? '' : `BẢN SAO lần ${copy - 1}`;
}

export function longDate(at: string): string {
  const [day, month, year] = formatDate(at).split('/');
  return `Ngày ${day} tháng ${month} năm ${year}`;
}
