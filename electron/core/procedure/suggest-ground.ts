import type { IssueKind } from '../dossier/steps.ts';
import { isPartialDate } from '../person/field-rules.ts';
import type { PartialDate } from '../person/person.ts';
import { ageRange } from './age.ts';
import { groundsOfKind, type GroundId } from './issue-grounds.ts';
import { regimeOn } from './regimes.ts';

/** A milestone birthday is the likely ground for this long after it; later comers have mostly been there already. Own choice. */
const MILESTONE_FOR_YEARS = 2;

/** Grounds of a kind that hold on the day, the likeliest first: only an order to offer them in, the officer decides. */
export function offeredGrounds(kind: IssueKind, birthDate: PartialDate, day: string): readonly GroundId[] {
  const ids = groundsOfKind(kind, day).map(({ id }) => id);
  const first = kind === 'exchange' ? (isAtMilestone(birthDate, day) ? 'milestone-age' : 'on-request') : ids[0];
  return first === undefined || !ids.includes(first) ? ids : [first, ...ids.filter((id) => id !== first)];
}

export const suggestedGround = (kind: IssueKind, birthDate: PartialDate, day: string): GroundId | undefined => offeredGrounds(kind, birthDate, day)[0];

function isAtMilestone(birthDate: PartialDate, day: string): boolean {
  if (!isPartialDate(birthDate)) return false;
  const { least, most } = ageRange(birthDate, day);
  return regimeOn(day).milestoneYears.some((years) => most >= years && least < years + MILESTONE_FOR_YEARS);
}
