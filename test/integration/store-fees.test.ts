import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { IssueKind } from '../../electron/core/dossier/steps.ts';
import { openDossierFor, target } from './open-dossier-for.ts';
import { StationFixture } from './station-fixture.ts';
import { AUDITOR, CHIEF, OFFICER, OFFICER_2, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const openFor = (birthDate: string, kind: IssueKind): Promise<Dossier> => openDossierFor(fixture, officer, { birthDate, kind });

/** A receipt as the chief reads that it shall be voided. */
const request = ({ id, fee }: Dossier, receiptNumber: string) =>
  ({ id, receiptNumber, askedAt: fee!.receipts.find((one) => one.receiptNumber === receiptNumber)!.void!.askedAt });

describe('the fee', () => {
  it('is explained, collected once under one number, and voided by two people', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    expect(opened.fee).toMatchObject({ item: 'exchange', baseDong: 50_000, amountDong: 25_000, reduction: { percent: 50, instrument: 'TT 64/2025/TT-BTC' }, state: 'due' });
    expect(codeIn(await officer['fee.collect']({ ...target(opened), receiptNumber: 'BL-1', amountDong: 50_000 }))).toBe('fee.changed');
    const paid = must(await officer['fee.collect']({ ...target(opened), receiptNumber: 'BL-1', amountDong: 25_000 }));
    expect(paid.fee).toMatchObject({ state: 'paid', receipts: [{ receiptNumber: 'BL-1', amountDong: 25_000, collectedBy: 'Nguyễn Thị An', void: null }] });
    expect(codeIn(await officer['fee.collect']({ ...target(paid), receiptNumber: 'BL-2', amountDong: 25_000 }))).toBe('fee.nothing-due');
    const other = await openFor('2001-02-28', 'exchange');
    expect(codeIn(await officer['fee.collect']({ ...target(other), receiptNumber: 'BL-1', amountDong: 25_000 }))).toBe('fee.number-used');
    const asked = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'Viết sai biên lai' }));
    expect(asked.fee?.state).toBe('paid');
    const chief = fixture.signedIn(CHIEF);
    const voided = must(await chief['fee.decide-void']({ ...request(asked, 'BL-1'), decision: { approve: true } }));
    expect(voided.fee).toMatchObject({ state: 'void', receipts: [{ void: { decidedBy: 'Lê Thanh Bình', approved: true } }] });
    expect(must(await officer['fee.collect']({ ...target(voided), receiptNumber: 'BL-3', amountDong: 25_000 })).fee?.state).toBe('paid');
  });

  it('is not voided by the one who collected it, even promoted', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    const asked = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'nhầm' }));
    fixture.station.sql.statement<[string]>('test', `UPDATE user SET role = 'chief' WHERE login = ?`).run(OFFICER.login);
    expect(codeIn(await fixture.signedIn(OFFICER)['fee.decide-void']({ ...request(asked, 'BL-1'), decision: { approve: true } }))).toBe('dossier.same-officer');
  });

  it('stands when the chief says why, and may be asked about again', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    const asked = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'nhầm' }));
    const chief = fixture.signedIn(CHIEF);
    const refuse = (refusal: 'other' | 'cause-unclear', answer: string) => chief['fee.decide-void']({ ...request(asked, 'BL-1'), decision: { approve: false, refusal, answer } });
    expect(codeIn(await refuse('other', ' '))).toBe('fee.words-needed');
    const refused = must(await refuse('cause-unclear', ' Nhầm ở đâu? '));
    expect(refused.fee).toMatchObject({ state: 'paid', receipts: [{ void: { approved: false, refusal: 'cause-unclear', answer: 'Nhầm ở đâu?', decidedBy: 'Lê Thanh Bình' } }] });
    const [row] = must(await officer['fee.day-sheet']({ day: '2026-04-13', officerId: null })).rows;
    expect(row?.receipt?.void).toMatchObject({ approved: false, answer: 'Nhầm ở đâu?' });
    const again = must(await officer['fee.ask-void']({ id: refused.id, receiptNumber: 'BL-1', reason: 'Nhầm số tiền' }));
    expect(again.fee?.receipts[0]?.void).toMatchObject({ reason: 'Nhầm số tiền', approved: null, refusal: null, answer: '' });
  });

  it('is decided about by the request that was read, whatever became of the dossier meanwhile', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    must(await officer['dossier.set-field']({ ...target(paid), field: 'phone', value: '0912345678' }));
    const read = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'nhầm' }));
    const chief = fixture.signedIn(CHIEF);
    must(await chief['fee.decide-void']({ ...request(read, 'BL-1'), decision: { approve: false, refusal: 'cause-unclear', answer: '' } }));
    fixture.nowMs += 60_000;
    const anew = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'Nhầm số tiền' }));
    must(await officer['dossier.set-field']({ ...target(anew), field: 'phone', value: '0912345679' }));
    expect(codeIn(await chief['fee.decide-void']({ ...request(read, 'BL-1'), decision: { approve: true } }))).toBe('fee.no-such-receipt');
    expect(must(await chief['fee.decide-void']({ ...request(anew, 'BL-1'), decision: { approve: true } })).fee?.state).toBe('void');
  });

  it('is waived only with evidence', async () => {
    const opened = await openFor('1955-02-28', 'exchange');
    expect(opened.fee?.suggested).toEqual(['elderly']);
    expect(codeIn(await officer['fee.set-exemption']({ ...target(opened), exemption: 'elderly', evidence: ' ' }))).toBe('fee.evidence-needed');
    const waived = must(await officer['fee.set-exemption']({ ...target(opened), exemption: 'elderly', evidence: 'Ngày sinh trên CSDL' }));
    expect(waived.fee).toMatchObject({ amountDong: 0, exemption: 'elderly', state: 'exempt' });
  });

  it('stands on the day sheet of the officer who took it, and on nobody else\'s', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    await openFor('2001-02-28', 'first-issue');
    const sheet = must(await officer['fee.day-sheet']({ day: '2026-04-13', officerId: null }));
    expect(sheet).toMatchObject({
      collectedDong: 25_000, givenBackDong: 0, handOverDong: 25_000, waitingVoids: 0, officers: [{ name: 'Nguyễn Thị An' }],
      rows: [{ number: paid.number, state: 'collected', receipt: { receiptNumber: 'BL-1' } }, { state: 'free', receipt: null }],
    });
    const other = fixture.signedIn(OFFICER_2);
    expect(must(await other['fee.day-sheet']({ day: '2026-04-13', officerId: paid.officerId })).rows).toEqual([]);
    expect(must(await fixture.signedIn(CHIEF)['fee.day-sheet']({ day: '2026-04-13', officerId: null })).rows).toHaveLength(2);
  });

  it('that is voided the next day stays on its own sheet and is given back on that of the void', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    const first = must(await officer['fee.day-sheet']({ day: '2026-04-13', officerId: null }));
    fixture.nowMs += 86_400_000;
    officer = fixture.signedIn(OFFICER);
    const asked = must(await officer['fee.ask-void']({ id: paid.id, receiptNumber: 'BL-1', reason: 'Thu nhầm' }));
    const chief = fixture.signedIn(CHIEF);
    const waiting = must(await chief['fee.waiting-voids']({}));
    expect(waiting).toMatchObject([{ number: paid.number, mayDecide: true, receipt: { receiptNumber: 'BL-1', void: { reason: 'Thu nhầm', askedBy: 'Nguyễn Thị An' } } }]);
    must(await chief['fee.decide-void']({ ...request(asked, 'BL-1'), decision: { approve: true } }));
    expect(must(await chief['fee.waiting-voids']({}))).toEqual([]);
    expect(must(await officer['fee.day-sheet']({ day: '2026-04-14', officerId: null }))).toMatchObject({ collectedDong: 0, givenBackDong: 25_000, handOverDong: -25_000, rows: [{ state: 'given-back' }] });
    expect(must(await officer['fee.day-sheet']({ day: '2026-04-13', officerId: null }))).toMatchObject({ handOverDong: first.handOverDong, rows: [{ state: 'collected' }] });
  });

  it('has a sheet that is printed, counted and asked for anew once money moved; nobody prints another\'s', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    const subject = { of: 'fee-day', id: opened.officerId, day: '2026-04-13' } as const;
    const sheet = async () => must(await officer['form.list']({ subject }))[0];
    expect(await sheet()).toMatchObject({ job: 'fee-day', code: '', title: 'Bảng kê lệ phí trong ngày', practiceLayout: false, copies: 0 });
    must(await officer['form.print']({ subject, job: 'fee-day', printerId: 'sim-printer' }));
    expect(await sheet()).toMatchObject({ copies: 1, stale: false });
    must(await officer['fee.collect']({ ...target(opened), receiptNumber: 'BL-1', amountDong: 25_000 }));
    expect(await sheet()).toMatchObject({ copies: 1, stale: true });
    expect(codeIn(await fixture.signedIn(OFFICER_2)['form.list']({ subject }))).toBe('session.role');
    expect(must(await fixture.signedIn(CHIEF)['form.print']({ subject, job: 'fee-day', printerId: 'sim-printer' }))).toMatchObject({ copy: 2 });
    expect(JSON.stringify(fixture.forms.at(-1)?.sheet)).toContain('Hai mươi lăm nghìn đồng');
  });

  it('has a sheet of everybody for chief and auditor, counted by itself; the auditor reads no citizen\'s form', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    must(await officer['fee.collect']({ ...target(opened), receiptNumber: 'BL-1', amountDong: 25_000 }));
    const subject = { of: 'fee-day', id: null, day: '2026-04-13' } as const;
    expect(codeIn(await officer['form.list']({ subject }))).toBe('session.role');
    const auditor = fixture.signedIn(AUDITOR);
    expect(must(await auditor['form.print']({ subject, job: 'fee-day', printerId: 'sim-printer' }))).toMatchObject({ copy: 1 });
    expect(must(await fixture.signedIn(CHIEF)['form.list']({ subject }))).toMatchObject([{ job: 'fee-day', copies: 1, stale: false }]);
    expect(must(await officer['form.list']({ subject: { ...subject, id: opened.officerId } }))).toMatchObject([{ copies: 0 }]);
    expect(JSON.stringify(fixture.forms.at(-1)?.sheet)).toContain('Từng cán bộ phải nộp');
    expect(codeIn(await auditor['form.list']({ subject: { of: 'dossier', id: opened.id } }))).toBe('session.role');
  });
});
