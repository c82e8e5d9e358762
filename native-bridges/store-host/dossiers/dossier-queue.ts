import type { z } from 'zod';
import type { dossierContract } from '../../../electron/contract/dossier.ts';
import type { Sql, Statement } from '../database/sql.ts';
import type { DossierViews, ListColumns } from './dossier-view.ts';

type QueueCall = (typeof dossierContract)['dossier.queue'];
type Query = z.output<QueueCall['input']>;
type Page = z.input<QueueCall['output']>;
type Row = ListColumns & { readonly seq: number; readonly submitted: string };

const COLUMNS = 'seq, id, number, state, version, full_name, pid, birth_date, sex, kind, step, opened_at, updated_at, officer_id';
/**
 * The planner knows of no statistics and would rather sort what dossier_by_state finds; and it seeks in an index by an
 * expression alone, not by a pair, so the time is asked for twice.
 */
export const QUEUE_PAGE = `SELECT ${COLUMNS}, ifnull(submitted_at, '') AS submitted FROM dossier INDEXED BY dossier_waiting
  WHERE state = 'submitted' AND ifnull(submitted_at, '') >= ? AND (ifnull(submitted_at, ''), seq) > (?, ?) ORDER BY ifnull(submitted_at, ''), seq LIMIT ?`;
/** `<ISO time> <seq>` of the last row of the page before. */
const CURSOR = /^(\S*) (\d+)$/;

/** What waits for the chief, longest waiting first: keyset pages along an index of the waiting ones alone. */
export class DossierQueue {
  readonly #views: DossierViews;
  readonly #page: Statement<[string, string, number, number], Row>;
  readonly #waiting: Statement<[], { readonly n: number }>;

  constructor(sql: Sql, views: DossierViews) {
    this.#views = views;
    this.#page = sql.statement('dossier.queue', QUEUE_PAGE);
    this.#waiting = sql.statement('dossier-count.waiting', `SELECT n FROM dossier_count WHERE state = 'submitted'`);
  }

  page({ cursor, size }: Query): Page {
    const [, after = '', seq = '-1'] = CURSOR.exec(cursor ?? '') ?? [];
    const found = this.#page.all(after, after, Number(seq), size + 1);
    const rows = found.slice(0, size);
    const last = rows.at(-1);
    return {
      rows: rows.map((row) => ({ ...this.#views.row(row), submittedAt: row.submitted === '' ? row.updated_at : row.submitted })),
      next: found.length > size && last !== undefined ? `${last.submitted} ${last.seq}` : null,
      waiting: this.#waiting.get()?.n ?? 0,
    };
  }
}
