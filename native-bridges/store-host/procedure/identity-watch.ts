import { randomUUID } from 'node:crypto';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { isEditable } from '../../../electron/core/dossier/lifecycle.ts';
import { EMPTY_PERSON, type Person } from '../../../electron/core/person/person.ts';
import { isPartialDate } from '../../../electron/core/person/field-rules.ts';
import { log } from '../../kit/log.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { PopulationClient, PopulationSearch } from '../seams.ts';
import type { Station } from '../station/station.ts';

const LOOK_UP_WITHIN_MS = 20_000;

type Sources = { readonly station: Station; readonly centreUrl: () => string | undefined; readonly population: PopulationClient };

/** Checks people who were identified while the line was down, once it is back: what the database says takes the place of what was kept or typed. */
export class IdentityWatch {
  readonly #from: Sources;
  #isRunning = false;
  #closed = false;

  constructor(from: Sources) {
    this.#from = from;
  }

  /** Looks through all of them; never waits, never twice at a time. */
  look(): void {
    if (this.#closed || this.#isRunning) return;
    this.#isRunning = true;
    void this.checkAll().catch((error: unknown) => log('identity.waiting', { code: error instanceof AppError ? error.code : 'ipc.internal' }))
      .finally(() => (this.#isRunning = false));
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

  async #check(url: string, record: DossierRecord): Promise<void> {
    const { station, population } = this.#from;
    if (!isEditable(record.state) && record.state !== 'submitted') return;
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

  /** Differences show as what they are; who isn't in the database has to be collected first. */
  #settle(id: string, fresh: Person | undefined): void {
    const { station } = this.#from;
    const now = station.dossiers.load(id);
    const work = (): void => {
      station.dossiers.set(id, { identification: fresh === undefined ? 'absent' : 'database' });
      if (fresh !== undefined) station.dossiers.setDatabasePerson(id, fresh);
    };
    const change = { target: { id }, who: 'system', action: 'dossier.identity-checked', detail: fresh === undefined ? 'not-found' : 'found', work };
    if (isEditable(now.state)) station.desk.edit({ ...change, voidsConfirmation: false });
    else station.desk.move({ ...change, events: [] });
  }
}

function queryOf(person: Person): PopulationSearch['query'] | undefined {
  if (person.pid !== '') return { by: 'pid', pid: person.pid };
  if (person.oldIdNumber !== '') return { by: 'old-id', oldIdNumber: person.oldIdNumber };
  return isPartialDate(person.birthDate) ? { by: 'name', fullName: person.fullName, birthDate: person.birthDate, residence: '' } : undefined;
}
