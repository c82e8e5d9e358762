import type { Person } from '../../../electron/core/person/person.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import type { IdentifiedBy } from '../../../electron/core/procedure/assess-dossier.ts';
import type { PrintSequence } from '../../../electron/core/procedure/capture-plan.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';
import type { DossierColumn, DossierRecord } from './dossier-row.ts';

export type NewDossier = {
  readonly id: string;
  readonly number: string;
  readonly kind: IssueKind;
  readonly ground?: GroundId | null;
  /** `YYYY-MM-DD`; the day of `at` where it isn't given */
  readonly receivedOn?: string;
  readonly printSequence?: PrintSequence;
  readonly identification?: IdentifiedBy;
  readonly receptionId?: string | null;
  readonly regime: string;
  readonly lookupId: string;
  readonly lookupPurpose: string;
  readonly supersedes: string | null;
  readonly at: string;
  readonly officerId: string;
  readonly person: Person;
  readonly databasePerson: Person;
};
export type People = { readonly person: Person; readonly databasePerson: Person };
type Change = Partial<Readonly<Record<DossierColumn, string | number | null>>>;

const keyOf = (person: Person, number: string): string => searchKey(`${person.fullName} ${person.pid} ${person.oldIdNumber} ${number}`);

/** The only writer of `dossier`, `dossier_person` and the search index. Always called inside a transaction of DossierDesk. */
export class DossierRepository {
  readonly #sql: Sql;
  readonly #find: Statement<[string], DossierRecord>;
  readonly #lastNumber: Statement<[string], { readonly number: string }>;
  readonly #insert: Statement<Record<string, string | number | null>, never>;
  readonly #indexAdd: Statement<[number, string], never>;
  readonly #indexRemove: Statement<[number, string], never>;
  readonly #insertPerson: Statement<[string, string, string], never>;
  readonly #setPerson: Statement<[string, string], never>;
  readonly #setDatabase: Statement<[string, string], never>;
  readonly #unconfirmed: Statement<[], { readonly id: string }>;
  readonly #findPerson: Statement<[string], { readonly person_json: string; readonly database_json: string }>;
  readonly #identify: Statement<[string, string, string, string, string, number], never>;
  readonly #journal: Statement<[string, string, string, string, string], never>;
  readonly #bump: Statement<[DossierState, string, string, number], never>;
  readonly #inState: Statement<[DossierState], DossierRecord>;
  readonly #set = new Map<string, Statement<[string | number | null, string], never>>();

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#find = sql.statement('dossier.find', 'SELECT * FROM dossier WHERE id = ?');
    this.#lastNumber = sql.statement('dossier.last-number', `SELECT number FROM dossier WHERE number GLOB ? ORDER BY length(number) DESC, number DESC LIMIT 1`);
    this.#insert = sql.statement('dossier.insert', `INSERT INTO dossier
      (id, number, state, version, kind, step, regime, lookup_id, lookup_purpose, supersedes, opened_at, updated_at, officer_id, full_name, pid, birth_date, sex, search_key, ground, received_on, print_sequence, identification, reception_id)
      VALUES (:id, :number, 'draft', 1, :kind, 'check', :regime, :lookupId, :lookupPurpose, :supersedes, :at, :at, :officerId, 
        :fullName, :pid, :birthDate, :sex, :key, :ground, :receivedOn, :printSequence, :identification, :receptionId)`);
    this.#indexAdd = sql.statement('dossier-search.add', 'INSERT INTO dossier_search (rowid, search_key) VALUES (?, ?)');
    this.#indexRemove = sql.statement('dossier-search.remove', `INSERT INTO dossier_search (dossier_search, rowid, search_key) VALUES ('delete', ?, ?)`);
    this.#insertPerson = sql.statement('dossier-person.insert', 'INSERT INTO dossier_person (dossier_id, person_json, database_json) VALUES (?, ?, ?)');
    this.#setPerson = sql.statement('dossier-person.set', 'UPDATE dossier_person SET person_json = ? WHERE dossier_id = ?');
    this.#setDatabase = sql.statement('dossier-person.set-database', 'UPDATE dossier_person SET database_json = ? WHERE dossier_id = ?');
    this.#unconfirmed = sql.statement('dossier.unconfirmed', `SELECT id FROM dossier INDEXED BY dossier_unconfirmed WHERE identification IN ('cached', 'manual') ORDER BY seq`);
    this.#findPerson = sql.statement('dossier-person.find', 'SELECT person_json, database_json FROM dossier_person WHERE dossier_id = ?');
    this.#identify = sql.statement('dossier.identify', 'UPDATE dossier SET full_name = ?, pid = ?, birth_date = ?, sex = ?, search_key = ? WHERE seq = ?');
    this.#journal = sql.statement('dossier-field.insert', 'INSERT INTO dossier_field (dossier_id, field, value, officer_id, at) VALUES (?, ?, ?, ?, ?)');
    this.#bump = sql.statement('dossier.bump', 'UPDATE dossier SET state = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ?');
    this.#inState = sql.statement('dossier.in-state', 'SELECT * FROM dossier WHERE state = ? ORDER BY seq');
  }

  /** @throws {AppError} store.not-found */
  load(id: string): DossierRecord {
    const record = this.#find.get(id);
    if (record === undefined) throw new AppError('store.not-found', { what: 'dossier' });
    return record;
  }

  loadPeople(id: string): People {
    const row = this.#findPerson.get(id);
    if (row === undefined) throw new AppError('store.corrupt', { why: 'dossier without person' });
    return { person: JSON.parse(row.person_json) as Person, databasePerson: JSON.parse(row.database_json) as Person };
  }

  inState(state: DossierState): readonly DossierRecord[] {
    return this.#inState.all(state);
  }

  /** Dossiers of people who were identified while the line was down and haven't been checked since. */
  unconfirmed(): readonly { readonly id: string }[] {
    return this.#unconfirmed.all();
  }

  setDatabasePerson(id: string, person: Person): void {
    this.#setDatabase.run(JSON.stringify(person), id);
  }

  /** `YY-MMDD-NNNN` after the last number of that day. @param day `YYYY-MM-DD` */
  nextNumber(day: string): string {
    const head = `${day.slice(2, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-`;
    const last = Number(this.#lastNumber.get(`${head}*`)?.number.slice(head.length) ?? 0);
    return `${head}${String(last + 1).padStart(4, '0')}`;
  }

  insert({ person, databasePerson, ...dossier }: NewDossier): DossierRecord {
    const key = keyOf(person, dossier.number);
    const { fullName, pid, birthDate, sex } = person;
    const plain = { ground: null, receivedOn: localDay(dossier.at), printSequence: 'four-four-two', identification: 'database', receptionId: null };
    this.#insert.run({ ...plain, ...dossier, fullName, pid, birthDate, sex, key });
    this.#insertPerson.run(dossier.id, JSON.stringify(person), JSON.stringify(databasePerson));
    const record = this.load(dossier.id);
    this.#indexAdd.run(record.seq, key);
    return record;
  }

  /** Journals one field and brings the current person, the list columns and the search index along. */
  setField(record: DossierRecord, field: keyof Person, value: string, officerId: string, at: string): void {
    const person: Person = { ...this.loadPeople(record.id).person, [field]: value };
    this.#journal.run(record.id, field, value, officerId, at);
    this.#setPerson.run(JSON.stringify(person), record.id);
    const key = keyOf(person, record.number);
    if (key !== record.search_key) {
      this.#indexRemove.run(record.seq, record.search_key);
      this.#indexAdd.run(record.seq, key);
    }
    this.#identify.run(person.fullName, person.pid, person.birthDate, person.sex, key, record.seq);
  }

  set(id: string, change: Change): void {
    for (const [column, value] of Object.entries(change)) this.#setter(column as DossierColumn).run(value, id);
  }

  /** New state and version. @throws {AppError} dossier.stale-version */
  bump(record: DossierRecord, state: DossierState, at: string): void {
    if (this.#bump.run(state, at, record.id, record.version) !== 1) throw new AppError('dossier.stale-version');
  }

  #setter(column: DossierColumn): Statement<[string | number | null, string], never> {
    const known = this.#set.get(column) ?? this.#sql.statement<[string | number | null, string]>(`dossier.set-${column}`, `UPDATE dossier SET ${column} = ? WHERE id = ?`);
    this.#set.set(column, known);
    return known;
  }
}
