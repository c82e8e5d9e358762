import type { IssueKind } from '../dossier/steps.ts';
import { sourced, unverified, type Basis, type Period } from './fact.ts';

/** What is charged for. A card in place of an identity card or a "căn cước công dân" is a conversion, cheaper than an exchange. */
export type FeeItem = IssueKind | 'conversion';

export type BaseFee = Period & { readonly item: FeeItem; readonly amountDong: number; readonly instrument: string; readonly basis: Basis };
/** A reduction of base fees. `disputedFrom` = the day from which a source says that it has ended. */
export type FeeReduction = Period & {
  readonly id: string;
  readonly percent: number;
  readonly channel: 'any' | 'online';
  /** Only for people with an electronic identity of level 2 who have information integrated. */
  readonly integrationOnly: boolean;
  readonly disputedFrom?: string;
  readonly instrument: string;
  readonly basis: Basis;
};

const [TT59, TT73] = ['TT 59/2019/TT-BTC', 'TT 73/2024/TT-BTC'];
const base = (period: Period, instrument: string, basis: Basis, amounts: readonly (readonly [FeeItem, number])[]): readonly BaseFee[] =>
  amounts.map(([item, amountDong]) => ({ ...period, item, amountDong, instrument, basis }));
const AMOUNTS = [['first-issue', 0], ['conversion', 30_000], ['exchange', 50_000], ['reissue', 70_000]] as const;

export const BASE_FEES: readonly BaseFee[] = [
  ...base({ from: '2021-01-01', to: '2024-10-20' }, TT59, sourced('fees-2019', 'Article 4'), AMOUNTS),
  ...base({ from: '2024-10-21' }, TT73, sourced('fees-2024'), AMOUNTS),
];

const half = (id: string, from: string, to: string, instrument: string, basis: Basis, channel: FeeReduction['channel'] = 'any'): FeeReduction =>
  ({ id, from, to, percent: 50, channel, integrationOnly: false, instrument, basis });

export const FEE_REDUCTIONS: readonly FeeReduction[] = [
  half('2021-first-half', '2021-01-01', '2021-06-30', 'TT 112/2020/TT-BTC', sourced('fees-2019')),
  half('2022-first-half', '2022-01-01', '2022-06-30', 'TT 120/2021/TT-BTC', unverified('fees-2019')),
  half('2023-second-half', '2023-07-01', '2023-12-31', 'TT 44/2023/TT-BTC', sourced('fees-2019')),
  half('2024-summer', '2024-07-01', '2024-10-20', 'TT 43/2024/TT-BTC', unverified('fees-2024')),
  half('2024-autumn', '2024-10-21', '2024-12-31', 'TT 73/2024/TT-BTC', sourced('fees-2024')),
  half('2025-online', '2025-01-01', '2025-12-31', 'TT 73/2024/TT-BTC', sourced('fees-2024'), 'online'),
  // Three outlets say the end of 2026, one the end of 2025: a technician confirms.
  { ...half('2025-to-2026', '2025-07-01', '2026-12-31', 'TT 64/2025/TT-BTC', sourced('fees-2024')), disputedFrom: '2026-01-01' },
  { id: 'integration', from: '2026-08-15', to: '2027-02-28', percent: 100, channel: 'online', integrationOnly: true, instrument: 'QĐ 5230/QĐ-BCA-C06', basis: unverified('qd5230-2026') },
];

export const EXEMPTIONS = [
  'child', 'elderly', 'disabled', 'merit', 'ethnic-minority-hardship-commune', 'border-commune-or-island-district', 'poor-household', 'boundary-change', 'agency-error',
] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** Why a fee may be waived; each needs a note of the evidence that was seen. */
export const EXEMPTION_BASIS: Readonly<Record<Exemption, Basis>> = {
  child: sourced('fees-2024'), elderly: sourced('fees-2024'), disabled: sourced('fees-2024'), merit: sourced('fees-2024'),
  'ethnic-minority-hardship-commune': sourced('fees-2024'), 'border-commune-or-island-district': sourced('fees-2024'),
  'poor-household': sourced('fees-2024', 'TT 71/2025/TT-BTC'), 'boundary-change': sourced('qd5230-2026'), 'agency-error': unverified('none'),
};
/** Ages that Luật Trẻ em 2016 (under 16) and Luật Người cao tuổi 2009 (from 60) give; whether the fee circular means the same is unverified. */
export const CHILD_BELOW_YEARS = 16;
export const ELDERLY_FROM_YEARS = 60;
