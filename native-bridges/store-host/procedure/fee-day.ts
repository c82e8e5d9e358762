import type { z } from 'zod';
import type { procedureContract, FeeDayRow, WaitingVoid } from '../../../electron/contract/procedure.ts';
import { assessDossier } from '../../../electron/core/procedure/assess-dossier.ts';
import { feeDayLines, feeDayTotals, type FeeDayLine } from '../../../electron/core/procedure/fee-day.ts';
import type { Fee } from '../../../electron/core/procedure/fees.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { Station } from '../station/station.ts';
import { isVoid, type ReceiptRow } from './fee-repository.ts';
import { factsOf, receiptView, receivedOn } from './procedure-view.ts';

type FeeDay = z.input<(typeof procedureContract)['fee.day-sheet']['output']>;
type Dated = ReturnType<typeof dated>;
type Line = { readonly record: DossierRecord; readonly fee: Fee; readonly line: FeeDayLine<Dated>; readonly officerId: string };

/**
 * Every receipt that was written or voided on the day, and the dossiers of the day without one.
 * @param day `YYYY-MM-DD` in Vietnam. @param officerId null = everybody
 */
export function feeDay(station: Station, day: string, officerId: string | null): FeeDay {
  const everybody = station.fees.dossiersOfDay(day).flatMap((id) => linesOf(station, station.dossiers.load(id), day));
  const lines = everybody.filter((one) => officerId === null || one.officerId === officerId).toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));
  return {
    rows: lines.map((one) => rowOf(station, one)), ...feeDayTotals(lines.map(({ line }) => line)), waitingVoids: station.fees.waitingVoids().length,
    officers: [...new Set(everybody.map((one) => one.officerId))].map((id) => ({ id, name: nameOf(station, id) })),
  };
}

/** What the chief has to decide. @param chiefId who looks: one's own receipts are somebody else's to decide */
export const waitingVoids = (station: Station, chiefId: string): WaitingVoid[] => station.fees.waitingVoids().map((row) => {
  const record = station.dossiers.load(row.dossier_id);
  return {
    dossierId: record.id, number: record.number, fullName: record.full_name, receipt: receiptView(row, (id) => nameOf(station, id)),
    mayDecide: mayDecideVoid(row, chiefId),
  };
});

/** From what the database says, not from the role: the person may have been promoted since. */
export const mayDecideVoid = (row: ReceiptRow, chiefId: string): boolean => row.collected_by !== chiefId && row.void_asked_by !== chiefId;

/** When the money moved: the void of an earlier receipt stands at its own time. */
export const movedAt = ({ state, receipt }: Pick<FeeDayRow, 'state' | 'receipt'>): string =>
  (receipt === null ? '' : state === 'given-back' ? (receipt.void?.decidedAt ?? '') : receipt.collectedAt);

const dated = (row: ReceiptRow) => ({ row, amountDong: row.amount_dong, collectedOn: row.collected_on, voidedOn: isVoid(row) ? row.void_decided_on : null });
/** What makes no difference to the money. */
const NOTHING_ELSE = { isAdjusting: () => false, lastFace: () => undefined };
const nameOf = (station: Station, id: string | null): string => (id === null ? '' : (station.users.find(id)?.displayName ?? ''));

function linesOf(station: Station, record: DossierRecord, day: string): Line[] {
  const { fee } = assessDossier(factsOf(record, station.dossiers.loadPeople(record.id), NOTHING_ELSE));
  if (fee === undefined) return [];
  const receipts = station.fees.ofDossier(record.id).map(dated);
  return feeDayLines(day, { receivedOn: receivedOn(record), isWithdrawn: record.state === 'withdrawn', baseDong: fee.baseDong, amountDong: fee.amountDong, receipts })
    .map((line) => ({ record, fee, line, officerId: line.receipt?.row.collected_by ?? record.officer_id }));
}

/** Money in the order in which it moved, then the dossiers without any. */
function whenOf({ record, line: { state, receipt } }: Line): string {
  if (receipt === undefined) return `~${record.number}`;
  return state === 'given-back' ? (receipt.row.void_decided_at ?? '') : receipt.row.collected_at;
}

function rowOf(station: Station, { record, fee, line: { state, receipt }, officerId }: Line): FeeDayRow {
  return {
    dossierId: record.id, number: record.number, fullName: record.full_name, item: fee.item, state,
    baseDong: fee.baseDong, amountDong: receipt?.amountDong ?? fee.amountDong, exemption: fee.exemption ?? null, evidence: record.exemption_evidence,
    receipt: receipt === undefined ? null : receiptView(receipt.row, (id) => nameOf(station, id)), officerId, officerName: nameOf(station, officerId),
  };
}
