import type { Dossier, DossierRow } from '../../../electron/contract/dossier.ts';
import type { z } from 'zod';
import { gapsOf, type Gap } from '../../../electron/core/dossier/completeness.ts';
import { standing } from '../../../electron/core/procedure/answer-findings.ts';
import { assessDossier } from '../../../electron/core/procedure/assess-dossier.ts';
import { demandedPapers } from '../../../electron/core/procedure/paper-list.ts';
import type { Finding } from '../../../electron/core/procedure/fact.ts';
import type { UserRepository } from '../people/user-repository.ts';
import type { FeeRepository } from '../procedure/fee-repository.ts';
import type { OverrideRow, ProcedureRepository } from '../procedure/procedure-repository.ts';
import { factsOf, findingViews, procedureView } from '../procedure/procedure-view.ts';
import type { KeptFace } from '../population/face-repository.ts';
import type { DossierPapers } from './dossier-papers.ts';
import type { DossierParts } from './dossier-parts.ts';
import type { DossierRepository } from './dossier-repository.ts';
import type { DossierRecord } from './dossier-row.ts';

export type ListColumns = Pick<DossierRecord, 'id' | 'number' | 'state' | 'version' | 'full_name' | 'pid' | 'birth_date' | 'sex' | 'kind' | 'step' | 'opened_at' | 'updated_at' | 'officer_id'>;

type Sources = {
  readonly dossiers: DossierRepository; readonly parts: DossierParts; readonly papers: DossierPapers; readonly users: UserRepository;
  readonly procedure: ProcedureRepository; readonly fees: FeeRepository; readonly stepOrder: () => string;
  readonly isAdjusting: (pid: string) => boolean; readonly lastFace: (dossierId: string) => KeptFace | undefined;
};

/** Puts rows together into what the screens see. Reads only. */
export class DossierViews {
  readonly #from: Sources;

  constructor(from: Sources) {
    this.#from = from;
  }

  row(record: ListColumns): z.infer<typeof DossierRow> {
    return {
      id: record.id, number: record.number, state: record.state, version: record.version, fullName: record.full_name, pid: record.pid,
      birthDate: record.birth_date, sex: record.sex, kind: record.kind, step: record.step, openedAt: record.opened_at, updatedAt: record.updated_at,
      officerId: record.officer_id, officerName: this.#name(record.officer_id),
    };
  }

  dossier(record: DossierRecord): Dossier {
    const { parts, papers, dossiers } = this.#from;
    const people = dossiers.loadPeople(record.id);
    const name = (id: string | null): string => this.#name(id);
    const missing = parts.missingFingers(record.id).map(({ finger }) => finger);
    const procedure = procedureView(record, people, missing, { ...this.#from, name });
    const documents = [...papers.ofDossier(record.id)];
    return {
      ...this.row(record),
      ...decisionOf(record, name),
      ...procedure,
      regime: record.regime,
      person: { ...people.person },
      databasePerson: { ...people.databasePerson },
      lookupPurpose: record.lookup_purpose,
      captures: [...parts.captures(record.id)],
      attempts: [...parts.attempts(record.id)],
      missingFingers: [...parts.missingFingers(record.id)],
      documents,
      papers: demandedPapers({ ...procedure, kind: record.kind, person: people.person }, documents),
      citizenConfirmedAt: record.citizen_confirmed_at,
      supersedes: record.supersedes,
      receiptCopies: record.receipt_copies,
      gaps: [...this.gaps(record)],
    };
  }

  /** What still stands between the dossier and its submission, from what is in the database right now. */
  gaps(record: DossierRecord): readonly Gap[] {
    const { plan, findings } = assessDossier(factsOf(record, this.#from.dossiers.loadPeople(record.id), this.#from));
    const passed = new Set<string>(this.#from.procedure.overrides(record.id).map(({ code }) => code));
    return gapsOf({
      kind: record.kind ?? undefined, plan, standingFindings: standing(findings, passed).length,
      slots: new Set(this.#from.parts.captures(record.id).map((capture) => capture.slot)),
      missingFingers: new Set(this.#from.parts.missingFingers(record.id).map((missing) => missing.finger)),
      citizenConfirmed: record.citizen_confirmed_at !== null,
    });
  }

  /** Findings of a reception, for which no dossier exists yet. */
  findings(found: readonly Finding[], overrides: readonly OverrideRow[]): Dossier['findings'] {
    return findingViews(found, overrides, (id) => this.#name(id));
  }

  #name(userId: string | null): string {
    return userId === null ? '' : (this.#from.users.find(userId)?.displayName ?? '');
  }
}

type Decision = Pick<Dossier, 'submittedAt' | 'submittedBy' | 'decidedAt' | 'decidedBy' | 'returned' | 'centre' | 'seal'>;

function decisionOf(record: DossierRecord, name: (id: string | null) => string): Decision {
  const { returned_reason, returned_at, centre_outcome, centre_at, seal_sha256, seal_bytes, seal_at } = record;
  return {
    submittedAt: record.submitted_at,
    submittedBy: name(record.submitted_by),
    decidedAt: record.decided_at,
    decidedBy: name(record.decided_by),
    returned: returned_reason === null || returned_at === null ? null
      : { reason: returned_reason, text: record.returned_text ?? '', at: returned_at, by: name(record.returned_by) },
    centre: centre_outcome === null || centre_at === null ? null
      : { outcome: centre_outcome, reason: record.centre_reason ?? '', at: centre_at, reference: record.centre_reference ?? '' },
    seal: seal_sha256 === null || seal_bytes === null || seal_at === null ? null : { sha256: seal_sha256, bytes: seal_bytes, at: seal_at },
  };
}
