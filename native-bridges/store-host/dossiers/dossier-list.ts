import type { z } from 'zod';
import type { dossierContract } from '../../../electron/contract/dossier.ts';
import { DOSSIER_STATES, type DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import { searchKey } from '../../../electron/core/person/search-key.ts';
import type { Sql, Statement } from '../database/sql.ts';
import type { DossierViews, ListColumns } from './dossier-view.ts';

type ListCall = (typeof dossierContract)['dossier.list'];
type Query = z.output<ListCall['input']>;
type Page = z.input<ListCall['output']>;
type Row = ListColumns & { readonly seq: number };

const COLUMNS = 'seq, id, number, state, version, full_name, pid, birth_date, sex, kind, step, opened_at, updated_at, officer_id';
/** Below this many dossiers in the states asked for, walking those is quicker than walking the matches of a common name. */
const FEW = 3_000;
/** The trigram index answers from three characters on. */
const MIN_INDEXED = 3;
const NEWEST = Number.MAX_SAFE_INTEGER;

/** The desk's list: keyset pages, newest first. Which of four statements runs depends on what narrows the most. */
export class DossierList {
  readonly #views: DossierViews;
  readonly #counts: Statement<[], { readonly state: DossierState; readonly n: number }>;
  readonly #all: Statement<[number, number], Row>;
  readonly #inStates: Statement<[string, number, string, number], Row>;
  readonly #matching: Statement<[string, number, string, number], Row>;
  readonly #starting: Statement<[string, string, number, string, number], Row>;

  constructor(sql: Sql, views: DossierViews) {
    this.#views = views;
    this.#counts = sql.statement('dossier-count.all', 'SELECT state, n FROM dossier_count WHERE n > 0');
    this.#all = sql.statement('dossier.page', `SELECT ${COLUMNS} FROM dossier WHERE seq < ? ORDER BY seq DESC LIMIT ?`);
    this.#inStates = sql.statement('dossier.page-in-states', `SELECT ${COLUMNS} FROM dossier
      WHERE state IN (SELECT value FROM json_each(?)) AND seq < ? AND instr(search_key, ?) > 0 ORDER BY seq DESC LIMIT ?`);
    this.#matching = sql.statement('dossier.page-matching', `SELECT ${COLUMNS.split(', ').map((column) => `d.${column}`).join(', ')}
      FROM dossier_search s CROSS JOIN dossier d ON d.seq = s.rowid
      WHERE s.dossier_search MATCH ? AND s.rowid < ? AND d.state IN (SELECT value FROM json_each(?)) ORDER BY s.rowid DESC LIMIT ?`);
    this.#starting = sql.statement('dossier.page-starting', `SELECT ${COLUMNS} FROM dossier WHERE seq IN
      (SELECT seq FROM dossier INDEXED BY dossier_by_key WHERE search_key >= ? AND search_key < ? AND seq < ? ORDER BY seq DESC LIMIT 2000)
      AND state IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?`);
  }

  page(query: Query): Page {
    const counts = Object.fromEntries(this.#counts.all().map(({ state, n }) => [state, n])) as Partial<Record<DossierState, number>>;
    const rows = this.#rows(query, counts);
    const page = rows.slice(0, query.size);
    return { rows: page.map((row) => this.#views.row(row)), next: rows.length > query.size ? String(page.at(-1)!.seq) : null, counts };
  }

  /** One row more than asked for: it says whether there is a next page. */
  #rows(query: Query, counts: Partial<Record<DossierState, number>>): readonly Row[] {
    const before = query.cursor === null ? NEWEST : (Number.parseInt(query.cursor, 10) || 0);
    const limit = query.size + 1;
    const key = searchKey(query.search);
    const states: readonly DossierState[] = query.states.length === 0 ? DOSSIER_STATES : query.states;
    const asJson = JSON.stringify(states);
    if (key === '' && query.states.length === 0) return this.#all.all(before, limit);
    const candidates = states.reduce<number>((sum, state) => sum + (counts[state] ?? 0), 0);
    if (key === '' || candidates <= FEW) return this.#inStates.all(asJson, before, key, limit);
    if (key.length >= MIN_INDEXED) return this.#matching.all(`"${key.replaceAll('"', '""')}"`, before, asJson, limit);
    return this.#starting.all(key, `${key}\u{10ffff}`, before, asJson, limit);
  }
}
