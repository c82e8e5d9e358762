import type { z } from 'zod';
import type { procedureContract } from '../../../electron/contract/procedure.ts';
import { assessDossier } from '../../../electron/core/procedure/assess-dossier.ts';
import type { Fee } from '../../../electron/core/procedure/fees.ts';
import type { DossierRecord } from '../dossiers/dossier-row.ts';
import type { Station } from '../station/station.ts';
import { isVoid, type ReceiptRow } from './fee-repository.ts';
import { factsOf, feeState, receiptView, receivedOn } from './procedure-view.ts';

type Sheet = z.input<(typeof procedureContract)['fee.day-sheet']['output']>;
type Row = Sheet['rows'][number];

/**
 * What an officer took on a day: every receipt written or voided on it, and the dossiers received on it without one.
 * @param day `YYYY-MM-DD` in Vietnam. @param officerId null = everybody
 */
export function daySheet(station: Station, day: string, officerId: string | null): Sheet {
  const rows = station.fees.dossiersOfDay(day).flatMap((id) => rowsOf(station, station.dossiers.load(id), day, officerId));
  const written = rows.flatMap(({ receipt }) => (receipt === null ? [] : [receipt]));
  const sum = (some: typeof written): number => some.reduce((total, { amountDong }) => total + amountDong, 0);
  return {
    rows,
    collectedDong: sum(written.filter((receipt) => receipt.void?.approved !== true)),
    voidedDong: sum(written.filter((receipt) => receipt.void?.approved === true)),
    waitingVoids: station.fees.waitingVoids(),
  };
}

function rowsOf(station: Station, record: DossierRecord, day: string, officerId: string | null): Row[] {
  const { fee } = assessDossier(factsOf(record, station.dossiers.loadPeople(record.id), false));
  if (fee === undefined) return [];
  const receipts = station.fees.ofDossier(record.id);
  const ofDay = receipts.filter((one) => (one.collected_on === day || one.void_decided_on === day) && (officerId === null || one.collected_by === officerId));
  if (ofDay.length > 0) return ofDay.map((receipt) => rowOf(station, record, fee, receipts, receipt));
  const isOwn = officerId === null || record.officer_id === officerId;
  return receipts.length === 0 && isOwn && receivedOn(record) === day && record.state !== 'withdrawn' ? [rowOf(station, record, fee, receipts, undefined)] : [];
}

function rowOf(station: Station, record: DossierRecord, fee: Fee, receipts: readonly ReceiptRow[], receipt: ReceiptRow | undefined): Row {
  const name = (id: string | null): string => (id === null ? '' : (station.users.find(id)?.displayName ?? ''));
  return {
    dossierId: record.id, number: record.number, fullName: record.full_name, item: fee.item,
    state: receipt === undefined ? feeState(fee.amountDong, receipts) : isVoid(receipt) ? 'void' : 'paid',
    baseDong: fee.baseDong, amountDong: fee.amountDong, exemption: fee.exemption ?? '',
    receipt: receipt === undefined ? null : receiptView(receipt, name), officerName: name(receipt?.collected_by ?? record.officer_id),
  };
}
