import { formatPartialDate, formatTime } from '../time/format.ts';
import type { FeeDayState, FeeDayTotals } from '../procedure/fee-day.ts';
import { dongInWords } from './dong-in-words.ts';
import type { FormSheet } from './form-sheet.ts';
import { field, fields, words } from './form-sheet.ts';
import { dong, longDay, thousands } from './form-words.ts';

/** What stands on the paper: money that moved, and fees that were waived. */
export type DaySheetState = Exclude<FeeDayState, 'free' | 'due'>;
export type DaySheetRow = {
  /** ISO 8601 instant of the receipt or its void; `''` for a waived fee. */
  readonly at: string;
  readonly dossierNumber: string;
  readonly receiptNumber: string;
  readonly state: DaySheetState;
  readonly amountDong: number;
  /** Why waived or voided; `''` for a paid fee. */
  readonly reason: string;
};
export type DaySheetFacts = FeeDayTotals & { readonly station: string; readonly officerName: string; readonly day: string; readonly rows: readonly DaySheetRow[] };

const STATE_WORDS: Readonly<Record<DaySheetState, string>> = { collected: 'đã thu', voided: 'đã hủy', 'given-back': 'hoàn lại', exempt: 'miễn' };
export const DAY_SHEET_TITLE = 'Bảng kê lệ phí trong ngày';

/** What one officer took in fees on one day: the station's own paper, no form of a circular. No citizen is named on it. */
export function daySheet(facts: DaySheetFacts): FormSheet {
  const { station, officerName, day, rows } = facts;
  const count = (...states: readonly DaySheetState[]): string => String(rows.filter(({ state }) => states.includes(state)).length);
  return {
    code: '', circular: '', title: DAY_SHEET_TITLE.toLocaleUpperCase('vi'), subtitle: longDay(day), templateNote: 'Bảng kê nội bộ của trạm', agency: station, number: formatPartialDate(day), barcode: '',
    blocks: [
      fields(field('Cán bộ thu', officerName, { strong: true })),
      rows.length === 0 ? words('Trong ngày không phát sinh lệ phí.') : {
        kind: 'table', heads: ['STT', 'Giờ', 'Số hồ sơ', 'Biên lai', 'Tình trạng', 'Số tiền (đồng)', 'Ghi chú'], shares: [4, 6, 13, 13, 9, 9, 16],
        rows: rows.map((row, index) => [String(index + 1), row.at === '' ? '' : formatTime(row.at), row.dossierNumber, row.receiptNumber, STATE_WORDS[row.state], thousands(amountOf(row)), row.reason]),
      },
      fields(field('Biên lai đã lập', count('collected', 'voided')), field('Biên lai hủy', count('voided', 'given-back')), field('Miễn', count('exempt'))),
      fields(field('Đã thu', dong(facts.collectedDong)), field('Hoàn lại do hủy', dong(facts.givenBackDong))),
      words(`Số tiền phải nộp: ${dong(facts.handOverDong)}`, { strong: true }),
      words(`Bằng chữ: ${dongInWords(facts.handOverDong)}.`),
      { kind: 'signatures', place: `Lập ${longDay(day)}`, columns: [{ title: 'NGƯỜI THU', note: '(Ký, ghi rõ họ tên)', name: officerName }, { title: 'NGƯỜI KIỂM TRA', note: '(Ký, ghi rõ họ tên)', name: '' }] },
    ],
  };
}

const amountOf = ({ state, amountDong }: DaySheetRow): number => (state === 'exempt' ? 0 : state === 'given-back' ? -amountDong : amountDong);
