import { randomUUID } from 'node:crypto';
import type { User } from '../../../electron/contract/session.ts';
import type { Role } from '../../../electron/core/access/roles.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Sql, Statement } from '../database/sql.ts';

type Row = {
  readonly id: string; readonly login: string; readonly display_name: string; readonly role: Role;
  readonly active: number; readonly password_hash: string; readonly last_sign_in_at: string | null;
};
export type NewUser = { readonly login: string; readonly displayName: string; readonly role: Role; readonly passwordHash: string; readonly at: string };

const COLUMNS = 'id, login, display_name, role, active, password_hash, last_sign_in_at';

/** Logins are compared without letter case and in NFC; they are kept in lower case. */
export const normaliseLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** The only writer of `user`. The caller notes the audit entry in the same transaction. */
export class UserRepository {
  readonly #byId: Statement<[string], Row>;
  readonly #byLogin: Statement<[string], Row>;
  readonly #all: Statement<[], Row>;
  readonly #insert: Statement<[string, string, string, Role, string, string], never>;
  readonly #setActive: Statement<[number, string], never>;
  readonly #setPassword: Statement<[string, string], never>;
  readonly #signedIn: Statement<[string, string], never>;

  constructor(sql: Sql) {
    this.#byId = sql.statement('user.by-id', `SELECT ${COLUMNS} FROM user WHERE id = ?`);
    this.#byLogin = sql.statement('user.by-login', `SELECT ${COLUMNS} FROM user WHERE login = ?`);
    this.#all = sql.statement('user.all', `SELECT ${COLUMNS} FROM user ORDER BY login`);
    this.#insert = sql.statement('user.insert', 'INSERT INTO user (id, login, display_name, role, active, password_hash, created_at) VALUES (?, ?, ?, ?, 1, ?, ?)');
    this.#setActive = sql.statement('user.set-active', 'UPDATE user SET active = ? WHERE id = ?');
    this.#setPassword = sql.statement('user.set-password', 'UPDATE user SET password_hash = ? WHERE id = ?');
    this.#signedIn = sql.statement('user.signed-in', 'UPDATE user SET last_sign_in_at = ? WHERE id = ?');
  }

  find(id: string): User | undefined {
    const row = this.#byId.get(id);
    return row === undefined ? undefined : viewOf(row);
  }

  /** @throws {AppError} store.not-found */
  load(id: string): User {
    const user = this.find(id);
    if (user === undefined) throw new AppError('store.not-found', { what: 'user' });
    return user;
  }

  findForSignIn(login: string): { readonly user: User; readonly passwordHash: string } | undefined {
    const row = this.#byLogin.get(normaliseLogin(login));
    return row === undefined ? undefined : { user: viewOf(row), passwordHash: row.password_hash };
  }

  list(): readonly User[] {
    return this.#all.all().map(viewOf);
  }

  /** @throws {AppError} session.login-taken */
  insert(user: NewUser): User {
    const login = normaliseLogin(user.login);
    if (this.#byLogin.get(login) !== undefined) throw new AppError('session.login-taken');
    const id = randomUUID();
    this.#insert.run(id, login, user.displayName.normalize('NFC').trim(), user.role, user.passwordHash, user.at);
    return this.load(id);
  }

  /** @throws {AppError} session.last-administrator when nobody could manage accounts any more */
  setActive(id: string, active: boolean): User {
    const user = this.load(id);
    const others = this.list().filter((other) => other.id !== id && other.active && other.role === 'administrator');
    if (!active && user.role === 'administrator' && others.length === 0) throw new AppError('session.last-administrator');
    this.#setActive.run(active ? 1 : 0, id);
    return this.load(id);
  }

  setPassword(id: string, passwordHash: string): void {
    this.#setPassword.run(passwordHash, id);
  }

  signedIn(id: string, at: string): void {
    this.#signedIn.run(at, id);
  }
}

const viewOf = (row: Row): User => ({
  id: row.id, login: row.login, displayName: row.display_name, role: row.role, active: row.active === 1, lastSignInAt: row.last_sign_in_at,
});
