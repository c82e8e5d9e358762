import type { CapturePlanView, ExceptionView, FeeReceipt, FeeView, FindingView, Representation } from '../../../electron/contract/procedure-facts.ts';
import type { z } from 'zod';
import type { ProcedureFields } from '../../../electron/contract/procedure-facts.ts';
import { stepsOf } from '../../../electron/core/dossier/step-order.ts';
import { needsReason } from '../../../electron/core/procedure/answer-findings.ts';
import { assessDossier, type DossierFacts } from '../../../electron/core/procedure/assess-dossier.ts';
import type { CapturePlan } from '../../../electron/core/procedure/capture-plan.ts';
import type { Finding } from '../../../electron/core/procedure/fact.ts';
import { suggestedExemptions, type Fee } from '../../../electron/core/procedure/fees.ts';
import { isPartialDate } from '../../../electron/core/person/field-rules.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { People } from '../dossiers/dossier-repository.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { KeptFace } from '../population/face-repository.ts';
import { isVoid, type FeeRepository, type ReceiptRow } from './fee-repository.ts';
import type { OverrideRow, ProcedureRepository } from './procedure-repository.ts';

export type ProcedureView = { readonly [K in keyof typeof ProcedureFields]: z.infer<(typeof ProcedureFields)[K]> };
type Sources = {
  readonly procedure: ProcedureRepository;
  readonly fees: FeeRepository;
  readonly name: (userId: string | null) => string;
  readonly stepOrder: () => string;
  /** Whether an adjustment for this number waits for its answer. */
  readonly isAdjusting: (pid: string) => boolean;
  /** The face from the citizen's last card, where the database showed one: then there is something to use again. */
  readonly lastFace: (dossierId: string) => KeptFace | undefined;
};

export const receivedOn = (record: Pick<DossierRecord, 'received_on' | 'opened_at'>): string => record.received_on ?? localDay(record.opened_at);
export const representationOf = ({ representation_json }: Pick<DossierRecord, 'representation_json'>): Representation | null =>
  representation_json === null ? null : (JSON.parse(representation_json) as Representation);

type Known = Pick<Sources, 'isAdjusting' | 'lastFace'>;

/** The facts that rules are applied to, out of a dossier's row; what the officer said of last biometrics goes before what the database showed. */
export function factsOf(record: DossierRecord, people: People, { isAdjusting, lastFace }: Known): DossierFacts {
  const representation = representationOf(record);
  return {
    receivedOn: receivedOn(record), kind: record.kind, ground: record.ground, ...people, identification: record.identification, sequence: record.print_sequence,
    representation: representation === null ? 'none' : representation.proof === 'none' ? 'without-proof' : 'with-proof',
    limitedCapacity: record.limited_capacity === 1, hold: record.hold, hadCard: asBoolean(record.had_card), lastBiometrics: asBoolean(record.last_biometrics) ?? (lastFace(record.id)?.sha256 != null ? true : null),
    adjustmentOpen: isAdjusting(record.pid), exemption: record.exemption,
  };
}

/** What the law has to do with a dossier, for the screens. Reads only. */
export function procedureView(record: DossierRecord, people: People, missing: readonly string[], from: Sources): ProcedureView {
  const facts = factsOf(record, people, from);
  const assessed = assessDossier(facts);
  const overrides = from.procedure.overrides(record.id);
  return {
    receivedOn: facts.receivedOn, ground: record.ground, printSequence: record.print_sequence, identification: record.identification,
    representation: representationOf(record), limitedCapacity: facts.limitedCapacity, hold: record.hold, hadCard: facts.hadCard, lastBiometrics: facts.lastBiometrics,
    capturePlan: planView(assessed.plan), reusedFace: assessed.plan.reusesLast ? faceView(from.lastFace(record.id)) : null,
    fee: assessed.fee === undefined ? null : feeView(assessed.fee, record, from),
    findings: findingViews(assessed.findings, overrides, from.name),
    exceptions: exceptionsOf(record.id, missing, overrides, from),
    steps: [...stepsOf(assessed.plan, from.stepOrder())],
    stepTimes: from.procedure.stepTimes(record.id).map(({ step, ms }) => ({ step, ms })),
    receptionId: record.reception_id,
  };
}

const asBoolean = (value: 0 | 1 | null): boolean | null => (value === null ? null : value === 1);

const faceView = (face: KeptFace | undefined): ProcedureView['reusedFace'] => (face === undefined || face.sha256 === null ? null : { ...face, sha256: face.sha256 });

const planView = ({ prints, portrait, iris, reusesLast, signer, faceOnCard }: CapturePlan): CapturePlanView =>
  ({ prints: [...prints], portrait, iris, reusesLast, signer, faceOnCard });

/** What the rules say as the screens see it, with the reasons that were given. */
export function findingViews(findings: readonly Finding[], overrides: readonly OverrideRow[], name: Sources['name']): FindingView[] {
  return findings.map((one) => {
    const passed = one.severity === 'block' ? undefined : overrides.find(({ code }) => code === one.code);
    return {
      code: one.code, severity: one.severity, mark: one.basis.mark, source: one.basis.source, article: one.basis.article ?? '', detail: { ...one.detail },
      standing: one.severity === 'block' || (needsReason(one) && passed === undefined),
      passed: passed === undefined ? null : { reason: passed.reason, by: name(passed.officer_id), at: passed.at },
    };
  });
}

/** Missing fingers and warnings passed with a reason. */
function exceptionsOf(dossierId: string, missing: readonly string[], overrides: readonly OverrideRow[], { procedure, name }: Sources): ExceptionView[] {
  const signed = new Map(procedure.countersigns(dossierId).map((row) => [row.what, row]));
  return [...missing.map((finger) => `missing-finger:${finger}`), ...overrides.map(({ code }) => `finding:${code}`)].map((what) => {
    const row = signed.get(what);
    return { what, countersignedBy: name(row?.officer_id ?? null), countersignedAt: row?.at ?? null };
  });
}

function feeView(fee: Fee, record: DossierRecord, from: Sources): FeeView {
  const rows = from.fees.ofDossier(record.id);
  const { reduction } = fee;
  return {
    item: fee.item, baseDong: fee.baseDong, amountDong: fee.amountDong, instrument: fee.instrument,
    reduction: reduction === undefined ? null : { id: reduction.id, percent: reduction.percent, instrument: reduction.instrument, to: reduction.to ?? '' },
    exemption: fee.exemption ?? null, evidence: record.exemption_evidence,
    suggested: isPartialDate(record.birth_date) ? [...suggestedExemptions(record.birth_date, receivedOn(record))] : [],
    state: feeState(fee.amountDong, rows),
    receipts: rows.map((row) => receiptView(row, from.name)),
  };
}

/** A live receipt pays; with none and nothing to pay the fee is waived; a voided one leaves it to be collected again. */
export function feeState(amountDong: number, rows: readonly ReceiptRow[]): FeeView['state'] {
  if (rows.some((row) => !isVoid(row))) return 'paid';
  if (amountDong === 0) return 'exempt';
  return rows.length > 0 ? 'void' : 'due';
}

export function receiptView(row: ReceiptRow, name: Sources['name']): FeeReceipt {
  return {
    receiptNumber: row.receipt_number, amountDong: row.amount_dong, collectedAt: row.collected_at, collectedBy: name(row.collected_by),
    void: row.void_asked_at === null ? null : {
      reason: row.void_reason ?? '', askedBy: name(row.void_asked_by), askedAt: row.void_asked_at,
      decidedBy: name(row.void_decided_by), decidedAt: row.void_decided_at, approved: asBoolean(row.void_approved),
      refusal: row.void_refusal, answer: row.void_answer ?? '',
    },
  };
}
