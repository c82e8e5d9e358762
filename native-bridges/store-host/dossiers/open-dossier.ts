import { randomUUID } from 'node:crypto';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { Representation } from '../../../electron/contract/procedure-facts.ts';
import type { IssueKind } from '../../../electron/core/dossier/steps.ts';
import { AppError } from '../../../electron/core/errors/app-error.ts';
import type { Person } from '../../../electron/core/person/person.ts';
import type { IdentifiedBy } from '../../../electron/core/procedure/assess-dossier.ts';
import { findGround, type GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import { mayReuse, mayReusePages } from '../../../electron/core/procedure/reasons.ts';
import { regimeOf } from '../../../electron/core/procedure/regimes.ts';
import { suggestedGround } from '../../../electron/core/procedure/suggest-ground.ts';
import { RETURN_REASONS, type ReturnReason } from '../../../electron/core/dossier/return-reasons.ts';
import { localDay } from '../../../electron/core/time/format.ts';
import type { Actor } from '../seams.ts';
import type { Station } from '../station/station.ts';

export type OpenedFrom = {
  readonly lookupId: string;
  readonly lookupPurpose: string;
  readonly kind: IssueKind;
  /** `undefined` = the likeliest of its kind */
  readonly ground: GroundId | undefined;
  readonly person: Person;
  readonly identification: IdentifiedBy;
  readonly supersedes: string | null;
  readonly receptionId: string | null;
  readonly representation: Representation | null;
  /** A draft that was withdrawn for an adjustment: what was taken then is taken over. */
  readonly carryFrom: string | null;
};

/** A new draft received today. Runs inside the caller's transaction or its own. @throws {AppError} procedure.bad-ground, dossier.illegal-event */
export function openDossier(station: Station, from: OpenedFrom, officer: Actor): Dossier {
  const at = new Date(station.now()).toISOString();
  const receivedOn = localDay(at);
  const { person } = from;
  return station.sql.write(() => {
    const { dossiers, audit, desk } = station;
    const record = dossiers.insert({
      id: randomUUID(), number: dossiers.nextNumber(receivedOn), kind: from.kind, ground: groundOf(from, receivedOn), receivedOn, regime: regimeOf(receivedOn),
      printSequence: station.settings.get('capture.print-sequence') === 'thirteen' ? 'thirteen' : 'four-four-two', identification: from.identification,
      receptionId: from.receptionId, lookupId: from.lookupId, lookupPurpose: from.lookupPurpose, supersedes: from.supersedes, at, officerId: officer.id,
      person, databasePerson: person,
    });
    if (from.representation !== null) dossiers.set(record.id, { representation_json: JSON.stringify(from.representation) });
    if (from.supersedes !== null) supersede(station, from.supersedes, record.id, person.pid);
    if (from.carryFrom !== null) carryOver(station, from.carryFrom, record.id, undefined);
    const face = person.pid === '' ? undefined : station.faces.find(person.pid);
    if (face !== undefined) station.faces.pin(record.id, face);
    audit.note({ who: officer.login, action: 'dossier.open', subject: record.id, detail: from.supersedes === null ? from.kind : `${from.kind}; corrects ${from.supersedes}` });
    const opened = desk.view(record.id);
    station.sql.afterCommit(() => station.onChanged({ id: opened.id, state: opened.state, version: opened.version }));
    return opened;
  });
}

function groundOf({ kind, ground, person }: OpenedFrom, day: string): GroundId | null {
  if (ground === undefined) return suggestedGround(kind, person.birthDate, day) ?? null;
  if (findGround(ground, day) === undefined) throw new AppError('procedure.bad-ground');
  return ground;
}

/** A rejected dossier stays as it was sent; its correction starts with what may be used again. */
function supersede(station: Station, fromId: string, toId: string, pid: string): void {
  const from = station.dossiers.load(fromId);
  if (from.state !== 'rejected' || from.pid !== pid) throw new AppError('dossier.illegal-event', { from: from.state, event: 'supersede' });
  const reason = RETURN_REASONS.find((code) => code === from.centre_reason);
  carryOver(station, fromId, toId, reason);
  const { representation_json, exemption, exemption_evidence, limited_capacity, last_biometrics, had_card } = from;
  station.dossiers.set(toId, { representation_json, exemption, exemption_evidence, limited_capacity, last_biometrics, had_card });
}

/**
 * What a paper says and missing fingers always hold; captures and pages only where nothing doubts them. They are taken over by
 * reference: the image file stays one. @param reason `undefined`: nothing is doubted
 */
function carryOver(station: Station, fromId: string, toId: string, reason: ReturnReason | undefined): void {
  const { parts, papers } = station;
  for (const missing of parts.missingFingers(fromId)) parts.setMissingFinger(toId, missing);
  for (const document of papers.ofDossier(fromId)) {
    const documentId = papers.insert(toId, document);
    if (reason !== undefined && !mayReusePages(document.kind, reason)) continue;
    for (const page of document.pages) papers.insertPage(toId, documentId, { ...page, id: randomUUID() });
  }
  const captures = parts.captures(fromId).filter(({ slot }) => reason === undefined || mayReuse(slot, reason));
  for (const capture of captures) parts.insertCapture(toId, { ...capture, id: randomUUID() });
  // With an image goes what was found in it.
  const used = new Set(captures.map(({ sha256 }) => sha256));
  for (const attempt of parts.attempts(fromId)) if (attempt.outcome === 'accepted' && used.has(attempt.sha256 ?? '')) parts.insertAttempt(toId, attempt);
}
