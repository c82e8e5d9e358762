import { randomUUID } from 'node:crypto';
import type { Reception } from '../../../electron/contract/reception.ts';
import type { PopulationRequest, PopulationRequestStatus } from '../../../electron/contract/population-request.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import { deadlineOf } from '../../../electron/core/procedure/deadlines.ts';
import { BUILT_IN_CALENDAR } from '../../../electron/core/procedure/holidays.ts';
import { findGround } from '../../../electron/core/procedure/issue-grounds.ts';
import { nextReception, type ReceptionEvent } from '../../../electron/core/procedure/reception-state.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { Actor } from '../seams.ts';
import type { Station } from '../station/station.ts';
import { bodyOf, type NewReception, type ReceptionRecord } from './reception-repository.ts';
import { receptionView } from './reception-view.ts';

type Opened = Pick<NewReception, 'outcome' | 'kind' | 'ground' | 'lookupId' | 'body'>;

/** Every change of a reception: lifecycle, change and audit entry in one transaction. */
export class ReceptionDesk {
  readonly #station: Station;
  readonly #onChanged: (id: string) => void;

  /** @param onChanged a reception was opened or moved: lists that show it are out of date */
  constructor(station: Station, onChanged: (id: string) => void) {
    this.#station = station;
    this.#onChanged = onChanged;
  }

  view(id: string): Reception {
    return receptionView(this.#station, this.#station.receptions.load(id));
  }

  /** @param alongside runs in the same transaction, for example to withdraw the draft that led here */
  open(from: Opened, officer: Actor, alongside: () => void = () => undefined): Reception {
    const { sql, receptions, audit } = this.#station;
    return sql.write(() => {
      alongside();
      const at = this.#at();
      const receivedOn = localDay(at);
      if (findGround(from.ground, receivedOn) === undefined) throw new AppError('procedure.bad-ground');
      const isRefusal = from.outcome === 'refuse';
      const due = isRefusal ? undefined : deadlineOf({ term: 'adjust-population-data', receivedOn, region: 'elsewhere', calendar: BUILT_IN_CALENDAR });
      const record = receptions.insert({
        ...from, id: randomUUID(), number: receptions.nextNumber(receivedOn), state: isRefusal ? 'refused' : 'waiting', receivedOn, at, officerId: officer.id, dueOn: due?.dueOn ?? null,
      });
      const { corrections, reasons } = from.body;
      sql.afterCommit(() => this.#onChanged(record.id));
      audit.note({ who: officer.login, action: `reception.${from.outcome}`, subject: record.id, detail: [...reasons, ...corrections.map(({ field }) => field)].join(' ').slice(0, 450) });
      return this.view(record.id);
    });
  }

  /** What the centre is asked, as it was when the citizen stood at the counter. */
  requestOf(record: ReceptionRecord): PopulationRequest {
    const { person, corrections, evidence, representation } = bodyOf(record);
    return {
      id: record.id, kind: record.outcome === 'create' ? 'create' : 'adjust', officer: (this.#station.users.find(record.officer_id)?.login ?? '').slice(0, 20),
      unit: this.#station.settings.get('station.name'), pid: record.pid, person: { ...person }, corrections: [...corrections], representation, evidence, madeAt: record.opened_at,
    };
  }

  /** What the centre said. `fresh`: the record as it is now, looked up after the centre said that it is done. */
  answered(id: string, status: PopulationRequestStatus, fresh: { readonly lookupId: string; readonly person: Person } | undefined): Reception {
    const { sql, receptions, audit, contacts } = this.#station;
    return sql.write(() => {
      const record = receptions.load(id);
      const at = this.#at();
      receptions.set(id, { checked_at: at, centre_reference: status.reference, ...(record.sent_at === null ? { sent_at: at } : {}) });
      if (record.sent_at === null) {
        audit.note({ who: 'system', action: 'reception.sent', subject: id, detail: status.reference });
        sql.afterCommit(() => this.#onChanged(id));
      }
      if (record.state !== 'waiting') return this.view(id);
      if (status.state === 'declined') {
        receptions.set(id, { answered_at: at, answer: status.reason });
        this.#move(record, 'request-declined', at);
        contacts.open({ receptionId: id, cause: 'reception-declined', reason: '', at });
        audit.note({ who: 'system', action: 'reception.declined', subject: id });
      }
      if (status.state === 'done' && fresh !== undefined) {
        const { pid, fullName, birthDate } = fresh.person;
        receptions.set(id, { answered_at: at, ready_lookup_id: fresh.lookupId, pid, full_name: fullName, birth_date: birthDate });
        this.#move(record, 'record-changed', at);
        contacts.open({ receptionId: id, cause: 'reception-ready', reason: '', at });
        audit.note({ who: 'system', action: 'reception.ready', subject: id });
      }
      return this.view(id);
    });
  }

  cancel(target: { readonly id: string; readonly version: number }, reason: string, officer: Actor): Reception {
    const { sql, receptions, audit } = this.#station;
    return sql.write(() => {
      const record = this.loadAt(target);
      this.#move(record, 'cancel', this.#at());
      audit.note({ who: officer.login, action: 'reception.cancel', subject: record.id, detail: reason.normalize('NFC').slice(0, 450) });
      return receptionView(this.#station, receptions.load(record.id));
    });
  }

  /** The card dossier that came of it. Called in the transaction that opens it. */
  becameDossier(record: ReceptionRecord, dossierId: string, officer: Actor): void {
    this.#station.receptions.set(record.id, { dossier_id: dossierId });
    this.#move(record, 'open-dossier', this.#at());
    this.#station.contacts.closeOfReception(record.id, 'came', this.#at());
    this.#station.audit.note({ who: officer.login, action: 'reception.opened', subject: record.id, detail: dossierId });
  }

  /** @throws {AppError} dossier.stale-version */
  loadAt({ id, version }: { readonly id: string; readonly version: number }): ReceptionRecord {
    const record = this.#station.receptions.load(id);
    if (record.version !== version) throw new AppError('dossier.stale-version');
    return record;
  }

  #move(record: ReceptionRecord, event: ReceptionEvent, at: string): void {
    const target = nextReception(record.state, event);
    if (!target.ok) throw new AppError('reception.not-ready', { state: record.state });
    this.#station.receptions.bump(record, target.value, at);
    this.#station.sql.afterCommit(() => this.#onChanged(record.id));
  }

  #at(): string {
    return new Date(this.#station.now()).toISOString();
  }
}
