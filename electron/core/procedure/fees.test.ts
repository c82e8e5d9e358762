import { describe, expect, it } from 'vitest';
import { blocks } from './fact.ts';
import { EXEMPTIONS } from './fee-data.ts';
import { feeOf, suggestedExemptions, type FeeInput } from './fees.ts';

const fee = (change: Partial<FeeInput>) =>
  feeOf({ receivedOn: '2025-02-03', kind: 'exchange', ground: 'on-request', channel: 'counter', integratesInformation: false, exemptions: [], ...change });

describe('trap 8: fees and reductions are date ranges', () => {
  it.each([
    ['2025-02-03', 0, 30_000, 50_000, 70_000],
    ['2021-03-01', 0, 15_000, 25_000, 35_000],
    ['2021-07-01', 0, 30_000, 50_000, 70_000],
    ['2023-07-01', 0, 15_000, 25_000, 35_000],
    ['2024-01-01', 0, 30_000, 50_000, 70_000],
    ['2024-10-21', 0, 15_000, 25_000, 35_000],
    ['2024-12-31', 0, 15_000, 25_000, 35_000],
    ['2025-01-01', 0, 30_000, 50_000, 70_000],
    ['2025-06-30', 0, 30_000, 50_000, 70_000],
    ['2025-07-01', 0, 15_000, 25_000, 35_000],
    ['2026-12-31', 0, 15_000, 25_000, 35_000],
    ['2027-01-01', 0, 30_000, 50_000, 70_000],
  ])('on %s: %i, %i, %i, %i đồng', (receivedOn, first, conversion, exchange, reissue) => {
    expect(fee({ receivedOn, kind: 'first-issue', ground: 'never-had-card' })?.amountDong).toBe(first);
    expect(fee({ receivedOn, ground: 'from-old-card' })?.amountDong).toBe(conversion);
    expect(fee({ receivedOn })?.amountDong).toBe(exchange);
    expect(fee({ receivedOn, kind: 'reissue', ground: 'lost' })?.amountDong).toBe(reissue);
  });

  it('halves online fees in 2025, and adds no second half when two reductions overlap', () => {
    expect(fee({ receivedOn: '2025-03-03', channel: 'online' })?.amountDong).toBe(25_000);
    expect(fee({ receivedOn: '2025-08-01', channel: 'online' })?.amountDong).toBe(25_000);
  });

  it('warns of the disputed end date and blocks nothing', () => {
    const disputed = fee({ receivedOn: '2026-01-01' });
    expect(disputed?.findings).toMatchObject([{ code: 'fee.end-date-in-dispute', severity: 'warning', basis: { mark: 'unverified' }, detail: { to: '2026-12-31', disputedFrom: '2026-01-01' } }]);
    expect(blocks(disputed?.findings ?? [])).toBe(false);
    expect(fee({ receivedOn: '2025-12-31' })?.findings).toEqual([]);
  });

  it('waives online fees for integration between 15/8/2026 and 28/2/2027, as unverified', () => {
    const amounts = ['2026-08-14', '2026-08-15', '2027-02-28', '2027-03-01'].map((receivedOn) => fee({ receivedOn, channel: 'online', integratesInformation: true })?.amountDong);
    expect(amounts).toEqual([25_000, 0, 0, 50_000]);
    expect(fee({ receivedOn: '2026-09-01', channel: 'online', integratesInformation: true })?.findings.map(({ code }) => code)).toEqual(['fee.reduction-unverified']);
    expect(fee({ receivedOn: '2026-09-01', integratesInformation: true })?.amountDong).toBe(25_000);
  });
});

describe('exemptions', () => {
  it.each(EXEMPTIONS)('%s pays nothing', (exemption) => {
    expect(fee({ exemptions: [exemption] })).toMatchObject({ baseDong: 50_000, amountDong: 0, exemption });
  });

  it('needs no evidence for a boundary change', () => {
    expect(fee({ ground: 'boundary-change' })).toMatchObject({ amountDong: 0, exemption: 'boundary-change', findings: [] });
  });

  it('warns that the agency’s own error as a reason is unverified', () => {
    expect(fee({ exemptions: ['agency-error'] })?.findings.map(({ code, severity }) => [code, severity])).toEqual([['fee.exemption-unverified', 'warning']]);
  });

  it.each([['2012-01-01', ['child']], ['1966-09-01', ['elderly']], ['1966-09-02', []], ['1990', []]])('suggests for birth %s on 1/9/2026: %j', (birthDate, expected) => {
    expect(suggestedExemptions(birthDate, '2026-09-01')).toEqual(expected);
  });
});

it('knows no fee before 2021', () => {
  expect(fee({ receivedOn: '2020-12-31' })).toBeUndefined();
});
