import { randomUUID } from 'node:crypto';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import { EMPTY_PERSON, type Person } from '../../../electron/core/person/person.ts';
import { log } from '../../kit/log.ts';
import type { RequestClient } from '../population/request-client.ts';
import type { PopulationClient } from '../seams.ts';
import type { Station } from '../station/station.ts';
import { IdentityWatch } from './identity-watch.ts';
import type { ReceptionDesk } from './reception-desk.ts';
import type { ReceptionRecord } from './reception-repository.ts';

/** The centre is asked again this soon after something was sent or somebody looked, then ever more seldom, down to every few minutes. */
const FRESH_MS = 15_000;
const EVERY_MS = 5 * 60_000;
const LOOK_UP_WITHIN_MS = 20_000;

type Sources = {
  readonly station: Station;
  readonly desk: ReceptionDesk;
  readonly centreUrl: () => string | undefined;
  readonly requests: RequestClient;
  readonly population: PopulationClient;
};

/** Sends what waits for the line, asks the centre about what it has, and wakes a reception when its record has changed. */
export class ReceptionWatch {
  readonly #from: Sources;
  readonly #asking = new Map<string, Promise<void>>();
  readonly #identities: IdentityWatch;
  #timer: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(from: Sources) {
    this.#from = from;
    this.#identities = new IdentityWatch(from);
  }

  /** On start, when the line is back, and every few minutes. Settles when those identified without a line were asked about, as far as that goes; never rejects. */
  async look(): Promise<void> {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), EVERY_MS).unref();
    this.askStale();
    await this.#identities.look();
  }

  /** Asks about everything that wasn't just asked about, and again after a while; never waits. Pages hear of what came of it by event. */
  askStale(): void {
    this.#askWaiting();
    this.#askAgainIn(FRESH_MS);
  }

  /** Asks now; a second asker waits for the first. @throws {AppError} population.* */
  ask(id: string): Promise<void> {
    const running = this.#asking.get(id) ?? this.#ask(id).finally(() => this.#asking.delete(id));
    this.#asking.set(id, running);
    return running;
  }

  /** People identified while the line was down. @throws {AppError} population.* */
  checkIdentities(): Promise<void> {
    return this.#identities.checkAll();
  }

  /** The same of one dossier that is about to leave. @returns false where the line is down; a database that answers wrongly holds nothing up */
  async checkIdentity(dossierId: string): Promise<boolean> {
    try {
      await this.#identities.checkOne(dossierId);
      return true;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'ipc.internal';
      log('identity.waiting', { code });
      return code !== 'population.offline';
    }
  }

  close(): void {
    this.#closed = true;
    this.#identities.close();
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
  }

  #askWaiting(): void {
    const { station } = this.#from;
    for (const record of station.receptions.waiting()) {
      if (record.checked_at === null || station.now() - Date.parse(record.checked_at) >= FRESH_MS) {
        void this.ask(record.id).catch((error: unknown) => log('reception.waiting', { code: error instanceof AppError ? error.code : 'ipc.internal' }));
      }
    }
  }

  /** Then in twice the time, and so on, until the round of every few minutes does. */
  #askAgainIn(delayMs: number): void {
    clearTimeout(this.#again);
    if (this.#closed || delayMs >= EVERY_MS) return;
    this.#again = setTimeout(() => {
      this.#askWaiting();
      this.#askAgainIn(2 * delayMs);
    }, delayMs).unref();
  }

  async #ask(id: string): Promise<void> {
    const { station, desk, centreUrl, requests } = this.#from;
    const record = station.receptions.load(id);
    if (record.state !== 'waiting') return;
    const url = centreUrl();
    if (url === undefined) throw new AppError('population.offline');
    const status = await requests.ask(url, desk.requestOf(record));
    const fresh = status.state === 'done' ? await this.#lookUp(url, record, status.pid) : undefined;
    if (this.#closed) return;
    desk.answered(id, status, fresh);
  }

  /** The record as it is now, kept and audited like any look-up, in the name of the officer who received the citizen. */
  async #lookUp(url: string, record: ReceptionRecord, pid: string): Promise<{ readonly lookupId: string; readonly person: Person } | undefined> {
    const { station, population } = this.#from;
    const officer = station.users.load(record.officer_id);
    const search = { purpose: 'adjust', officerLogin: officer.login, requestId: randomUUID(), query: { by: 'pid', pid } } as const;
    const answer = await population.search(url, search, AbortSignal.timeout(LOOK_UP_WITHIN_MS));
    const found = answer.people[0];
    const people = found === undefined ? [] : [{ ...EMPTY_PERSON, ...found }];
    station.sql.write(() => {
      station.lookups.insert({ id: search.requestId, at: new Date(station.now()).toISOString(), officerId: officer.id, purpose: record.kind, query: search.query, outcome: answer.outcome, people });
      station.audit.note({ who: 'system', action: 'population.search', subject: search.requestId, detail: `adjust; by pid; ${answer.outcome}; ${pid}` });
    });
    return people[0] === undefined ? undefined : { lookupId: search.requestId, person: people[0] };
  }
}
