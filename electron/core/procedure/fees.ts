import type { IssueKind } from '../dossier/steps.ts';
import type { PartialDate } from '../person/person.ts';
import { ageRange } from './age.ts';
import { finding, holdsOn, unverified, type Finding } from './fact.ts';
import { BASE_FEES, CHILD_BELOW_YEARS, ELDERLY_FROM_YEARS, EXEMPTION_BASIS, FEE_REDUCTIONS, type BaseFee, type Exemption, type FeeItem, type FeeReduction } from './fee-data.ts';
import type { GroundId } from './issue-grounds.ts';

export type FeeInput = {
  readonly receivedOn: string;
  readonly kind: IssueKind;
  readonly ground: GroundId;
  readonly channel: 'counter' | 'online';
  readonly integratesInformation: boolean;
  /** What the officer saw evidence for. */
  readonly exemptions: readonly Exemption[];
};

/** A fee with its reckoning, so that the officer can explain it. */
export type Fee = {
  readonly item: FeeItem;
  readonly baseDong: number;
  readonly reduction: FeeReduction | undefined;
  readonly exemption: Exemption | undefined;
  readonly amountDong: number;
  readonly instrument: string;
  readonly findings: readonly Finding[];
};

/** @returns `undefined` for a day of which no fee is known. */
export function feeOf(input: FeeInput): Fee | undefined {
  const item: FeeItem = input.ground === 'from-old-card' ? 'conversion' : input.kind;
  const base = BASE_FEES.find((one) => one.item === item && holdsOn(one, input.receivedOn));
  if (base === undefined) return undefined;
  const reduction = bestReduction(input);
  const exemption = exemptionOf(input);
  const percent = exemption === undefined ? (reduction?.percent ?? 0) : 100;
  const amountDong = Math.round((base.amountDong * (100 - percent)) / 100);
  return { item, baseDong: base.amountDong, reduction, exemption, amountDong, instrument: base.instrument, findings: findingsOf(input.receivedOn, base, reduction, exemption) };
}

/** Reductions that overlap don't add up: the one that is best for the citizen counts. Unverified: no text says so. */
function bestReduction(input: FeeInput): FeeReduction | undefined {
  return FEE_REDUCTIONS.filter((one) => holdsOn(one, input.receivedOn))
    .filter((one) => one.channel === 'any' || input.channel === 'online')
    .filter((one) => !one.integrationOnly || input.integratesInformation)
    .reduce<FeeReduction | undefined>((best, one) => (best === undefined || one.percent > best.percent ? one : best), undefined);
}

/** A boundary change is free of itself; the rest need evidence. */
const exemptionOf = (input: FeeInput): Exemption | undefined => (input.ground === 'boundary-change' ? 'boundary-change' : input.exemptions[0]);

function findingsOf(day: string, base: BaseFee, reduction: FeeReduction | undefined, exemption: Exemption | undefined): readonly Finding[] {
  if (base.amountDong === 0) return [];
  if (exemption !== undefined) return EXEMPTION_BASIS[exemption].mark === 'unverified' ? [finding('fee.exemption-unverified', 'warning', EXEMPTION_BASIS[exemption])] : [];
  if (reduction === undefined) return [];
  const disputed = reduction.disputedFrom !== undefined && day >= reduction.disputedFrom;
  return [
    ...(disputed ? [finding('fee.end-date-in-dispute', 'warning', unverified('fees-2024', reduction.instrument), { to: reduction.to ?? '', disputedFrom: reduction.disputedFrom ?? '' })] : []),
    ...(reduction.basis.mark === 'unverified' ? [finding('fee.reduction-unverified', 'warning', reduction.basis, { instrument: reduction.instrument })] : []),
  ];
}

/** Exemptions that the date of birth suggests; the officer still looks at evidence. */
export function suggestedExemptions(birthDate: PartialDate, day: string): readonly Exemption[] {
  const { least, most } = ageRange(birthDate, day);
  return [...(least < CHILD_BELOW_YEARS ? (['child'] as const) : []), ...(most >= ELDERLY_FROM_YEARS ? (['elderly'] as const) : [])];
}
