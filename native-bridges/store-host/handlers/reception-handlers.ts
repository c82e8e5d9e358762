import type { Handlers } from '../../../electron/contract/call.ts';
import type { receptionContract } from '../../../electron/contract/reception.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { differingFields, type Person } from '../../../electron/core/person/person.ts';
import { parseField } from '../../../electron/core/person/field-rules.ts';
import { RECEPTION_STATES, type ReceptionState } from '../../../electron/core/procedure/reception-state.ts';
import { receive } from '../../../electron/core/procedure/reception-gate.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import { openDossier } from '../dossiers/open-dossier.ts';
import { bodyOf } from '../procedure/reception-repository.ts';
import { receptionRow } from '../procedure/reception-view.ts';
import type { ReceptionDesk } from '../procedure/reception-desk.ts';
import type { ReceptionWatch } from '../procedure/reception-watch.ts';
import type { Actor } from '../seams.ts';
import type { PageContext } from '../station/page-context.ts';
import type { Station } from '../station/station.ts';
import { acting, isoNow, noteView } from './acting.ts';
import { parsePerson } from './parse-person.ts';

type Calls = Handlers<typeof receptionContract, PageContext>;
type ReceptionCalls = Omit<Calls, 'contact.list' | 'contact.note'>;
type About = Parameters<Calls['reception.adjust']>[0]['about'];
export type ReceptionServices = { readonly desk: ReceptionDesk; readonly watch: ReceptionWatch };

/** The ways on from a search that don't lead to a card dossier at once. */
export const receptionHandlers = (station: Station, { desk, watch }: ReceptionServices): ReceptionCalls => ({
  'reception.judge': ({ lookupId, index, kind, ground, wrongFields, representation, limitedCapacity, hold }, context) => {
    const { person, identification } = station.lookups.loadPerson(lookupId, index, acting(context).user.id);
    const { outcome, reasons, forms, findings } = receive({
      receivedOn: localDay(isoNow(station)), identification: identification === 'database' ? 'found' : 'offline', birthDate: person.birthDate, kind, ground, wrongFields,
      adjustmentOpen: station.receptions.isWaitingFor(person.pid), hasResidence: person.residence !== '' || person.currentAddress !== '', everHadCard: undefined,
      representation: representation === null ? 'none' : representation.proof === 'none' ? 'without-proof' : 'with-proof', limitedCapacity, hold,
    });
    return { outcome, reasons: [...reasons], forms: forms.map(({ code }) => code), findings: station.views.findings(findings, []) };
  },

  'reception.adjust': ({ about, kind, ground, corrections, evidence, representation }, context) => {
    const officer = acting(context).user;
    const source = aboutWhom(station, about, officer);
    const right = corrections.map(({ field, value }) => {
      const parsed = parseField(field, value);
      if (!parsed.ok || field === 'pid') throw new AppError('dossier.bad-field', { field });
      return { field, value: parsed.value };
    });
    const corrected: Person = { ...source.person, ...Object.fromEntries(right.map(({ field, value }) => [field, value])) };
    const differing = new Set(differingFields(source.person, corrected));
    if (!right.every(({ field }) => differing.has(field))) throw new AppError('reception.nothing-to-correct');
    const opened = desk.open({
      outcome: 'adjust', kind, ground, lookupId: source.lookupId,
      body: { person: source.person, corrections: right, evidence: evidence.normalize('NFC'), reasons: ['R02'], text: '', representation, withdrawnDossierId: source.dossierId },
    }, officer, source.withdraw);
    watch.askStale();
    return opened;
  },

  'reception.create': ({ lookupId, kind, ground, person, evidence, representation }, context) => {
    const officer = acting(context).user;
    if (!station.lookups.foundNobody(lookupId, officer.id)) throw new AppError('reception.is-known');
    const opened = desk.open({
      outcome: 'create', kind, ground, lookupId,
      body: { person: parsePerson(person), corrections: [], evidence: evidence.normalize('NFC'), reasons: ['R01'], text: '', representation, withdrawnDossierId: null },
    }, officer);
    watch.askStale();
    return opened;
  },

  'reception.refuse': ({ about, person, kind, ground, reasons, text, representation }, context) => {
    const officer = acting(context).user;
    const absent = about.of === 'lookup' && person !== null && station.lookups.foundNobody(about.lookupId, officer.id);
    const source = absent ? { person: parsePerson(person), lookupId: about.lookupId, dossierId: null, withdraw: () => undefined } : aboutWhom(station, about, officer);
    return desk.open({
      outcome: 'refuse', kind, ground, lookupId: source.lookupId,
      body: { person: source.person, corrections: [], evidence: '', reasons, text: text.normalize('NFC').trim(), representation, withdrawnDossierId: source.dossierId },
    }, officer, source.withdraw);
  },

  'reception.list': ({ states, before, size }, context) => {
    acting(context);
    watch.askStale();
    const found = station.receptions.page(states.length === 0 ? RECEPTION_STATES : states, before, size + 1);
    const rows = found.slice(0, size);
    return {
      rows: rows.map((record) => receptionRow(station, record)), next: found.length > size ? rows.at(-1)!.seq : null,
      counts: Object.fromEntries(station.receptions.counts().map(({ state, n }) => [state, n])) as Partial<Record<ReceptionState, number>>,
      overdue: station.receptions.overdue(localDay(isoNow(station))),
    };
  },

  'reception.get': ({ id }, context) => {
    const view = desk.view(id);
    noteView(station, acting(context), 'reception.view', id);
    return view;
  },

  'reception.check': async ({ id }) => {
    await watch.ask(id);
    return desk.view(id);
  },

  'reception.open-dossier': (target, context) => {
    const officer = acting(context).user;
    return station.sql.write(() => {
      const record = desk.loadAt(target);
      if (record.ready_lookup_id === null) throw new AppError('reception.not-ready', { state: record.state });
      const { person, purpose } = station.lookups.loadPerson(record.ready_lookup_id, 0, record.officer_id);
      const { representation, withdrawnDossierId } = bodyOf(record);
      const dossier = openDossier(station, {
        lookupId: record.ready_lookup_id, lookupPurpose: purpose, kind: record.kind, ground: record.ground, person, identification: 'database', supersedes: null,
        receptionId: record.id, representation, carryFrom: withdrawnDossierId,
      }, officer);
      desk.becameDossier(record, dossier.id, officer);
      return station.desk.view(dossier.id);
    });
  },

  'reception.cancel': ({ reason, ...target }, context) => desk.cancel(target, reason, acting(context).user),
});

type Source = { readonly person: Person; readonly lookupId: string; readonly dossierId: string | null; readonly withdraw: () => void };

/** The person as the database has them, and what of an open dossier ends here. */
function aboutWhom(station: Station, about: About, officer: Actor): Source {
  if (about.of === 'lookup') {
    const { person } = station.lookups.loadPerson(about.lookupId, about.index, officer.id);
    return { person, lookupId: about.lookupId, dossierId: null, withdraw: () => undefined };
  }
  const record = station.dossiers.load(about.id);
  const { databasePerson, person } = station.dossiers.loadPeople(about.id);
  return {
    // The telephone number isn't in the database; whoever calls the citizen needs it.
    person: { ...databasePerson, phone: person.phone }, lookupId: record.lookup_id, dossierId: about.id,
    withdraw: () => void station.desk.move({ target: about, who: officer.login, action: 'dossier.withdraw', detail: 'reception', events: ['withdraw'] }),
  };
}
