import type { PartialDate } from '../person/person.ts';
import { ageRange } from './age.ts';
import { bandOf } from './applicants.ts';
import type { IdentifiedBy } from './assess-dossier.ts';
import { sourced, unverified, type Basis } from './fact.ts';
import { findGround, type GroundId } from './issue-grounds.ts';
import { regimeOn } from './regimes.ts';

/** Every kind of paper that a dossier may hold. */
export const DOCUMENT_KINDS = [
  'old-card', 'old-id-9', 'birth-certificate', 'residence-confirmation', 'representative',
  'civil-status-decision', 'proof-of-sex', 'nationality-decision', 'number-decision', 'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why a paper is asked for; each is a translation key `papers.reason.<value>`. */
export const PAPER_REASONS = ['ground', 'representation', 'capacity', 'identity'] as const;
export type PaperReason = (typeof PAPER_REASONS)[number];

/** What shows that somebody may speak for the citizen; `absent` = nobody was named yet. */
export type ProofOfRepresentation = 'absent' | 'none' | 'population-database' | 'birth-certificate' | 'guardianship-decision' | 'court-decision' | 'other';

export type PaperDemand = {
  readonly kind: DocumentKind;
  /** Kinds that show the same and do as well. */
  readonly instead: readonly DocumentKind[];
  readonly reason: PaperReason;
  readonly basis: Basis;
};

export type PaperFacts = {
  readonly receivedOn: string;
  readonly birthDate: PartialDate;
  readonly ground: GroundId;
  readonly proof: ProofOfRepresentation;
  readonly limitedCapacity: boolean;
  readonly identification: IdentifiedBy;
};

/**
 * The papers that kind of issue, age and representative ask for on the day of reception, in the order in which they are taken.
 * What the population database shows need not be shown again. A missing paper is told, never a reason to turn anybody away.
 * Source: Luật 26/2023/QH15, Articles 23 and 24, NĐ 70/2024; before 1/7/2024 Luật 59/2014/QH13 (see each basis).
 */
export function papersDemanded(facts: PaperFacts): readonly PaperDemand[] {
  const ground = findGround(facts.ground, facts.receivedOn);
  const byGround = (ground?.papers ?? []).map((kind): PaperDemand => ({ kind, instead: INSTEAD[kind] ?? [], reason: 'ground', basis: ground?.basis ?? unverified('none') }));
  return [...byGround, ...representationPapers(facts), ...identityPapers(facts)];
}

/** A card before the chip card, or a certificate of another name for the same fact. */
const INSTEAD: Partial<Record<DocumentKind, readonly DocumentKind[]>> = { 'old-card': ['old-id-9'], 'civil-status-decision': ['birth-certificate'] };

function representationPapers({ receivedOn, birthDate, proof, limitedCapacity }: PaperFacts): readonly PaperDemand[] {
  if (proof === 'population-database') return [];
  const regime = regimeOn(receivedOn);
  const { least, most } = ageRange(birthDate, receivedOn);
  const needs = [bandOf(least, regime), bandOf(most, regime)].map(({ applicant }) => applicant === 'representative' || applicant === 'citizen-with-representative');
  const basis = needs[0] === needs[1] ? sourced('law-2023', 'Article 23') : unverified('none');
  if (needs.includes(true)) return [{ ...(proof === 'birth-certificate' ? PARENT : GUARDIAN), reason: 'representation', basis }];
  // Which paper shows a limited capacity is not settled: the law names the representative, not the paper.
  return limitedCapacity ? [{ kind: 'representative', instead: ['other'], reason: 'capacity', basis: unverified('law-2023', 'Article 23') }] : [];
}

const PARENT = { kind: 'birth-certificate', instead: ['representative'] } as const;
const GUARDIAN = { kind: 'representative', instead: ['birth-certificate'] } as const;

/** Whom no record shows: known by papers alone. Source: NĐ 70/2024, Article 21 ("legal papers"); which ones is not said. */
function identityPapers({ identification }: PaperFacts): readonly PaperDemand[] {
  if (identification !== 'manual' && identification !== 'absent') return [];
  return [{ kind: 'birth-certificate', instead: ['old-card', 'old-id-9', 'residence-confirmation', 'other'], reason: 'identity', basis: unverified('law-2023', 'Article 23') }];
}
