import type { Person } from '../../../electron/core/person/person.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { IdentifiedBy } from '../../../electron/core/procedure/assess-dossier.ts';
import type { Sql, Statement } from '../database/sql.ts';

export type KeptLookup = {
  readonly id: string; readonly at: string; readonly officerId: string; readonly purpose: string;
  readonly query: unknown; readonly outcome: string; readonly people: readonly Person[];
};
type Row = { readonly officer_id: string; readonly purpose: string; readonly outcome: string; readonly people_json: string };
export type LookedUp = { readonly person: Person; readonly purpose: string; readonly identification: IdentifiedBy };

/** What a look-up's outcome says of how the person is known. */
const IDENTIFIED: Readonly<Record<string, IdentifiedBy>> = { cached: 'cached', manual: 'manual' };

/** The only writer of `lookup`: what the population database was asked and what it answered. */
export class LookupRepository {
  readonly #insert: Statement<[string, string, string, string, string, string, string], never>;
  readonly #find: Statement<[string], Row>;

  constructor(sql: Sql) {
    this.#insert = sql.statement('lookup.insert', 'INSERT INTO lookup (id, at, officer_id, purpose, query_json, outcome, people_json) VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#find = sql.statement('lookup.find', 'SELECT officer_id, purpose, outcome, people_json FROM lookup WHERE id = ?');
  }

  insert(lookup: KeptLookup): void {
    this.#insert.run(lookup.id, lookup.at, lookup.officerId, lookup.purpose, JSON.stringify(lookup.query), lookup.outcome, JSON.stringify(lookup.people));
  }

  /** Person number `index` of a look-up that this officer made. @throws {AppError} population.lookup-unknown */
  loadPerson(id: string, index: number, officerId: string): LookedUp {
    const row = this.#find.get(id);
    const person = row === undefined ? undefined : (JSON.parse(row.people_json) as Person[])[index];
    if (row === undefined || person === undefined || row.officer_id !== officerId) throw new AppError('population.lookup-unknown');
    return { person, purpose: row.purpose, identification: IDENTIFIED[row.outcome] ?? 'database' };
  }

  /** Whether this officer's look-up found nobody. @throws {AppError} population.lookup-unknown */
  foundNobody(id: string, officerId: string): boolean {
    const row = this.#find.get(id);
    if (row === undefined || row.officer_id !== officerId) throw new AppError('population.lookup-unknown');
    return (JSON.parse(row.people_json) as Person[]).length === 0;
  }
}
