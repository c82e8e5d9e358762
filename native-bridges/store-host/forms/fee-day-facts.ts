import type { FeeDayRow } from '../../../electron/contract/procedure.ts';
import type { DaySheetRow } from '../../../electron/core/forms/day-sheet.ts';
import { feeDayTotals } from '../../../electron/core/procedure/fee-day.ts';
import type { FormInput } from '../../../electron/core/forms/form-facts.ts';
import { EXEMPTION_WORDS } from '../../../electron/core/forms/form-words.ts';
import { feeDay, movedAt } from '../procedure/fee-day.ts';
import type { Station } from '../station/station.ts';

/** The day sheet of one officer, or of everybody (`id` null): money that moved and fees that were waived; what is still due stands on the screen only. */
export function feeDayForm(station: Station, { id, day }: { readonly id: string | null; readonly day: string }): readonly FormInput[] {
  const { rows, officers, collectedDong, givenBackDong, handOverDong } = feeDay(station, day, id);
  const totals = officers.map((officer) => ({ name: officer.name, ...feeDayTotals(rows.filter(({ officerId }) => officerId === officer.id)) }));
  return [{
    job: 'fee-day',
    facts: { station: station.settings.get('station.name'), of: id === null ? totals : station.users.load(id).displayName, day, rows: rows.flatMap(paperRow), collectedDong, givenBackDong, handOverDong },
  }];
}

function paperRow(row: FeeDayRow): DaySheetRow[] {
  const { state, receipt } = row;
  if (state === 'free' || state === 'due') return [];
  const waived = [row.exemption === null ? '' : EXEMPTION_WORDS[row.exemption], row.evidence].filter((part) => part !== '').join('; ');
  const reason = state === 'exempt' ? waived : state === 'collected' ? '' : (receipt?.void?.reason ?? '');
  return [{ at: movedAt(row), dossierNumber: row.number, officerName: row.officerName, receiptNumber: receipt?.receiptNumber ?? '', state, amountDong: row.amountDong, reason }];
}
