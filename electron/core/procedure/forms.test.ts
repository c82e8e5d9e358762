import { describe, expect, it } from 'vitest';
import { DC02_BOXES, dc02ForAdjustment, dc02ForCard, tickedNumbers } from './dc02.ts';
import { CC01_2015_ITEMS, DC01_2015_ITEMS, FORMS, formFor, formOn, type FormCode } from './forms.ts';

describe('trap 1: one code, different forms', () => {
  it.each([
    ['CC01', '2024-06-30', 'application', 'Tờ khai căn cước công dân'],
    ['CC01', '2024-07-01', 'collection-record', 'Phiếu thu nhận thông tin căn cước'],
    ['CC02', '2024-06-30', 'collection-record', 'Phiếu thu nhận thông tin căn cước công dân'],
    ['CC02', '2024-07-01', 'appointment-slip', 'Giấy hẹn trả kết quả'],
    ['DC02', '2024-06-30', 'population-adjustment', 'Phiếu cập nhật, chỉnh sửa thông tin dân cư'],
    ['DC02', '2024-07-01', 'procedure-request', 'Phiếu đề nghị giải quyết thủ tục về căn cước'],
    ['CC03', '2026-09-01', 'refusal', 'Thông báo về việc từ chối giải quyết'],
  ] as const)('%s on %s is a %s', (code, day, meaning, title) => {
    expect(formOn(code, day)).toMatchObject({ meaning, title });
  });

  it('finds the form that does a job, whatever its code', () => {
    expect([formFor('collection-record', '2023-01-01')?.code, formFor('collection-record', '2026-01-01')?.code]).toEqual(['CC02', 'CC01']);
    expect(formFor('refusal', '2023-01-01')).toBeUndefined();
  });

  it('takes the templates of 2025 from 1/7/2025', () => {
    expect(['2025-06-30', '2025-07-01'].map((day) => formOn('DC01', day)?.circular)).toEqual(['TT 17/2024/TT-BCA', 'TT 53/2025/TT-BCA']);
  });

  it('has each code once a day', () => {
    for (const day of ['2021-08-01', '2024-06-30', '2024-07-01', '2025-07-01', '2026-07-01', '2026-09-28']) {
      const codes = FORMS.filter(({ from, to }) => from <= day && day <= (to ?? '9')).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('marks what has no known title or layout', () => {
    const untitled = FORMS.filter(({ title }) => title === '');
    expect(untitled.map(({ code, from }) => [code, from]) satisfies (FormCode | string)[][]).toEqual([['CC03', '2021-01-01'], ['CC05', '2024-07-01'], ['DC03', '2024-07-01']]);
    for (const { basis } of untitled) expect(basis.mark).toBe('unverified');
    expect(formOn('CC01', '2026-09-01')?.layout).toBe('practice');
  });
});

describe('the DC02 of today', () => {
  it('has nine boxes of which several may be ticked', () => {
    expect(DC02_BOXES).toHaveLength(9);
    expect(tickedNumbers(new Set(['adjust-population', 'card', 'integrate']))).toEqual([1, 7, 8]);
  });

  it('asks for the card in box 1 and for an adjustment in box 7', () => {
    expect([tickedNumbers(dc02ForCard('reissue').boxes), tickedNumbers(dc02ForAdjustment().boxes)]).toEqual([[1], [7]]);
  });
});

it('knows the items of the former forms', () => {
  expect([CC01_2015_ITEMS.length, DC01_2015_ITEMS.length]).toEqual([22, 17]);
});
