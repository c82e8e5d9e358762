import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { IssueKind } from '../../electron/core/dossier/steps.ts';
import type { Person } from '../../electron/core/person/person.ts';
import { openDossierFor, target } from './open-dossier-for.ts';
import { StationFixture } from './station-fixture.ts';
import { CHIEF, OFFICER, codeIn, must, type Calls } from './store-harness.ts';

/** What is got wrong unless it is written down, as the counter meets it; the rules themselves are tested beside their source. docs/procedure.md lists all. */
let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const openFor = (birthDate: string, kind: IssueKind, person: Partial<Person> = {}): Promise<Dossier> => openDossierFor(fixture, officer, { birthDate, kind, person });
/** Everybody signs in anew. */
function on(instant: string): void {
  fixture.nowMs = Date.parse(instant);
  officer = fixture.signedIn(OFFICER);
}
async function submitted(opened: Dossier): Promise<Dossier> {
  let current = opened;
  for (const slot of [...opened.capturePlan.prints, 'portrait', 'signature'] as const) current = must(await officer['capture.accept']({ ...target(current), slot, sha256: fixture.spool.put(slot) }));
  return must(await officer['dossier.submit'](target(must(await officer['dossier.confirm-by-citizen'](target(current))))));
}
const formsOf = async ({ id }: Dossier): Promise<readonly string[]> => must(await officer['form.list']({ subject: { of: 'dossier', id } })).map(({ job, code, circular }) => `${job} ${code} ${circular}`);

describe('trap 1: a form is the one of the day of reception', () => {
  it('of a dossier of 2023 and of one of today', async () => {
    const today = await openFor('1995-03-15', 'exchange');
    expect(await formsOf(today)).toEqual(['collection-record CC01 TT 17/2024/TT-BCA', 'card-request DC02 TT 17/2024/TT-BCA']);
    fixture.station.sql.statement<[string]>('test', `UPDATE dossier SET received_on = '2023-05-04' WHERE id = ?`).run(today.id);
    expect(await formsOf(today)).toEqual(['collection-record CC02 TT 66/2015/TT-BCA', 'card-request CC01 TT 66/2015/TT-BCA']);
  });
});

describe('trap 3: a number that says another sex and year', () => {
  it('stops nobody: the citizen may have kept it after a correction', async () => {
    const kept = await openFor('1996-03-15', 'exchange', { pid: '001095000001', sex: '2' });
    expect(kept.findings.filter((one) => one.standing)).toEqual([]);
    expect((await submitted(kept)).state).toBe('submitted');
  });
});

describe('trap 6: thirteen captures where the station is set so', () => {
  it('are lacking one by one, and a finger that cannot be taken is described', async () => {
    fixture.station.settings.set('capture.print-sequence', 'thirteen', new Date(fixture.nowMs).toISOString(), null);
    const opened = await openFor('1995-03-15', 'exchange');
    expect(opened.gaps).toEqual([...opened.capturePlan.prints, 'portrait', 'signature', 'citizen-check']);
    expect(opened.capturePlan.prints).toHaveLength(13);
    const described = must(await officer['dossier.set-missing-finger']({ ...target(opened), finger: 'right-ring', reason: 'worn', permanent: false, note: 'thợ xây, mòn sau ba lần' }));
    expect(described.gaps).not.toContain('rolled-right-ring');
    expect(described.exceptions.map(({ what }) => what)).toEqual(['missing-finger:right-ring']);
  });
});

describe('trap 7: the appointment is seven working days after reception, whatever the day of approval', () => {
  it('over a long weekend', async () => {
    on('2026-04-24T02:00:00Z');
    const waiting = await submitted(await openFor('1995-03-15', 'exchange'));
    on('2026-04-28T02:00:00Z');
    must(await fixture.signedIn(CHIEF)['dossier.approve'](target(waiting)));
    must(await officer['receipt.make']({ dossierId: waiting.id, preview: true }));
    expect(fixture.receipts.at(-1)?.dueOn).toBe('2026-05-08');
  });
});

describe('trap 8: the fee is that of the day of reception', () => {
  it('on both sides of the end of the reduction, and stays so', async () => {
    on('2026-12-31T02:00:00Z');
    const last = await openFor('1995-03-15', 'exchange');
    expect(last.fee).toMatchObject({ amountDong: 25_000, reduction: { to: '2026-12-31' } });
    expect(last.findings.find(({ code }) => code === 'fee.end-date-in-dispute')).toMatchObject({ severity: 'warning', standing: false });
    on('2027-01-04T02:00:00Z');
    expect(must(await officer['dossier.get']({ id: last.id })).fee?.amountDong).toBe(25_000);
    expect((await openFor('1996-03-15', 'exchange', { pid: '001096000001' })).fee).toMatchObject({ amountDong: 50_000, reduction: null });
  });
});

describe('trap 10: residence', () => {
  it('may be where somebody lives now; with none at all the citizen is sent to register, not away', async () => {
    const living = await openFor('1995-03-15', 'exchange', { residence: '', currentAddress: 'phường Giảng Võ, thành phố Hà Nội' });
    expect(living.findings.filter((one) => one.standing)).toEqual([]);
    const nowhere = await openFor('1995-03-15', 'exchange', { residence: '', currentAddress: '' });
    const standing = nowhere.findings.filter((one) => one.standing);
    expect(standing.map(({ code, severity }) => [code, severity])).toEqual([['reception.no-residence', 'warning']]);
    expect(codeIn(await officer['dossier.override-finding']({ ...target(nowhere), code: 'reception.no-residence', reason: 'đang đăng ký tạm trú' }))).toBe('ok');
  });
});
