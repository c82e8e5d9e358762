import type { IssueKind } from '../dossier/steps.ts';
import { isPartialDate } from '../person/field-rules.ts';
import { PERSON_FIELDS, differingFields, type PartialDate, type Person, type PersonField } from '../person/person.ts';
import type { Representation } from './applicants.ts';
import { capturePlan, type CapturePlan, type PrintSequence } from './capture-plan.ts';
import { derived, finding, type Finding } from './fact.ts';
import type { Exemption } from './fee-data.ts';
import { feeOf, type Fee } from './fees.ts';
import type { GroundId } from './issue-grounds.ts';
import { receive, type Hold } from './reception-gate.ts';
import { suggestedGround } from './suggest-ground.ts';
import { cardDates } from './validity.ts';

/** How the counter knows whom it has before it: the population database, what it said an earlier time, or papers alone. */
export const IDENTIFICATIONS = ['database', 'cached', 'manual', 'absent'] as const;
export type IdentifiedBy = (typeof IDENTIFICATIONS)[number];

/** What the rules need to know of a dossier; everything else of it doesn't matter to them. Days are `YYYY-MM-DD`. */
export type DossierFacts = {
  readonly receivedOn: string;
  readonly kind: IssueKind | null;
  readonly ground: GroundId | null;
  readonly person: Person;
  readonly databasePerson: Person;
  readonly identification: IdentifiedBy;
  readonly sequence: PrintSequence;
  readonly representation: Representation;
  readonly limitedCapacity: boolean;
  readonly hold: Hold;
  /** `null` = not known. */
  readonly hadCard: boolean | null;
  readonly lastBiometrics: boolean | null;
  readonly adjustmentOpen: boolean;
  readonly exemption: Exemption | null;
};

export type Assessment = {
  readonly plan: CapturePlan;
  /** `undefined` for a day of which no fee is known, or while no kind is chosen. */
  readonly fee: Fee | undefined;
  /** What the rules have to say, each code once, blocks first. */
  readonly findings: readonly Finding[];
};

/** Everything the rules of the reception day say about a dossier as it stands. Pure: the same facts always give the same. */
export function assessDossier(facts: DossierFacts): Assessment {
  const birthDate = birthDateOf(facts);
  const kind = facts.kind ?? 'exchange';
  const ground = facts.ground ?? suggestedGround(kind, birthDate, facts.receivedOn) ?? 'on-request';
  const plan = capturePlan({ birthDate, receivedOn: facts.receivedOn, ground, sequence: facts.sequence, lastBiometrics: facts.lastBiometrics ?? undefined });
  const fee = facts.kind === null ? undefined : feeOf({
    receivedOn: facts.receivedOn, kind, ground, channel: 'counter', integratesInformation: false, exemptions: facts.exemption === null ? [] : [facts.exemption],
  });
  const { findings: atReception } = receive({
    receivedOn: facts.receivedOn, identification: IDENTIFICATION_OF[facts.identification], birthDate, kind, ground,
    wrongFields: facts.identification === 'manual' ? [] : wrongFields(facts.databasePerson, facts.person),
    adjustmentOpen: facts.adjustmentOpen, hasResidence: facts.person.residence !== '' || facts.person.currentAddress !== '',
    everHadCard: facts.hadCard ?? undefined, representation: facts.representation, limitedCapacity: facts.limitedCapacity, hold: facts.hold,
  });
  const absent = facts.identification === 'absent' ? [finding('reception.not-in-database', 'warning', derived('law-2023', 'Article 23'))] : [];
  const { findings: aboutCard } = cardDates({ birthDate, receivedOn: facts.receivedOn, approvedOn: undefined });
  return { plan, fee, findings: ordered([...atReception, ...absent, ...plan.findings, ...(fee?.findings ?? []), ...aboutCard]) };
}

/** Without a date of birth the rules of a grown-up count: nobody is asked for less than they might have to give. */
const birthDateOf = ({ person, receivedOn }: DossierFacts): PartialDate =>
  isPartialDate(person.birthDate) ? person.birthDate : String(Number(receivedOn.slice(0, 4)) - 30);

const IDENTIFICATION_OF = { database: 'found', cached: 'offline', manual: 'offline', absent: 'absent' } as const satisfies Record<IdentifiedBy, string>;

/** What the population database doesn't hold, or the citizen may say anew at the counter. */
const TOLD_AT_COUNTER: ReadonlySet<PersonField> = new Set<PersonField>(['phone', 'occupation', 'currentAddress', 'religion']);

/** Fields in which the dossier contradicts the population database; what the database lacks is added, not wrong. */
export const wrongFields = (database: Person, entered: Person): readonly PersonField[] =>
  differingFields(database, entered).filter((field) => database[field] !== '' && !TOLD_AT_COUNTER.has(field));

export const ADJUSTABLE_FIELDS: readonly PersonField[] = PERSON_FIELDS.filter((field) => field !== 'pid' && field !== 'phone' && field !== 'occupation');

const RANK = { block: 0, warning: 1, info: 2 } as const;

function ordered(findings: readonly Finding[]): readonly Finding[] {
  const once = new Map<string, Finding>();
  for (const one of findings) {
    const known = once.get(one.code);
    if (known === undefined || RANK[one.severity] < RANK[known.severity]) once.set(one.code, one);
  }
  return [...once.values()].toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}
