import { isPartialDate } from '../person/field-rules.ts';
import type { Person } from '../person/person.ts';
import type { IssueKind } from '../dossier/steps.ts';
import type { Mark } from './fact.ts';
import type { GroundId } from './issue-grounds.ts';
import { papersDemanded, type DocumentKind, type PaperDemand, type PaperFacts, type PaperReason, type ProofOfRepresentation } from './papers.ts';
import type { SourceKey } from './sources.ts';
import { suggestedGround } from './suggest-ground.ts';

/** `noted`: only its number stands in the dossier. */
export const PAPER_STATES = ['missing', 'noted', 'photographed'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What of a dossier decides which papers it needs. */
export type PaperCase = Pick<PaperFacts, 'receivedOn' | 'limitedCapacity' | 'identification'> & {
  readonly kind: IssueKind | null;
  readonly ground: GroundId | null;
  readonly person: Pick<Person, 'birthDate'>;
  readonly representation: { readonly proof: Exclude<ProofOfRepresentation, 'absent'> } | null;
};

type HeldPaper = { readonly id: string; readonly kind: DocumentKind; readonly pages: readonly unknown[] };

/** One demanded paper and what the dossier holds of it. */
export type DemandedPaper = {
  readonly kind: DocumentKind;
  readonly instead: DocumentKind[];
  readonly reason: PaperReason;
  readonly mark: Mark;
  readonly source: SourceKey;
  readonly article: string;
  readonly documentId: string | null;
  readonly state: PaperState;
};

/** The demanded papers with their state. A paper answers one demand only: the first whose kind it is, else one that it may stand for. */
export function demandedPapers(about: PaperCase, held: readonly HeldPaper[]): DemandedPaper[] {
  const demands = demandsOf(about);
  const free = new Set(held);
  const take = (fits: (paper: HeldPaper) => boolean): HeldPaper | undefined => {
    const found = [...free].find(fits);
    if (found !== undefined) free.delete(found);
    return found;
  };
  const own = demands.map((demand) => take((paper) => paper.kind === demand.kind));
  return demands.map((demand, n) => {
    const paper = own[n] ?? take(({ kind }) => demand.instead.includes(kind));
    const { kind, instead, reason, basis } = demand;
    return { kind, instead: [...instead], reason, mark: basis.mark, source: basis.source, article: basis.article ?? '', documentId: paper?.id ?? null, state: stateOf(paper) };
  });
}

const stateOf = (paper: HeldPaper | undefined): PaperState => (paper === undefined ? 'missing' : paper.pages.length > 0 ? 'photographed' : 'noted');

/** Without a date of birth the rules of a grown-up count, as everywhere. */
function demandsOf({ kind, ground, person, representation, ...rest }: PaperCase): readonly PaperDemand[] {
  const birthDate = isPartialDate(person.birthDate) ? person.birthDate : String(Number(rest.receivedOn.slice(0, 4)) - 30);
  if (kind === null) return [];
  const likeliest = ground ?? suggestedGround(kind, birthDate, rest.receivedOn) ?? 'on-request';
  return papersDemanded({ ...rest, birthDate, ground: likeliest, proof: representation?.proof ?? 'absent' });
}
