import { formatPartialDate, formatTime } from '../time/format.ts';
import type { FormSheet } from './form-sheet.ts';
import { field, fields, words } from './form-sheet.ts';
import { dong, longDay } from './form-words.ts';

export type DaySheetRow = {
  /** ISO 8601 instant */
  readonly at: string;
  readonly dossierNumber: string;
  readonly receiptNumber: string;
  readonly state: 'paid' | 'exempt' | 'void';
  readonly amountDong: number;
  /** Why exempt or void; `''` for a paid fee. */
  readonly reason: string;
};
export type DaySheetFacts = { readonly station: string; readonly officerName: string; readonly day: string; readonly rows: readonly DaySheetRow[] };

const STATE_WORDS = { paid: 'đã thu', exempt: 'miễn', void: 'hủy' } as const;

/** What one officer took in fees on one day: the station's own paper, no form of a circular. No citizen is named on it. */
export function daySheet({ station, officerName, day, rows }: DaySheetFacts): FormSheet {
  const taken = rows.filter(({ state }) => state === 'paid').reduce((sum, { amountDong }) => sum + amountDong, 0);
  const count = (state: DaySheetRow['state']): string => String(rows.filter((row) => row.state === state).length);
  return {
    code: '', circular: '', title: 'BẢNG KÊ LỆ PHÍ TRONG NGÀY', subtitle: longDay(day), templateNote: 'Bảng kê nội bộ của trạm', agency: station, number: formatPartialDate(day), barcode: '',
    blocks: [
      fields(field('Cán bộ thu', officerName, { strong: true })),
      {
        kind: 'table', heads: ['Giờ', 'Số hồ sơ', 'Biên lai', 'Tình trạng', 'Số tiền', 'Ghi chú'], shares: [2, 4, 3, 2, 3, 5],
        rows: rows.map((row) => [formatTime(row.at), row.dossierNumber, row.receiptNumber, STATE_WORDS[row.state], row.state === 'paid' ? dong(row.amountDong) : dong(0), row.reason]),
      },
      fields(field('Đã thu', count('paid')), field('Miễn', count('exempt')), field('Hủy', count('void'))),
      words(`Tổng số tiền đã thu: ${dong(taken)}`, { strong: true }),
      { kind: 'signatures', place: `Lập ${longDay(day)}`, columns: [{ title: 'NGƯỜI THU', note: '(Ký, ghi rõ họ tên)', name: officerName }, { title: 'NGƯỜI KIỂM TRA', note: '(Ký, ghi rõ họ tên)', name: '' }] },
    ],
  };
}
