import type { Query } from '../../../electron/contract/population.ts';
import { isCompatibleDate } from '../../../electron/core/person/partial-date.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';
import type { Sql, Statement } from '../database/sql.ts';

type Row = { readonly person_json: string; readonly seen_at: string };
export type Known = { readonly person: Person; readonly seenAt: string };

/** More than a screen shows; narrowed by date of birth afterwards. */
const MOST = 200;

/** The only writer of `known_citizen`: people as the population database last gave them. Names are found by index, whatever their number. */
export class KnownCitizens {
  readonly #put: Statement<[string, string, string, string, string, string], never>;
  readonly #byPid: Statement<[string], Row>;
  readonly #byOldId: Statement<[string], Row>;
  readonly #byName: Statement<[string, number], Row>;

  constructor(sql: Sql) {
    this.#put = sql.statement('known-citizen.put', `INSERT INTO known_citizen (pid, old_id_number, birth_date, search_key, person_json, seen_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (pid) DO UPDATE SET old_id_number = excluded.old_id_number, birth_date = excluded.birth_date, search_key = excluded.search_key,
        person_json = excluded.person_json, seen_at = excluded.seen_at`);
    this.#byPid = sql.statement('known-citizen.by-pid', 'SELECT person_json, seen_at FROM known_citizen WHERE pid = ?');
    this.#byOldId = sql.statement('known-citizen.by-old-id', `SELECT person_json, seen_at FROM known_citizen WHERE old_id_number = ? AND old_id_number <> '' LIMIT 21`);
    this.#byName = sql.statement('known-citizen.by-name', 'SELECT person_json, seen_at FROM known_citizen WHERE search_key = ? ORDER BY birth_date LIMIT ?');
  }

  /** Called in the transaction that keeps the look-up. */
  remember(people: readonly Person[], at: string): void {
    for (const person of people) if (person.pid !== '') this.#put.run(person.pid, person.oldIdNumber, person.birthDate, searchKey(person.fullName), JSON.stringify(person), at);
  }

  find(query: Query): readonly Known[] {
    switch (query.by) {
      case 'pid': return this.#byPid.all(query.pid).map(toKnown);
      case 'old-id': return this.#byOldId.all(query.oldIdNumber).map(toKnown);
      case 'name': return this.#byName.all(searchKey(query.fullName), MOST).map(toKnown)
        .filter(({ person }) => isCompatibleDate(person.birthDate, query.birthDate) && searchKey(`${person.residence} ${person.currentAddress}`).includes(searchKey(query.residence)));
    }
  }
}

const toKnown = ({ person_json, seen_at }: Row): Known => ({ person: JSON.parse(person_json) as Person, seenAt: seen_at });
