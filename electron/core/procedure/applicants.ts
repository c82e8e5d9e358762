import type { PartialDate } from '../person/person.ts';
import { ageRange } from './age.ts';
import { finding, sourced, unverified, type Basis, type Finding } from './fact.ts';
import { regimeOn, type Regime } from './regimes.ts';

/** Who speaks for the citizen at the counter. */
export type Representation = 'none' | 'without-proof' | 'with-proof';

export type AgeBand = 'not-yet' | 'under-6' | '6-to-13' | 'from-14';

/** What a band of age means. */
export type BandRule = {
  readonly band: AgeBand;
  readonly compulsory: boolean;
  readonly applicant: 'citizen' | 'representative' | 'citizen-with-representative' | 'nobody';
  /** Who signs the CC01. */
  readonly signer: 'citizen' | 'representative' | 'nobody';
  readonly basis: Basis;
};

const BANDS: Readonly<Record<AgeBand, BandRule>> = {
  'not-yet': { band: 'not-yet', compulsory: false, applicant: 'nobody', signer: 'nobody', basis: sourced('law-2014', 'Article 19') },
  'under-6': { band: 'under-6', compulsory: false, applicant: 'representative', signer: 'representative', basis: sourced('law-2023', 'Article 23') },
  '6-to-13': { band: '6-to-13', compulsory: false, applicant: 'citizen-with-representative', signer: 'representative', basis: sourced('law-2023', 'Article 23') },
  'from-14': { band: 'from-14', compulsory: true, applicant: 'citizen', signer: 'citizen', basis: sourced('law-2023', 'Article 19') },
};

/** @param years completed years on the day of reception */
export function bandOf(years: number, regime: Regime): BandRule {
  if (years < regime.minAgeYears) return BANDS['not-yet'];
  if (years < regime.biometricsFromYears) return BANDS['under-6'];
  return years < regime.ownApplicationFromYears ? BANDS['6-to-13'] : BANDS['from-14'];
}

export type ApplicantInput = {
  readonly birthDate: PartialDate;
  readonly receivedOn: string;
  readonly representation: Representation;
  /** Lacking or limited capacity, or difficulty in cognition, as a court or the database says. */
  readonly limitedCapacity: boolean;
};

/** Who may apply, and what is missing. A year of birth alone that spans two bands only warns. */
export function applicantFindings(input: ApplicantInput): { readonly rule: BandRule; readonly findings: readonly Finding[] } {
  const regime = regimeOn(input.receivedOn);
  const { least, most } = ageRange(input.birthDate, input.receivedOn);
  const [rule, older] = [bandOf(least, regime), bandOf(most, regime)];
  const isSure = rule.band === older.band;
  const basis = isSure ? rule.basis : unverified('none');
  const findings: Finding[] = isSure ? [] : [finding('applicant.age-band-uncertain', 'warning', basis, { younger: rule.band, older: older.band })];
  if (most < 0) findings.push(finding('applicant.birth-in-future', 'warning', unverified('none')));
  if (rule.band === 'not-yet') findings.push(finding('applicant.too-young', 'block', basis, { minAgeYears: regime.minAgeYears }));
  const representative = rule.applicant === 'representative' || rule.applicant === 'citizen-with-representative';
  if (representative) findings.push(...representationFindings(input.representation, basis));
  if (input.limitedCapacity && !representative && input.representation === 'none') findings.push(finding('applicant.representative-assists', 'warning', sourced('law-2023', 'Article 23')));
  if (rule.band === 'under-6') findings.push(finding('applicant.commune-of-residence', 'info', sourced('qd5230-2026')));
  return { rule, findings };
}

function representationFindings(representation: Representation, basis: Basis): readonly Finding[] {
  if (representation === 'with-proof') return [];
  return [finding(representation === 'none' ? 'applicant.representative-missing' : 'applicant.proof-missing', 'block', basis)];
}
