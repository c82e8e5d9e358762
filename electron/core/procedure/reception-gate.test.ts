import { describe, expect, it } from 'vitest';
import { RETURN_REASONS } from '../dossier/return-reasons.ts';
import { blocks, finding, isOverridable, unverified } from './fact.ts';
import { REASON_RULES, mayReuse, reasonsAt } from './reasons.ts';
import { mayOpenDossier, receive, type ReceptionInput } from './reception-gate.ts';

const reception = (change: Partial<ReceptionInput> = {}) =>
  receive({
    receivedOn: '2026-09-01', identification: 'found', birthDate: '1990-01-01', kind: 'exchange', ground: 'on-request', wrongFields: [], adjustmentOpen: false,
    hasResidence: true, everHadCard: true, representation: 'none', limitedCapacity: false, hold: 'none', ...change,
  });
const formsOf = (change: Partial<ReceptionInput>): readonly string[] => reception(change).forms.map(({ code, circular }) => `${code} ${circular}`);

describe('the four ways on from a search', () => {
  it('goes on when the data are right', () => {
    expect(reception()).toMatchObject({ outcome: 'go-on', reasons: [], findings: [] });
    expect(formsOf({})).toEqual(['CC01 TT 17/2024/TT-BCA', 'CC02 TT 17/2024/TT-BCA']);
  });

  it('creates the record first when the citizen is absent from the database', () => {
    expect(reception({ identification: 'absent' })).toMatchObject({ outcome: 'create-first', reasons: ['R01'] });
    expect(formsOf({ identification: 'absent' })).toEqual(['DC01 TT 53/2025/TT-BCA']);
  });

  it('adjusts first when the data are wrong', () => {
    expect(reception({ wrongFields: ['birthDate'] })).toMatchObject({ outcome: 'adjust-first', reasons: ['R02'] });
    expect(formsOf({ wrongFields: ['birthDate'] })).toEqual(['DC02 TT 17/2024/TT-BCA']);
    expect(formsOf({ wrongFields: ['birthDate'], receivedOn: '2023-03-01' })).toEqual(['DC02 TT 66/2015/TT-BCA']);
  });

  it('sends to the registration of residence when there is none', () => {
    expect(reception({ hasResidence: false })).toMatchObject({ outcome: 'adjust-first', reasons: ['R04'] });
    expect(formsOf({ hasResidence: false })).toEqual(['CT01 TT 116/2026/TT-BCA']);
  });

  it.each([
    [{ birthDate: '2018-01-01', representation: 'none' }, 'R05'],
    [{ birthDate: '2018-01-01', representation: 'without-proof' }, 'R05'],
    [{ hold: 'card-held' }, 'R06'],
    [{ hold: 'card-withdrawn' }, 'R06'],
    [{ birthDate: '2012-01-01', receivedOn: '2023-03-01' }, 'R06'],
  ] as const)('refuses %j in writing: %s', (change, reason) => {
    expect(reception(change)).toMatchObject({ outcome: 'refuse', reasons: [reason] });
    expect(blocks(reception(change).findings)).toBe(true);
  });

  it('prints the refusal of the day', () => {
    expect(formsOf({ hold: 'card-held' })).toEqual(['CC03 TT 53/2025/TT-BCA']);
    expect(formsOf({ hold: 'card-held', receivedOn: '2025-06-30' })).toEqual(['CC03 TT 17/2024/TT-BCA']);
  });

  it('refuses before it sends anybody to adjust data', () => {
    expect(reception({ hold: 'card-held', wrongFields: ['fullName'], identification: 'absent' }).outcome).toBe('refuse');
  });
});

describe('trap 2: adjust before issue', () => {
  it('opens no dossier on wrong data, for nobody in the database, or while an adjustment is open', () => {
    expect(mayOpenDossier(reception())).toBe(true);
    for (const change of [{ wrongFields: ['fullName'] }, { adjustmentOpen: true }, { identification: 'absent' }, { hasResidence: false }] as const) {
      expect(mayOpenDossier(reception(change))).toBe(false);
    }
  });

  it('goes on by itself once the adjustment is decided', () => {
    expect(reception({ adjustmentOpen: false }).outcome).toBe('go-on');
  });
});

describe('nobody is turned away by a guess', () => {
  it('goes on while the line is down, and says that it must be checked', () => {
    const offline = reception({ identification: 'offline' });
    expect(offline.outcome).toBe('go-on');
    expect(offline.findings.map(({ code, severity }) => [code, severity])).toEqual([['reception.unconfirmed', 'warning']]);
  });

  it.each([
    [{ kind: 'first-issue', ground: 'never-had-card', everHadCard: true }, 'reception.had-card'],
    [{ everHadCard: false }, 'reception.no-former-card'],
    [{ kind: 'reissue' }, 'reception.kind-differs'],
    [{ ground: 'boundary-change', receivedOn: '2023-03-01' }, 'reception.ground-unknown'],
    [{ birthDate: '2012' }, 'applicant.representative-missing'],
  ] as const)('%j goes on with the warning %s', (change, code) => {
    const { outcome, findings } = reception(change);
    expect(outcome).toBe('go-on');
    expect(findings.find((one) => one.code === code)).toSatisfy(isOverridable);
  });

  it('turns a block without law behind it into a warning', () => {
    expect(finding('reception.card-held', 'block', unverified('none')).severity).toBe('warning');
  });

  it('tells that a lost card can be asked for online', () => {
    expect(reception({ kind: 'reissue', ground: 'lost' }).findings.map(({ code, severity }) => [code, severity])).toEqual([['reception.online-possible', 'info']]);
  });
});

describe('reasons of return', () => {
  it('has a rule for every reason', () => {
    expect(Object.values(REASON_RULES).map(({ code }) => code)).toEqual(RETURN_REASONS);
    expect(reasonsAt('reception').map(({ code }) => code)).toEqual(['R01', 'R02', 'R03', 'R04', 'R05', 'R06']);
  });

  it('asks for a new capture only where one is needed', () => {
    const doubted = (slot: 'portrait' | 'thumbs' | 'signature') => RETURN_REASONS.filter((code) => !mayReuse(slot, code));
    expect([doubted('portrait'), doubted('thumbs'), doubted('signature')]).toEqual([['R07', 'R13', 'R15'], ['R08', 'R13', 'R15'], ['R13', 'R15']]);
    expect(REASON_RULES.R13.recapture).toBe('sometimes');
  });
});
