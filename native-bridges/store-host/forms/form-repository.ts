import type { FormSubject } from '../../../electron/contract/forms.ts';
import type { FormJob } from '../../../electron/core/forms/form-facts.ts';
import type { Sql, Statement } from '../database/sql.ts';

export type FormIssue = {
  readonly subject: FormSubject; readonly job: FormJob; readonly code: string; readonly circular: string; readonly copy: number;
  readonly at: string; readonly officerId: string; readonly contentSha256: string; readonly pdfSha256: string; readonly outcome: 'shown' | 'to-printer';
};
export type LastIssue = { readonly copy: number; readonly at: string; readonly contentSha256: string };
type Row = { readonly copy: number; readonly at: string; readonly content_sha256: string };

/** How the subject is kept: an officer has one sheet a day, and the station one. */
const keyOf = (subject: FormSubject): string => (subject.of === 'fee-day' ? `${subject.day} ${subject.id ?? 'everybody'}` : subject.id);

/** Whom or what the audit log names: everybody's sheet is about the desk. */
export const auditSubject = ({ id }: FormSubject): string => id ?? 'desk';

/** The only writer of `form_issue`: every form that left the program, counted, with a hash of what it showed. */
export class FormRepository {
  readonly #insert: Statement<Record<string, string | number>, never>;
  readonly #last: Statement<[string, string], Row>;

  constructor(sql: Sql) {
    this.#insert = sql.statement('form-issue.insert', `INSERT INTO form_issue (subject_of, subject_id, job, code, circular, copy, at, officer_id, content_sha256, pdf_sha256, outcome)
      VALUES (:of, :id, :job, :code, :circular, :copy, :at, :officerId, :contentSha256, :pdfSha256, :outcome)`);
    this.#last = sql.statement('form-issue.last', 'SELECT copy, at, content_sha256 FROM form_issue WHERE subject_id = ? AND job = ? ORDER BY copy DESC LIMIT 1');
  }

  insert({ subject, ...issue }: FormIssue): void {
    this.#insert.run({ of: subject.of, id: keyOf(subject), ...issue });
  }

  last(subject: FormSubject, job: FormJob): LastIssue | undefined {
    const row = this.#last.get(keyOf(subject), job);
    return row === undefined ? undefined : { copy: row.copy, at: row.at, contentSha256: row.content_sha256 };
  }
}
