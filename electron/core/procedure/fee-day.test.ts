import { describe, expect, it } from 'vitest';
import { feeDayLines, feeDayTotals, type DatedReceipt } from './fee-day.ts';

const receipt = (collectedOn: string, voidedOn: string | null = null): DatedReceipt => ({ amountDong: 25_000, collectedOn, voidedOn });
const lines = (day: string, receipts: readonly DatedReceipt[], more = {}) =>
  feeDayLines(day, { receivedOn: '2026-04-13', isWithdrawn: false, baseDong: 50_000, amountDong: 25_000, receipts, ...more });
const states = (...asked: Parameters<typeof lines>): readonly string[] => lines(...asked).map(({ state }) => state);

describe('the fees of a day', () => {
  it('take a receipt on its day and give it back on the day of the void', () => {
    const voidedLater = receipt('2026-04-13', '2026-04-14');
    expect(states('2026-04-13', [voidedLater])).toEqual(['collected']);
    expect(states('2026-04-14', [voidedLater])).toEqual(['given-back']);
    expect(states('2026-04-15', [voidedLater])).toEqual([]);
    expect(feeDayTotals(lines('2026-04-13', [voidedLater]))).toEqual({ collectedDong: 25_000, givenBackDong: 0, handOverDong: 25_000 });
    expect(feeDayTotals(lines('2026-04-14', [voidedLater]))).toEqual({ collectedDong: 0, givenBackDong: 25_000, handOverDong: -25_000 });
  });

  it('balance a receipt that was voided on its own day, and leave the fee due', () => {
    const voided = lines('2026-04-13', [receipt('2026-04-13', '2026-04-13')]);
    expect(voided.map(({ state }) => state)).toEqual(['voided', 'due']);
    expect(feeDayTotals(voided)).toEqual({ collectedDong: 25_000, givenBackDong: 25_000, handOverDong: 0 });
  });

  it('tell due, exempt and free apart, and count no withdrawn dossier as due', () => {
    expect(states('2026-04-13', [])).toEqual(['due']);
    expect(states('2026-04-13', [], { amountDong: 0 })).toEqual(['exempt']);
    expect(states('2026-04-13', [], { amountDong: 0, baseDong: 0 })).toEqual(['free']);
    expect(states('2026-04-13', [], { isWithdrawn: true })).toEqual([]);
    expect(states('2026-04-13', [receipt('2026-04-14')])).toEqual(['due']);
  });
});
