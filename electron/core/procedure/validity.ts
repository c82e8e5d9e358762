import { isYearOnly, rangeOf } from '../person/partial-date.ts';
import type { PartialDate } from '../person/person.ts';
import { birthdayAt } from './age.ts';
import { finding, sourced, unverified, type Finding } from './fact.ts';
import { regimeOn } from './regimes.ts';

/** A card made within these years before a milestone is good until the one after. Source: Luật Căn cước 26/2023/QH15, Article 21(2). */
const GRACE_YEARS = 2;

export type CardDates = {
  /** The day on which C06 approves, not the day of capture; `undefined` until the centre has said so. */
  readonly issuedOn: string | undefined;
  /** `YYYY-MM-DD`, `YYYY` where only the year of birth is known, `''` = no expiry. Before approval: what is expected. */
  readonly expiresOn: string;
  readonly findings: readonly Finding[];
};

export type CardDatesInput = {
  readonly birthDate: PartialDate;
  readonly receivedOn: string;
  /** From the centre's answer. */
  readonly approvedOn: string | undefined;
};

/** Dates of the card. Until the centre approves, the expiry is worked out from the reception day and may still move. */
export function cardDates({ birthDate, receivedOn, approvedOn }: CardDatesInput): CardDates {
  const { milestoneYears } = regimeOn(receivedOn);
  const day = approvedOn ?? receivedOn;
  const born = rangeOf(birthDate);
  const expiry = expiryAt(born.last, day, milestoneYears);
  const findings = [
    ...(approvedOn === undefined ? [finding('validity.before-approval', 'info', sourced('tt60-2021', 'Articles 7 and 9'))] : []),
    ...(expiry.onEdge ? [finding('validity.on-the-edge', 'info', unverified('validity'))] : []),
    ...(birthDate.endsWith('-02-29') ? [finding('validity.leap-day', 'info', unverified('none'))] : []),
    ...(isYearOnly(birthDate) ? [finding('validity.year-only', 'warning', unverified('none'))] : []),
  ];
  return { issuedOn: approvedOn, expiresOn: isYearOnly(birthDate) ? expiry.day.slice(0, 4) : expiry.day, findings };
}

/**
 * The day on which a card expires, `''` for never.
 * Choices where the law is silent: a card made on a milestone birthday has passed that milestone; one made exactly two years before
 * counts as within the two years. With a year of birth only, 31 December is taken, the earlier of the possible milestones.
 */
function expiryAt(birthDay: string, issuedOn: string, milestones: readonly number[]): { readonly day: string; readonly onEdge: boolean } {
  const onEdge = milestones.some((years) => issuedOn === birthdayAt(birthDay, years) || issuedOn === graceStart(birthDay, years));
  const next = milestones.find((years) => issuedOn < graceStart(birthDay, years));
  return { day: next === undefined ? '' : birthdayAt(birthDay, next), onEdge };
}

/** The day `GRACE_YEARS` before a milestone. */
const graceStart = (birthDay: string, years: number): string => birthdayAt(birthdayAt(birthDay, years), -GRACE_YEARS);
