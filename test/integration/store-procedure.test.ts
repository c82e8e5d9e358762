import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import { PERSON, StationFixture } from './station-fixture.ts';
import { CHIEF, OFFICER, OFFICER_2, SLOTS, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const target = ({ id, version }: Dossier): { id: string; version: number } => ({ id, version });
const MOTHER = { name: 'ĐỖ THỊ MAI', pid: '', relation: 'mother', proof: 'birth-certificate', proofNumber: '12/2018', phone: '' } as const;
const standing = (dossier: Dossier): readonly string[] => dossier.findings.filter((one) => one.standing).map(({ code }) => code);

/** Opens a dossier for somebody born on a day. The station's clock stands at 13/4/2026. */
async function openFor(birthDate: string, kind: 'first-issue' | 'exchange' | 'reissue', person = {}): Promise<Dossier> {
  fixture.people = [{ ...PERSON, birthDate, ...person }];
  const { lookupId } = must(await officer['population.search']({ purpose: kind, query: { by: 'pid', pid: PERSON.pid } }));
  return must(await officer['dossier.open']({ lookupId, index: 0, kind, supersedes: null }));
}
async function submitted(opened: Dossier): Promise<Dossier> {
  let current = opened;
  for (const slot of SLOTS.filter((one) => opened.gaps.includes(one))) current = must(await officer['capture.accept']({ ...target(current), slot, sha256: fixture.spool.put(slot) }));
  current = must(await officer['dossier.confirm-by-citizen'](target(current)));
  return must(await officer['dossier.submit'](target(current)));
}

describe('a dossier', () => {
  it('is pinned to its day of reception, with the likeliest ground and the plan that follows', async () => {
    const adult = await openFor('2001-02-28', 'exchange');
    expect(adult).toMatchObject({
      receivedOn: '2026-04-13', regime: '2026', ground: 'milestone-age', identification: 'database', hold: 'none', representation: null,
      capturePlan: { prints: ['right-four', 'left-four', 'thumbs'], portrait: true, signer: 'citizen', reusesLast: false },
      steps: ['check', 'fingerprints', 'portrait', 'signature', 'documents', 'citizen-check', 'submit'],
    });
    expect(standing(adult)).toEqual([]);
    fixture.nowMs += 60 * 86_400_000;
    officer = fixture.signedIn(OFFICER);
    const later = must(await officer['dossier.set-ground']({ ...target(adult), kind: 'exchange', ground: 'on-request' }));
    expect(later).toMatchObject({ receivedOn: '2026-04-13', ground: 'on-request' });
  });

  it('takes no ground that did not hold on its day', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    fixture.station.sql.statement<[string]>('test', `UPDATE dossier SET received_on = '2023-05-02' WHERE id = ?`).run(opened.id);
    expect(codeIn(await officer['dossier.set-ground']({ ...target(opened), kind: 'exchange', ground: 'boundary-change' }))).toBe('procedure.bad-ground');
  });

  it('follows the station\'s order of steps, and counts the time spent on each without the pauses', async () => {
    fixture.station.settings.set('counter.step-order', 'documents fingerprints signature portrait', new Date(fixture.nowMs).toISOString(), null);
    const opened = await openFor('2001-02-28', 'exchange');
    expect(opened.steps).toEqual(['check', 'documents', 'fingerprints', 'signature', 'portrait', 'citizen-check', 'submit']);
    fixture.nowMs += 40_000;
    const second = must(await officer['dossier.set-step']({ ...target(opened), step: 'documents' }));
    fixture.nowMs += 8 * 3_600_000;
    officer = fixture.signedIn(OFFICER);
    const third = must(await officer['dossier.set-step']({ ...target(second), step: 'fingerprints' }));
    expect(third.stepTimes).toEqual(expect.arrayContaining([{ step: 'check', ms: 40_000 }, { step: 'documents', ms: 300_000 }]));
  });
});

describe('children and lost cards', () => {
  it('a child of eight needs a representative with proof, who signs', async () => {
    const opened = await openFor('2018-01-20', 'first-issue');
    expect(opened.capturePlan).toMatchObject({ signer: 'representative', portrait: true });
    expect(standing(opened)).toEqual(['applicant.representative-missing']);
    expect(opened.gaps).toContain('procedure');
    expect(codeIn(await officer['dossier.override-finding']({ ...target(opened), code: 'applicant.representative-missing', reason: 'quen biết' }))).toBe('procedure.blocked');
    const unproven = must(await officer['dossier.set-representation']({ ...target(opened), representation: { ...MOTHER, proof: 'none' } }));
    expect(standing(unproven)).toEqual(['applicant.proof-missing']);
    const proven = must(await officer['dossier.set-representation']({ ...target(unproven), representation: MOTHER }));
    expect(standing(proven)).toEqual([]);
    expect((await submitted(proven)).state).toBe('submitted');
  });

  it('of a child of four nothing is captured', async () => {
    const opened = await openFor('2022-03-01', 'first-issue');
    const withMother = must(await officer['dossier.set-representation']({ ...target(opened), representation: MOTHER }));
    expect(withMother).toMatchObject({ capturePlan: { prints: [], portrait: false, faceOnCard: false }, gaps: ['signature', 'citizen-check'] });
    expect(withMother.steps).toEqual(['check', 'signature', 'documents', 'citizen-check', 'submit']);
    expect((await submitted(withMother)).state).toBe('submitted');
  });

  it('a lost card takes the last biometrics, and new ones where there are none', async () => {
    const opened = await openFor('1995-03-15', 'reissue');
    expect(opened).toMatchObject({ ground: 'lost', capturePlan: { reusesLast: true, prints: [] }, gaps: ['signature', 'citizen-check'] });
    const none = must(await officer['dossier.set-circumstances']({ ...target(opened), limitedCapacity: false, hold: 'none', hadCard: true, lastBiometrics: false }));
    expect(none.capturePlan).toMatchObject({ reusesLast: false, prints: ['right-four', 'left-four', 'thumbs'] });
  });

  it('a held card is refused, whatever reason is given', async () => {
    const opened = await openFor('1995-03-15', 'exchange');
    const held = must(await officer['dossier.set-circumstances']({ ...target(opened), limitedCapacity: false, hold: 'card-held', hadCard: null, lastBiometrics: null }));
    expect(standing(held)).toEqual(['reception.card-held']);
    expect(codeIn(await officer['dossier.override-finding']({ ...target(held), code: 'reception.card-held', reason: 'x' }))).toBe('procedure.blocked');
  });
});

describe('what is out of the ordinary', () => {
  it('is passed with a logged reason and signed for by the chief before the approval', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    const wrong = must(await officer['dossier.set-field']({ ...target(opened), field: 'birthDate', value: '2001-02-27' }));
    expect(standing(wrong)).toEqual(['reception.data-wrong']);
    const passed = must(await officer['dossier.override-finding']({ ...target(wrong), code: 'reception.data-wrong', reason: 'Đã có quyết định cải chính' }));
    expect(passed.findings.find(({ code }) => code === 'reception.data-wrong')?.passed).toMatchObject({ reason: 'Đã có quyết định cải chính', by: 'Nguyễn Thị An' });
    const missing = must(await officer['dossier.set-missing-finger']({ ...target(passed), finger: 'left-ring', reason: 'amputated', permanent: true, note: '' }));
    const waiting = await submitted(missing);
    expect(waiting.exceptions.map(({ what }) => what)).toEqual(['missing-finger:left-ring', 'finding:reception.data-wrong']);
    const chief = fixture.signedIn(CHIEF);
    expect(codeIn(await chief['dossier.approve'](target(waiting)))).toBe('dossier.countersign-needed');
    expect(codeIn(await chief['dossier.countersign']({ ...target(waiting), what: ['missing-finger:left-thumb'] }))).toBe('procedure.not-standing');
    const signed = must(await chief['dossier.countersign']({ ...target(waiting), what: waiting.exceptions.map(({ what }) => what) }));
    expect(signed.exceptions.every(({ countersignedBy }) => countersignedBy === 'Lê Thanh Bình')).toBe(true);
    expect(must(await chief['dossier.approve'](target(signed))).state).toBe('approved');
    expect(must(await officer['dossier.history']({ id: opened.id })).map(({ action }) => action)).toEqual(expect.arrayContaining(['dossier.override-finding', 'dossier.countersign']));
  });

  it('is signed for anew after a return', async () => {
    const opened = await openFor('2001-02-28', 'exchange');
    const chief = fixture.signedIn(CHIEF);
    const waiting = await submitted(must(await officer['dossier.set-missing-finger']({ ...target(opened), finger: 'left-ring', reason: 'amputated', permanent: true, note: '' })));
    const signed = must(await chief['dossier.countersign']({ ...target(waiting), what: ['missing-finger:left-ring'] }));
    const returned = must(await chief['dossier.return']({ ...target(signed), reason: 'R10', text: '' }));
    const again = must(await officer['dossier.submit'](target(must(await officer['dossier.reopen'](target(returned))))));
    expect(again.exceptions).toEqual([{ what: 'missing-finger:left-ring', countersignedBy: '', countersignedAt: null }]);
  });
});

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
    const asked = must(await officer['fee.ask-void']({ ...target(paid), receiptNumber: 'BL-1', reason: 'Viết sai biên lai' }));
    expect(asked.fee?.state).toBe('paid');
    const chief = fixture.signedIn(CHIEF);
    const voided = must(await chief['fee.decide-void']({ ...target(asked), receiptNumber: 'BL-1', approve: true }));
    expect(voided.fee).toMatchObject({ state: 'void', receipts: [{ void: { decidedBy: 'Lê Thanh Bình', approved: true } }] });
    expect(must(await officer['fee.collect']({ ...target(voided), receiptNumber: 'BL-3', amountDong: 25_000 })).fee?.state).toBe('paid');
  });

  it('is not voided by the one who collected it, even promoted', async () => {
    const paid = must(await officer['fee.collect']({ ...target(await openFor('2001-02-28', 'exchange')), receiptNumber: 'BL-1', amountDong: 25_000 }));
    const asked = must(await officer['fee.ask-void']({ ...target(paid), receiptNumber: 'BL-1', reason: 'nhầm' }));
    fixture.station.sql.statement<[string]>('test', `UPDATE user SET role = 'chief' WHERE login = ?`).run(OFFICER.login);
    expect(codeIn(await fixture.signedIn(OFFICER)['fee.decide-void']({ ...target(asked), receiptNumber: 'BL-1', approve: true }))).toBe('dossier.same-officer');
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
    const asked = must(await officer['fee.ask-void']({ ...target(paid), receiptNumber: 'BL-1', reason: 'Thu nhầm' }));
    const chief = fixture.signedIn(CHIEF);
    const waiting = must(await chief['fee.waiting-voids']({}));
    expect(waiting).toMatchObject([{ number: paid.number, mayDecide: true, receipt: { receiptNumber: 'BL-1', void: { reason: 'Thu nhầm', askedBy: 'Nguyễn Thị An' } } }]);
    must(await chief['fee.decide-void']({ ...target(asked), receiptNumber: 'BL-1', approve: true }));
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
});
