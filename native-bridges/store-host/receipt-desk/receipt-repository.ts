import type { Sql, Statement } from '../database/sql.ts';

export type ReceiptIssue = { readonly dossierId: string; readonly copy: number; readonly at: string; readonly officerId: string; readonly pdfSha256: string; readonly outcome: 'shown' | 'to-printer' };

/** The only writer of `receipt_issue`: every issue of a receipt that left the program, counted. */
export class ReceiptRepository {
  readonly #insert: Statement<[string, number, string, string, string, string], never>;

  constructor(sql: Sql) {
    this.#insert = sql.statement('receipt-issue.insert', 'INSERT INTO receipt_issue (dossier_id, copy, at, officer_id, pdf_sha256, outcome) VALUES (?, ?, ?, ?, ?, ?)');
  }

  insert(issue: ReceiptIssue): void {
    this.#insert.run(issue.dossierId, issue.copy, issue.at, issue.officerId, issue.pdfSha256, issue.outcome);
  }
}
