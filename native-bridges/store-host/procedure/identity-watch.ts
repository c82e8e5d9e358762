import { randomUUID } from 'node:crypto';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { isEditable, type DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { EMPTY_PERSON, differingFields, type Person, type PersonField } from '../../../electron/core/person/person.ts';
import { isPartialDate } from '../../../electron/core/person/field-rules.ts';
import type { IdentifiedBy } from '../../../electron/core/procedure/assess-dossier.ts';
import { log } from '../../kit/log.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { PopulationClient, PopulationSearch } from '../seams.ts';
import type { Station } from '../station/station.ts';

const LOOK_UP_WITHIN_MS = 20_000;
const UNCONFIRMED: ReadonlySet<IdentifiedBy> = new Set(['cached', 'manual']);
/** No longer the officer's, not yet sent: a dossier that was sealed while the line was down is checked before it leaves. */
const CHECKED_AFTER: ReadonlySet<DossierState> = new Set(['submitted', 'approved', 'queued']);

type Sources = { readonly station: Station; readonly centreUrl: () => string | undefined; readonly population: PopulationClient };

/** Checks people who were identified while the line was down, once it is back: what the database says takes the place of what was kept or typed. */
export class IdentityWatch {
  readonly #from: Sources;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Looks through all of them, never twice at a time. Never rejects: what could not be asked is asked next time. */
  look(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#running ??= this.checkAll().catch((error: unknown) => log('identity.waiting', { code: error instanceof AppError ? error.code : 'ipc.internal' }))
      .finally(() => (this.#running = undefined));
    return this.#running;
  }

  close(): void {
    this.#closed = true;
  }

  /** @throws {AppError} population.*: the rest is tried next time */
  async checkAll(): Promise<void> {
    const { station, centreUrl } = this.#from;
    for (const { id } of station.dossiers.unconfirmed()) {
      const url = centreUrl();
      if (url === undefined || this.#closed) return;
      await this.#check(url, station.dossiers.load(id));
    }
  }

  /** One dossier, where it needs it. @throws {AppError} population.* */
  async checkOne(id: string): Promise<void> {
    const { station, centreUrl } = this.#from;
    const record = station.dossiers.load(id);
    const url = centreUrl();
    if (url !== undefined && !this.#closed && UNCONFIRMED.has(record.identification)) await this.#check(url, record);
  }

  async #check(url: string, record: DossierRecord): Promise<void> {
    const { station, population } = this.#from;
    if (!isEditable(record.state) && !CHECKED_AFTER.has(record.state)) return;
    const query = queryOf(station.dossiers.loadPeople(record.id).person);
    if (query === undefined) return;
    const officer = station.users.load(record.officer_id);
    const search: PopulationSearch = { purpose: 'adjust', officerLogin: officer.login, requestId: randomUUID(), query };
    const answer = await population.search(url, search, AbortSignal.timeout(LOOK_UP_WITHIN_MS));
    // Several of one name: the officer chooses, at the counter.
    if (this.#closed || answer.outcome === 'several') return;
    const found = answer.people[0];
    const people = found === undefined ? [] : [{ ...EMPTY_PERSON, ...found }];
    station.sql.write(() => {
      const at = new Date(station.now()).toISOString();
      station.lookups.insert({ id: search.requestId, at, officerId: officer.id, purpose: record.lookup_purpose, query, outcome: answer.outcome, people });
      station.knownCitizens.remember(people, at);
      this.#settle(record.id, people[0]);
    });
  }

  #settle(id: string, fresh: Person | undefined): void {
    const { station } = this.#from;
    const now = station.dossiers.load(id);
    // Somebody else asked at the same time.
    if (!UNCONFIRMED.has(now.identification)) return;
    if (!isEditable(now.state) && now.state !== 'submitted') return this.#settleSealed(now, fresh);
    // Differences show as what they are; who isn't in the database has to be collected first.
    const work = (): void => {
      station.dossiers.set(id, { identification: fresh === undefined ? 'absent' : 'database' });
      if (fresh !== undefined) station.dossiers.setDatabasePerson(id, fresh);
    };
    const change = { target: { id }, who: 'system', action: 'dossier.identity-checked', detail: fresh === undefined ? 'not-found' : 'found', work };
    if (isEditable(now.state)) station.desk.edit({ ...change, voidsConfirmation: false });
    else station.desk.move({ ...change, events: [] });
  }

  /** What is sealed stays as it is. Where the database says the same it goes on; else it is set aside until a person looks. */
  #settleSealed({ id, state }: DossierRecord, fresh: Person | undefined): void {
    const { station } = this.#from;
    const isSame = fresh !== undefined && differingFields(fresh, station.dossiers.loadPeople(id).person).every((field) => !NAMES_A_PERSON.has(field));
    const detail = isSame ? 'found' : fresh === undefined ? 'not-found' : 'differs';
    station.desk.move({ target: { id }, who: 'system', action: 'dossier.identity-checked', detail, events: [], work: () => station.dossiers.set(id, { identification: isSame ? 'database' : 'absent' }) });
    if (!isSame && state === 'queued') station.outbox.park(id, 'outbox.identity-differs');
  }
}

/** Who somebody is; an address or an occupation that differs is what the officer wrote on purpose. */
const NAMES_A_PERSON: ReadonlySet<PersonField> = new Set(['fullName', 'pid', 'birthDate', 'sex']);

function queryOf(person: Person): PopulationSearch['query'] | undefined {
  if (person.pid !== '') return { by: 'pid', pid: person.pid };
  if (person.oldIdNumber !== '') return { by: 'old-id', oldIdNumber: person.oldIdNumber };
  return isPartialDate(person.birthDate) ? { by: 'name', fullName: person.fullName, birthDate: person.birthDate, residence: '' } : undefined;
}
