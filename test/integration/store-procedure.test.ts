import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../electron/contract/dossier.ts';
import type { IssueKind } from '../../electron/core/dossier/steps.ts';
import { openDossierFor, target } from './open-dossier-for.ts';
import { StationFixture } from './station-fixture.ts';
import { CHIEF, OFFICER, SLOTS, codeIn, must, type Calls } from './store-harness.ts';

let fixture: StationFixture;
let officer: Calls;
beforeEach(() => {
  fixture = new StationFixture();
  officer = fixture.signedIn(OFFICER);
});
afterEach(() => fixture.close());

const MOTHER = { name: 'ĐỖ THỊ MAI', pid: '', relation: 'mother', proof: 'birth-certificate', proofNumber: '12/2018', phone: '' } as const;
const standing = (dossier: Dossier): readonly string[] => dossier.findings.filter((one) => one.standing).map(({ code }) => code);

const openFor = (birthDate: string, kind: IssueKind, person = {}): Promise<Dossier> => openDossierFor(fixture, officer, { birthDate, kind, person });
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

  it('gets the paper ready once on the way, also where nobody signs', async () => {
    for (const birthDate of ['2001-02-28', '2022-03-01']) {
      fixture.told.length = 0;
      let current = await openFor(birthDate, 'first-issue');
      for (const step of current.steps) current = must(await officer['dossier.set-step']({ ...target(current), step }));
      expect(fixture.told).toEqual(['paper-near']);
    }
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
