import type { Handlers } from '../../../electron/contract/call.ts';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { paperContract } from '../../../electron/contract/paper-calls.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { isPartialDate } from '../../../electron/core/person/field-rules.ts';
import type { Target } from '../dossiers/dossier-desk.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

type Calls = Handlers<typeof paperContract, PageContext>;

/** The papers of a dossier. What the citizen confirmed includes them: a change asks for the confirmation again, an order of pages doesn't. */
export const paperHandlers = (station: Station): Calls => {
  const edit = (context: PageContext, target: Target, change: { readonly action: string; readonly detail: string | (() => string); readonly work: (at: string) => void; readonly keepsConfirmation?: boolean }): Dossier =>
    station.desk.edit({
      target, who: acting(context).user.login, action: change.action, detail: change.detail, voidsConfirmation: change.keepsConfirmation !== true,
      work: (_record, at) => change.work(at),
    });
  const { papers } = station;
  return {
    'dossier.add-document': ({ id, version, ...document }, context) => {
      checkDate(document.issuedOn);
      return edit(context, { id, version }, { action: 'dossier.add-document', detail: document.kind, work: () => void papers.insert(id, document) });
    },
    'dossier.set-document': ({ id, version, documentId, ...words }, context) => {
      checkDate(words.issuedOn);
      return edit(context, { id, version }, { action: 'dossier.set-document', detail: () => papers.kindOf(id, documentId), work: () => papers.set(id, documentId, words) });
    },
    'dossier.remove-document': ({ id, version, documentId }, context) =>
      edit(context, { id, version }, { action: 'dossier.remove-document', detail: () => papers.kindOf(id, documentId), work: (at) => papers.remove(id, documentId, at) }),
    'dossier.restore-document': ({ id, version, documentId }, context) =>
      edit(context, { id, version }, { action: 'dossier.restore-document', detail: () => papers.kindOf(id, documentId), work: () => papers.remove(id, documentId, null) }),

    'page.accept': (input, context) => station.pageIntake.accept(input, acting(context).user),
    'page.discard': ({ sha256 }) => {
      station.pageIntake.discard(sha256);
      return {};
    },
    'page.remove': ({ id, version, pageId }, context) => edit(context, { id, version }, { action: 'page.remove', detail: () => papers.kindOfPage(id, pageId), work: (at) => papers.removePage(id, pageId, at) }),
    'page.restore': ({ id, version, pageId }, context) => edit(context, { id, version }, { action: 'page.restore', detail: () => papers.kindOfPage(id, pageId), work: () => papers.removePage(id, pageId, null) }),
    'page.move': ({ id, version, pageId, to }, context) =>
      edit(context, { id, version }, { action: 'page.move', detail: () => papers.kindOfPage(id, pageId), keepsConfirmation: true, work: () => papers.movePage(id, pageId, to) }),

    'page.image': async ({ dossierId, pageId }, context) => {
      const paper = papers.ofDossier(dossierId).find(({ pages }) => pages.some(({ id }) => id === pageId));
      const page = paper?.pages.find(({ id }) => id === pageId);
      if (paper === undefined || page === undefined) throw new AppError('store.not-found', { what: 'page' });
      const bytes = await station.vault.read(page.sha256);
      noteView(station, acting(context), 'page.view', dossierId, paper.kind);
      return { mediaType: page.mediaType, bytes };
    },
  };
};

function checkDate(issuedOn: string): void {
  if (issuedOn !== '' && !isPartialDate(issuedOn)) throw new AppError('dossier.bad-field', { field: 'issuedOn' });
}
