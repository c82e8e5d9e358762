import type { Dossier } from '../../../../electron/contract/dossier.ts';
import type { DocumentEntry, DocumentPage } from '../../../../electron/contract/paper.ts';
import { OFFICER_ID } from './sample-dossier.ts';
import type { TestHandlers } from './test-counter.ts';

type Desk = { readonly dossier: () => Dossier; readonly save: (documents: Dossier['documents']) => Dossier };

export const samplePage = (sha256: string): DocumentPage => ({
  id: crypto.randomUUID(), mediaType: 'image/jpeg', sha256, bytes: 1, widthPx: 1654, heightPx: 2339, ppi: 200, warnings: [],
  device: { id: 'd', kind: 'document-camera', model: 'Demo', serial: '1', driver: 'sim', simulated: true }, capturedAt: '2026-11-20T02:10:00.000Z', acceptedAt: '2026-11-20T02:10:05.000Z', officerId: OFFICER_ID,
});

/** Papers as the store keeps them: what was taken away can be taken back. */
export function paperHandlers({ dossier, save }: Desk): TestHandlers {
  const gone = new Map<string, { readonly entry: DocumentEntry; readonly at: number }>();
  const gonePages = new Map<string, { readonly documentId: string; readonly page: DocumentPage; readonly at: number }>();
  const documents = (): Dossier['documents'] => dossier().documents;
  const ofPage = (pageId: string): DocumentEntry => documents().find(({ pages }) => pages.some(({ id }) => id === pageId))!;
  const withPages = (documentId: string, change: (pages: DocumentPage[]) => DocumentPage[]): Dossier =>
    save(documents().map((entry) => (entry.id === documentId ? { ...entry, pages: change(entry.pages) } : entry)));
  return {
    'dossier.add-document': ({ kind, number, issuedOn, note }) => save([...documents(), { id: crypto.randomUUID(), kind, number, issuedOn, note, pages: [] }]),
    'dossier.set-document': ({ documentId, number, issuedOn, note }) => save(documents().map((entry) => (entry.id === documentId ? { ...entry, number, issuedOn, note } : entry))),
    'dossier.remove-document': ({ documentId }) => {
      const at = documents().findIndex(({ id }) => id === documentId);
      gone.set(documentId, { entry: documents()[at]!, at });
      return save(documents().toSpliced(at, 1));
    },
    'dossier.restore-document': ({ documentId }) => {
      const { entry, at } = gone.get(documentId)!;
      return save(documents().toSpliced(at, 0, entry));
    },
    'page.accept': ({ documentId, kind, sha256 }) => {
      if (documentId !== null) return withPages(documentId, (pages) => [...pages, samplePage(sha256)]);
      return save([...documents(), { id: crypto.randomUUID(), kind, number: '', issuedOn: '', note: '', pages: [samplePage(sha256)] }]);
    },
    'page.discard': () => ({}),
    'page.remove': ({ pageId }) => {
      const { id: documentId, pages } = ofPage(pageId);
      const at = pages.findIndex(({ id }) => id === pageId);
      gonePages.set(pageId, { documentId, page: pages[at]!, at });
      return withPages(documentId, (all) => all.toSpliced(at, 1));
    },
    'page.restore': ({ pageId }) => {
      const { documentId, page, at } = gonePages.get(pageId)!;
      return withPages(documentId, (pages) => pages.toSpliced(at, 0, page));
    },
    'page.move': ({ pageId, to }) => {
      const { id: documentId, pages } = ofPage(pageId);
      const page = pages.find(({ id }) => id === pageId)!;
      return withPages(documentId, (all) => all.filter(({ id }) => id !== pageId).toSpliced(to, 0, page));
    },
    'page.image': () => ({ mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8]) }),
  };
}
