import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import type { IssueKind, Step } from '../../../electron/core/dossier/steps.ts';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';

/** A row of `dossier` as SQLite gives it. */
export type DossierRecord = {
  readonly seq: number;
  readonly id: string;
  readonly number: string;
  readonly state: DossierState;
  readonly version: number;
  readonly kind: IssueKind | null;
  readonly step: Step;
  readonly regime: string;
  readonly lookup_id: string;
  readonly lookup_purpose: string;
  readonly supersedes: string | null;
  readonly opened_at: string;
  readonly updated_at: string;
  readonly officer_id: string;
  readonly full_name: string;
  readonly pid: string;
  readonly birth_date: string;
  readonly sex: string;
  readonly search_key: string;
  readonly citizen_confirmed_at: string | null;
  readonly submitted_at: string | null;
  readonly submitted_by: string | null;
  readonly decided_at: string | null;
  readonly decided_by: string | null;
  readonly returned_reason: ReturnReason | null;
  readonly returned_text: string | null;
  readonly returned_at: string | null;
  readonly returned_by: string | null;
  readonly centre_outcome: 'accepted' | 'rejected' | null;
  readonly centre_reason: string | null;
  readonly centre_at: string | null;
  readonly centre_reference: string | null;
  readonly seal_sha256: string | null;
  readonly seal_bytes: number | null;
  readonly seal_at: string | null;
  readonly receipt_copies: number;
};

/** Columns that a change may write; `state`, `version`, `updated_at` and the search columns have their own way. */
export type DossierColumn =
  | 'kind' | 'step' | 'citizen_confirmed_at' | 'submitted_at' | 'submitted_by' | 'decided_at' | 'decided_by'
  | 'returned_reason' | 'returned_text' | 'returned_at' | 'returned_by'
  | 'centre_outcome' | 'centre_reason' | 'centre_at' | 'centre_reference'
  | 'seal_sha256' | 'seal_bytes' | 'seal_at' | 'receipt_copies';
