import { afterEach, beforeEach, expect, it } from 'vitest';
import { addWorkingDays } from '../../electron/core/procedure/working-days.ts';
import { StationFixture } from './station-fixture.ts';
import { AUDITOR, OFFICER, SLOTS, codeIn, must } from './store-harness.ts';

let fixture: StationFixture;
beforeEach(() => {
  fixture = new StationFixture();
});
afterEach(() => fixture.close());

it('is issued after submission only, counted once per issue, and carries the audit head', async () => {
  const officer = fixture.signedIn(OFFICER);
  let dossier = await fixture.open(officer);
  expect(codeIn(await officer['receipt.make']({ dossierId: dossier.id, preview: true }))).toBe('receipt.too-early');
  for (const slot of SLOTS) dossier = must(await officer['capture.accept']({ id: dossier.id, version: dossier.version, slot, sha256: fixture.spool.put(slot) }));
  dossier = must(await officer['dossier.confirm-by-citizen']({ id: dossier.id, version: dossier.version }));
  dossier = must(await officer['dossier.submit']({ id: dossier.id, version: dossier.version }));

  expect(must(await officer['receipt.make']({ dossierId: dossier.id, preview: true })).copy).toBe(0);
  const head = fixture.station.audit.head();
  expect(must(await officer['receipt.make']({ dossierId: dossier.id, preview: false })).copy).toBe(1);
  expect(must(await officer['receipt.print']({ dossierId: dossier.id, printerId: 'sim-printer' }))).toEqual({ copy: 2, outcome: 'printed' });
  expect(must(await officer['dossier.get']({ id: dossier.id })).receiptCopies).toBe(2);
  expect(fixture.receipts.map(({ copy }) => copy)).toEqual([0, 1, 2]);
  expect(fixture.receipts[1]).toMatchObject({
    auditHead: head, number: '26-0413-0001', fullName: 'TRẦN THỊ BÌNH', dueOn: '2026-04-22', station: 'Công an phường Giảng Võ', counter: 'Quầy 2', officerName: 'Nguyễn Thị An', practice: true,
  });
  const auditor = fixture.signedIn(AUDITOR);
  expect(must(await auditor['audit.list']({ before: null, size: 10, search: 'receipt.' })).rows.map(({ action, detail }) => [action, detail]))
    .toEqual([['receipt.print', '2; printed'], ['receipt.issue', '2; to-printer'], ['receipt.issue', '1; shown']]);
});

it.each([
  ['2026-04-13', 7, [], '2026-04-22'], // Monday: two days of a weekend lie between
  ['2026-04-17', 1, [], '2026-04-20'], // Friday
  ['2026-04-18', 1, [], '2026-04-20'], // Saturday
  ['2026-04-29', 1, ['2026-04-30', '2026-05-01'], '2026-05-04'],
  ['2026-12-31', 0, [], '2026-12-31'],
] as const)('counts working days: %s + %i without %j = %s', (day, count, holidays, due) => {
  expect(addWorkingDays(day, count, new Set(holidays))).toBe(due);
});
