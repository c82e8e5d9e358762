import { useState } from 'react';
import type { DocumentEntry, DocumentPage } from '../../../../electron/contract/paper.ts';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentKind } from '../../../../electron/core/procedure/papers.ts';
import type { OpenDossier } from '../dossier/open-dossier.ts';
import type { PaperWords } from './PaperFields.tsx';
import { firstToDo, paperRows, type PaperRow } from './paper-rows.ts';

/** What was taken away last, so that it can be taken back. */
export type Removed = { readonly what: 'paper'; readonly kind: DocumentKind; readonly id: string } | { readonly what: 'page'; readonly n: number; readonly id: string };

export type Papers = {
  readonly rows: readonly PaperRow[];
  readonly chosen: PaperRow | undefined;
  readonly shownPageId: string | undefined;
  readonly removed: Removed | undefined;
  /** Another one when the fields have to begin anew: another paper, or one that went or came back. */
  readonly fieldsKey: string;
  readonly choose: (row: PaperRow) => void;
  readonly showPage: (pageId: string) => void;
  readonly add: (kind: DocumentKind) => Promise<boolean>;
  readonly save: (words: PaperWords) => Promise<boolean>;
  readonly accept: (sha256: string) => Promise<boolean>;
  readonly removePaper: (entry: DocumentEntry) => void;
  readonly movePage: (page: DocumentPage, to: number) => void;
  readonly removePage: (page: DocumentPage) => void;
  readonly undo: () => void;
};

/** The papers on the screen: which is chosen, and everything that can be done with it. */
export function usePapers(dossier: Dossier, open: OpenDossier): Papers {
  const rows = paperRows(dossier);
  const [key, setKey] = useState(firstToDo(rows)?.key);
  const [shownPageId, setShownPageId] = useState<string>();
  const [removed, setRemoved] = useState<Removed>();
  const chosen = rows.find((row) => row.key === key) ?? firstToDo(rows);
  const choose = (row: Pick<PaperRow, 'key'>): void => {
    setKey(row.key);
    setShownPageId(undefined);
  };
  /** Changes run one after another: what the row holds is asked when its turn has come. */
  const entryNow = (now: Dossier): DocumentEntry | undefined => paperRows(now).find((row) => row.key === chosen?.key)?.entry;
  const newest = (): Dossier => open.view().dossier ?? dossier;
  const remove = async (gone: Removed): Promise<void> => {
    const done = await open.change((store, { id, version }) =>
      (gone.what === 'paper' ? store['dossier.remove-document']({ id, version, documentId: gone.id }) : store['page.remove']({ id, version, pageId: gone.id })));
    if (done) setRemoved(gone);
  };
  return {
    rows, chosen, shownPageId, removed, choose, fieldsKey: `${chosen?.key} ${removed?.what === 'paper' ? removed.id : ''}`, showPage: setShownPageId,
    add: async (kind) => {
      const before = new Set(newest().documents.map(({ id }) => id));
      const done = await open.change((store, { id, version }) => store['dossier.add-document']({ id, version, kind, number: '', issuedOn: '', note: '' }));
      const added = paperRows(newest()).find(({ entry }) => entry !== undefined && !before.has(entry.id));
      if (done && added !== undefined) choose(added);
      return done;
    },
    save: (words) => open.change((store, now) => {
      const { id, version } = now;
      const documentId = entryNow(now)?.id;
      return documentId === undefined ? store['dossier.add-document']({ id, version, kind: chosen?.kind ?? 'other', ...words }) : store['dossier.set-document']({ id, version, documentId, ...words });
    }),
    accept: async (sha256) => {
      const done = await open.change((store, now) => store['page.accept']({ id: now.id, version: now.version, sha256, documentId: entryNow(now)?.id ?? null, kind: chosen?.kind ?? 'other' }));
      if (done) setShownPageId(entryNow(newest())?.pages.at(-1)?.id);
      return done;
    },
    removePaper: ({ id, kind }) => void remove({ what: 'paper', id, kind }),
    movePage: (page, to) => void open.change((store, { id, version }) => store['page.move']({ id, version, pageId: page.id, to })).then(() => setShownPageId(page.id)),
    removePage: ({ id }) => void remove({ what: 'page', id, n: (chosen?.entry?.pages.findIndex((page) => page.id === id) ?? 0) + 1 }),
    undo: () => {
      if (removed === undefined) return;
      const { what, id: goneId } = removed;
      void open.change((store, { id, version }) => (what === 'paper' ? store['dossier.restore-document']({ id, version, documentId: goneId }) : store['page.restore']({ id, version, pageId: goneId })))
        .then((done) => done && setRemoved(undefined));
    },
  };
}
