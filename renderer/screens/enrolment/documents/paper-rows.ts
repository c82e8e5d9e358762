import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DemandedPaper, DocumentEntry } from '../../../../electron/contract/paper.ts';
import type { PaperState } from '../../../../electron/core/procedure/paper-list.ts';
import type { DocumentKind } from '../../../../electron/core/procedure/papers.ts';

/** A line of the list: a paper that the case demands, one that the dossier holds, or both. */
export type PaperRow = {
  /** Stays the same when a demanded paper comes into the dossier. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly demand: DemandedPaper | undefined;
  readonly entry: DocumentEntry | undefined;
  readonly state: PaperState;
};

/** What is demanded first, in the order of the rules; then whatever else was shown. */
export function paperRows({ papers, documents }: Pick<Dossier, 'papers' | 'documents'>): readonly PaperRow[] {
  const demanded = papers.map((demand): PaperRow => {
    const entry = documents.find(({ id }) => id === demand.documentId);
    return { key: `${demand.reason} ${demand.kind}`, kind: entry?.kind ?? demand.kind, demand, entry, state: demand.state };
  });
  const answering = new Set(papers.map(({ documentId }) => documentId));
  const others = documents.filter(({ id }) => !answering.has(id));
  return [...demanded, ...others.map((entry): PaperRow => ({ key: entry.id, kind: entry.kind, demand: undefined, entry, state: entry.pages.length > 0 ? 'photographed' : 'noted' }))];
}

/** What the officer is at when nothing was chosen: the first paper that is missing, else the first. */
export const firstToDo = (rows: readonly PaperRow[]): PaperRow | undefined => rows.find(({ state }) => state === 'missing') ?? rows[0];
