import type { Sql, Statement } from '../database/sql.ts';
import type { StationCertificates } from '../seams.ts';

const NAMES = ['stationKeyPkcs8', 'stationCertificateDer', 'centreCertificateDer', 'caCertificateDer'] as const satisfies readonly (keyof StationCertificates)[];

/** The only reader and writer of `station_secret`: the station's signing key and the certificates that go with it. */
export class SecretRepository {
  readonly #sql: Sql;
  readonly #find: Statement<[string], { readonly value: Uint8Array }>;
  readonly #keep: Statement<[string, Uint8Array, string], never>;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#find = sql.statement('station-secret.find', 'SELECT value FROM station_secret WHERE name = ?');
    this.#keep = sql.statement('station-secret.keep', `INSERT INTO station_secret (name, value, at) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at`);
  }

  findCertificates(): StationCertificates | undefined {
    const found = NAMES.map((name) => [name, this.#find.get(name)?.value] as const);
    if (found.some(([, value]) => value === undefined)) return undefined;
    return Object.fromEntries(found.map(([name, value]) => [name, new Uint8Array(value!)])) as StationCertificates;
  }

  keepCertificates(certificates: StationCertificates, at: string): void {
    this.#sql.write(() => {
      for (const name of NAMES) this.#keep.run(name, certificates[name], at);
    });
  }
}
