import { formatPartialDate, formatTime } from '../time/format.ts';
import type { FeeDayState, FeeDayTotals } from '../procedure/fee-day.ts';
import { dongInWords } from './dong-in-words.ts';
import { field, fields, heading, words, type FormSheet, type SheetBlock, type SheetSigner } from './form-sheet.ts';
import { dong, longDay, thousands } from './form-words.ts';

/** What stands on the paper: money that moved, and fees that were waived. */
export type DaySheetState = Exclude<FeeDayState, 'free' | 'due'>;
export type DaySheetRow = {
  /** ISO 8601 instant of the receipt or its void; `''` for a waived fee. */
  readonly at: string;
  readonly dossierNumber: string;
  readonly officerName: string;
  readonly receiptNumber: string;
  readonly state: DaySheetState;
  readonly amountDong: number;
  /** Why waived or voided; `''` for a paid fee. */
  readonly reason: string;
};
/** What one officer of several hands over. */
export type OfficerTotals = FeeDayTotals & { readonly name: string };
export type DaySheetFacts = FeeDayTotals & {
  readonly station: string;
  readonly day: string;
  readonly rows: readonly DaySheetRow[];
  /** Whose sheet it is; a list = everybody's, with what each hands over. */
  readonly of: string | readonly OfficerTotals[];
};

const STATE_WORDS: Readonly<Record<DaySheetState, string>> = { collected: 'đã thu', voided: 'đã hủy', 'given-back': 'hoàn lại', exempt: 'miễn' };
export const DAY_SHEET_TITLE = 'Bảng kê lệ phí trong ngày';

/** What one officer, or the whole station, took in fees on one day: the station's own paper, no form of a circular. No citizen is named on it. */
export function daySheet(facts: DaySheetFacts): FormSheet {
  const { station, of, day, rows } = facts;
  const isEverybody = typeof of !== 'string';
  const count = (...states: readonly DaySheetState[]): string => String(rows.filter(({ state }) => states.includes(state)).length);
  return {
    code: '', circular: '', title: DAY_SHEET_TITLE.toLocaleUpperCase('vi'), subtitle: longDay(day), templateNote: 'Bảng kê nội bộ của trạm', agency: station, number: formatPartialDate(day), barcode: '',
    blocks: [
      fields(field('Cán bộ thu', isEverybody ? 'Tất cả cán bộ có thu, miễn hoặc hoàn lệ phí trong ngày' : of, { strong: true })),
      rows.length === 0 ? words('Trong ngày không phát sinh lệ phí.') : {
        kind: 'table', heads: ['STT', 'Giờ', 'Số hồ sơ', 'Biên lai', ...(isEverybody ? ['Cán bộ'] : []), 'Tình trạng', 'Số tiền (đồng)', 'Ghi chú'], shares: isEverybody ? [5, 6, 13, 14, 12, 8, 8, 11] : [4, 6, 13, 13, 9, 9, 16],
        rows: rows.map((row, index) => [
          String(index + 1), row.at === '' ? '' : formatTime(row.at), row.dossierNumber, row.receiptNumber, ...(isEverybody ? [row.officerName] : []), STATE_WORDS[row.state], thousands(amountOf(row)), row.reason,
        ]),
      },
      ...(isEverybody && rows.length > 0 ? [heading('Từng cán bộ phải nộp'), perOfficer(of)] : []),
      fields(field('Biên lai đã lập', count('collected', 'voided')), field('Biên lai hủy', count('voided', 'given-back')), field('Miễn', count('exempt'))),
      fields(field('Đã thu', dong(facts.collectedDong)), field('Hoàn lại do hủy', dong(facts.givenBackDong))),
      words(`Số tiền phải nộp: ${dong(facts.handOverDong)}`, { strong: true }),
      words(`Bằng chữ: ${dongInWords(facts.handOverDong)}.`),
      { kind: 'signatures', place: `Lập ${longDay(day)}`, columns: isEverybody ? [signer('NGƯỜI LẬP BẢNG'), signer('CHỈ HUY')] : [signer('NGƯỜI THU', of), signer('NGƯỜI KIỂM TRA')] },
    ],
  };
}

const signer = (title: string, name = ''): SheetSigner => ({ title, note: '(Ký, ghi rõ họ tên)', name });

const perOfficer = (officers: readonly OfficerTotals[]): SheetBlock => ({
  kind: 'table', heads: ['Cán bộ', 'Đã thu (đồng)', 'Hoàn lại (đồng)', 'Phải nộp (đồng)'], shares: [24, 14, 14, 14],
  rows: officers.map(({ name, collectedDong, givenBackDong, handOverDong }) => [name, thousands(collectedDong), thousands(givenBackDong), thousands(handOverDong)]),
});

const amountOf = ({ state, amountDong }: DaySheetRow): number => (state === 'exempt' ? 0 : state === 'given-back' ? -amountDong : amountDong);
