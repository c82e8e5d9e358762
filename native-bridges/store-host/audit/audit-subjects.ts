import type { Sql, Statement } from '../database/sql.ts';
import type { UserRepository } from '../people/user-repository.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';

type Numbered = { readonly id: string; readonly number: string };

/** What people call the subject of an audit entry. The entries themselves hold ids only and are never touched. */
export class AuditSubjects {
  readonly #users: UserRepository;
  readonly #numbers: Statement<[string], Numbered>;
  readonly #byNumber: Statement<[string], Numbered>;

  constructor(sql: Sql, users: UserRepository) {
    this.#users = users;
    this.#numbers = sql.statement('dossier.numbers', 'SELECT id, number FROM dossier WHERE id IN (SELECT value FROM json_each(?))');
    this.#byNumber = sql.statement('dossier.by-number', 'SELECT id, number FROM dossier WHERE number = ?');
  }

  /** Dossiers by number, accounts by name; what is neither has no label. */
  labels(subjects: readonly string[]): ReadonlyMap<string, string> {
    const numbers = this.#numbers.all(JSON.stringify([...new Set(subjects)])).map(({ id, number }) => [id, number] as const);
    return new Map([...this.#users.list().map(({ id, displayName }) => [id, displayName] as const), ...numbers]);
  }

  /** A dossier's number or a person's full name as the entries know it, else the text itself. */
  asKept(search: string): string {
    const text = search.trim();
    const key = searchKey(text);
    return this.#byNumber.get(text)?.id ?? this.#users.list().find(({ displayName }) => key !== '' && searchKey(displayName) === key)?.login ?? text;
  }
}
