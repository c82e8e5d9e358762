import type { DerivedImage } from '../../../electron/contract/device.ts';
import type { Sql, Statement } from '../database/sql.ts';

/** A file in the vault that was made from another one there. */
export type DerivedFile = { readonly kind: DerivedImage['kind']; readonly sha256: string };

/** Which files were made from which image. The same image always gives the same file, so a second one changes nothing. */
export class DerivedImages {
  readonly #insert: Statement<[string, string, string], never>;
  readonly #find: Statement<[string, string], { readonly sha256: string }>;

  constructor(sql: Sql) {
    this.#insert = sql.statement('derived-image.insert', 'INSERT INTO derived_image (source_sha256, kind, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.#find = sql.statement('derived-image.find', 'SELECT sha256 FROM derived_image WHERE source_sha256 = ? AND kind = ?');
  }

  insert(sourceSha256: string, file: DerivedFile): void {
    this.#insert.run(sourceSha256, file.kind, file.sha256);
  }

  /** @returns its SHA-256, or undefined where none was made */
  find(sourceSha256: string, kind: DerivedFile['kind']): string | undefined {
    return this.#find.get(sourceSha256, kind)?.sha256;
  }
}
