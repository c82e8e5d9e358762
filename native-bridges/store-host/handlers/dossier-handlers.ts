import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../../electron/contract/call.ts';
import type { Dossier, dossierContract } from '../../../electron/contract/dossier.ts';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import { findGround } from '../../../electron/core/procedure/issue-grounds.ts';
import { suggestedGround } from '../../../electron/core/procedure/suggest-ground.ts';
import { regimeOf } from '../../../electron/core/procedure/regimes.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow, noteView } from './acting.ts';

type Calls = Handlers<typeof dossierContract, PageContext>;
type ReadCalls = Pick<Calls, 'dossier.list' | 'dossier.queue' | 'dossier.get' | 'dossier.history' | 'dossier.open' | 'capture.accept' | 'capture.reject' | 'capture.image'>;

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

  'dossier.open': (input, context) => openDossier(station, input, context),
  'capture.accept': (input, context) => station.intake.accept(input, acting(context).user),
  'capture.reject': (input, context) => station.intake.reject(input, acting(context).user),

  'capture.image': async ({ dossierId, captureId }, context) => {
    const capture = station.parts.captures(dossierId).find(({ id }) => id === captureId);
    if (capture === undefined) throw new AppError('store.not-found', { what: 'capture' });
    const bytes = await station.vault.read(capture.sha256);
    noteView(station, acting(context), 'capture.view', dossierId, capture.slot);
    return { mediaType: capture.mediaType, bytes };
  },
});

type Open = { readonly lookupId: string; readonly index: number; readonly kind: IssueKind; readonly ground?: GroundId | undefined; readonly supersedes: string | null };

function openDossier(station: Station, input: Open, context: PageContext): Dossier {
  const officer = acting(context).user;
  const { person, purpose } = station.lookups.loadPerson(input.lookupId, input.index, officer.id);
  const at = isoNow(station);
  const opened = station.sql.write(() => {
    const { dossiers, audit, desk } = station;
    const receivedOn = localDay(at);
    const record = dossiers.insert({
      id: randomUUID(), number: dossiers.nextNumber(receivedOn), kind: input.kind, ground: groundOf(input, person, receivedOn), receivedOn, regime: regimeOf(receivedOn),
      printSequence: station.settings.get('capture.print-sequence') === 'thirteen' ? 'thirteen' : 'four-four-two', identification: 'database', receptionId: null, lookupId: input.lookupId,
      lookupPurpose: purpose, supersedes: input.supersedes, at, officerId: officer.id, person, databasePerson: person,
    });
    if (input.supersedes !== null) carryOver(station, input.supersedes, record.id, person.pid);
    audit.note({ who: officer.login, action: 'dossier.open', subject: record.id, detail: input.supersedes === null ? input.kind : `${input.kind}; corrects ${input.supersedes}` });
    return desk.view(record.id);
  });
  station.onChanged({ id: opened.id, state: opened.state, version: opened.version });
  return opened;
}

/** @throws {AppError} procedure.bad-ground where no such ground holds on the day */
function groundOf({ kind, ground }: Open, { birthDate }: Person, day: string): GroundId | null {
  if (ground === undefined) return suggestedGround(kind, birthDate, day) ?? null;
  if (findGround(ground, day) === undefined) throw new AppError('procedure.bad-ground');
  return ground;
}

/** A rejected dossier stays as it was sent; its correction starts with what may be used again. @throws {AppError} dossier.illegal-event */
function carryOver(station: Station, fromId: string, toId: string, pid: string): void {
  const { dossiers, parts } = station;
  const from = dossiers.load(fromId);
  if (from.state !== 'rejected' || from.pid !== pid) throw new AppError('dossier.illegal-event', { from: from.state, event: 'supersede' });
  for (const missing of parts.missingFingers(fromId)) parts.setMissingFinger(toId, missing);
  for (const document of parts.documents(fromId)) parts.insertDocument(toId, document);
  for (const capture of parts.captures(fromId)) parts.insertCapture(toId, { ...capture, id: randomUUID() });
}
