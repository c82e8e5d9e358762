import type { DossierState } from '../../../electron/core/dossier/lifecycle.ts';
import type { IssueKind, Step } from '../../../electron/core/dossier/steps.ts';
import type { ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import type { IdentifiedBy } from '../../../electron/core/procedure/assess-dossier.ts';
import type { PrintSequence } from '../../../electron/core/procedure/capture-plan.ts';
import type { Exemption } from '../../../electron/core/procedure/fee-data.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import type { Hold } from '../../../electron/core/procedure/reception-gate.ts';

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
  /** null for dossiers older than the column: then the day of opening counts. */
  readonly received_on: string | null;
  readonly ground: GroundId | null;
  readonly print_sequence: PrintSequence;
  readonly identification: IdentifiedBy;
  readonly limited_capacity: 0 | 1;
  readonly hold: Hold;
  readonly had_card: 0 | 1 | null;
  readonly last_biometrics: 0 | 1 | null;
  readonly representation_json: string | null;
  readonly exemption: Exemption | null;
  readonly exemption_evidence: string;
  readonly reception_id: string | null;
};

/** Columns that a change may write; `state`, `version`, `updated_at` and the search columns have their own way. */
export type DossierColumn =
  | 'kind' | 'step' | 'citizen_confirmed_at' | 'submitted_at' | 'submitted_by' | 'decided_at' | 'decided_by'
  | 'returned_reason' | 'returned_text' | 'returned_at' | 'returned_by'
  | 'centre_outcome' | 'centre_reason' | 'centre_at' | 'centre_reference'
  | 'seal_sha256' | 'seal_bytes' | 'seal_at' | 'receipt_copies'
  | 'received_on' | 'ground' | 'print_sequence' | 'identification' | 'limited_capacity' | 'hold' | 'had_card' | 'last_biometrics'
  | 'representation_json' | 'exemption' | 'exemption_evidence' | 'reception_id';
