import type { Handlers } from '../../../electron/contract/call.ts';
import type { dossierContract } from '../../../electron/contract/dossier.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { openDossier } from '../dossiers/open-dossier.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, noteView } from './acting.ts';

type Calls = Handlers<typeof dossierContract, PageContext>;
type ReadCalls = Pick<Calls, 'dossier.list' | 'dossier.queue' | 'dossier.get' | 'dossier.history' | 'dossier.open' | 'capture.expect' | 'capture.accept' | 'capture.reject' | 'capture.set-aside' | 'capture.failed' | 'capture.image'>;

export const dossierHandlers = (station: Station): ReadCalls => ({
  'dossier.list': (query, context) => {
    if (query.search.trim() !== '' && query.cursor === null) noteView(station, acting(context), 'dossier.search', 'desk', query.search.trim());
    return station.list.page(query);
  },
  'dossier.queue': (query) => station.queue.page(query),

  'dossier.get': ({ id }, context) => {
    const dossier = station.desk.view(id);
    noteView(station, acting(context), 'dossier.view', id);
    return dossier;
  },

  'dossier.history': ({ id }) => {
    station.dossiers.load(id);
    const names = new Map(station.users.list().map((user) => [user.login, user.displayName]));
    return station.audit.bySubject(id).map(({ at, who, action, detail }) => ({ at, who: names.get(who) ?? who, action, detail }));
  },

  'dossier.open': ({ lookupId, index, kind, ground, supersedes }, context) => {
    const officer = acting(context).user;
    const { person, purpose, identification } = station.lookups.loadPerson(lookupId, index, officer.id);
    return openDossier(station, { lookupId, lookupPurpose: purpose, kind, ground, person, identification, supersedes, receptionId: null, representation: null, carryFrom: null }, officer);
  },
  'capture.expect': async (input) => {
    await station.intake.expect(input);
    return {};
  },
  'capture.accept': (input, context) => station.intake.accept(input, acting(context).user),
  'capture.reject': (input, context) => station.intake.reject(input, acting(context).user),
  'capture.set-aside': (input, context) => station.intake.setAside(input, acting(context).user),
  'capture.failed': (input, context) => station.endings.failed(input, acting(context).user),

  'capture.image': async ({ dossierId, captureId }, context) => {
    const capture = station.parts.captures(dossierId).find(({ id }) => id === captureId);
    if (capture === undefined) throw new AppError('store.not-found', { what: 'capture' });
    const bytes = await station.vault.read(capture.sha256);
    noteView(station, acting(context), 'capture.view', dossierId, capture.slot);
    return { mediaType: capture.mediaType, bytes };
  },
});
