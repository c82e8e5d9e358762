import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StationFixture } from './station-fixture.ts';
import { ADMINISTRATOR, AUDITOR, OFFICER, TECHNICIAN, codeIn, must, temporaryFolder } from './store-harness.ts';

const MINUTE_MS = 60_000;
const WRONG = { login: OFFICER.login, password: 'không phải mật khẩu' };
let fixture: StationFixture;

beforeEach(() => {
  fixture = new StationFixture();
});
afterEach(() => fixture.close());

describe('signing in', () => {
  it('shows the practice accounts and the station', async () => {
    const view = must(await fixture.page().call['session.view']({}));
    expect(view).toMatchObject({ phase: 'sign-in', user: null, practice: true, station: { name: 'Công an phường Giảng Võ', counter: 'Quầy 2' } });
    expect(view.practiceAccounts.map(({ role }) => role)).toEqual(['officer', 'officer', 'chief', 'technician', 'auditor', 'administrator']);
    for (const { login, password } of view.practiceAccounts) expect(codeIn(await fixture.page().call['session.sign-in']({ login, password }))).toBe('ok');
  });

  it('waits longer after each failure, for unknown logins too, over a restart, and forgives a success', async () => {
    for (const login of [OFFICER.login, 'không.ai']) {
      const { call } = fixture.page();
      expect(codeIn(await call['session.sign-in']({ login, password: 'x' }))).toBe('session.bad-credentials');
      expect(codeIn(await call['session.sign-in']({ login, password: 'x' }))).toBe('session.bad-credentials');
      expect(codeIn(await call['session.sign-in']({ login, password: 'x' }))).toBe('session.bad-credentials');
      expect(await call['session.sign-in']({ login, password: 'x' })).toMatchObject({ error: { code: 'session.wait', detail: { seconds: 5 } } });
    }
    fixture.nowMs += 5_000;
    const { call } = fixture.page();
    expect(codeIn(await call['session.sign-in'](WRONG))).toBe('session.bad-credentials');
    expect(await call['session.sign-in'](OFFICER)).toMatchObject({ error: { code: 'session.wait', detail: { seconds: 10 } } });
    fixture.nowMs += 10_000;
    expect(codeIn(await call['session.sign-in'](OFFICER))).toBe('ok');
    expect(codeIn(await call['session.sign-in'](WRONG))).toBe('session.bad-credentials');
  });

  it('audits every success and failure', async () => {
    await fixture.page().call['session.sign-in'](WRONG);
    must(await fixture.page().call['session.sign-in'](OFFICER));
    const auditor = fixture.signedIn(AUDITOR);
    const rows = must(await auditor['audit.list']({ before: null, size: 50, search: 'session.' })).rows;
    expect(rows.map(({ action, who }) => [action, who])).toEqual([
      ['session.sign-in', 'Nguyễn Thị An'], ['session.sign-in-failed', 'Nguyễn Thị An'],
    ]);
    expect(must(await auditor['audit.verify']({}))).toMatchObject({ ok: true, firstBreak: null });
  });
});

describe('the idle lock', () => {
  it('is held by the store: any call after the time is refused until the password comes', async () => {
    const page = fixture.page();
    must(await page.call['session.sign-in'](OFFICER));
    const locked = Promise.withResolvers<string>();
    page.on('session.changed', ({ phase }) => phase === 'locked' && locked.resolve(phase));
    fixture.nowMs += 4 * MINUTE_MS;
    must(await page.call['session.activity']({}));
    fixture.nowMs += 4 * MINUTE_MS;
    expect(codeIn(await page.call['dossier.list']({ search: '', states: [], cursor: null, size: 10 }))).toBe('ok');
    fixture.nowMs += 2 * MINUTE_MS;
    expect(codeIn(await page.call['dossier.list']({ search: '', states: [], cursor: null, size: 10 }))).toBe('session.locked');
    expect(must(await page.call['session.view']({}))).toMatchObject({ phase: 'locked', user: { login: OFFICER.login } });
    expect(codeIn(await page.call['session.unlock']({ password: 'x' }))).toBe('session.bad-credentials');
    expect(must(await page.call['session.unlock']({ password: OFFICER.password })).phase).toBe('open');
    expect(codeIn(await page.call['dossier.list']({ search: '', states: [], cursor: null, size: 10 }))).toBe('ok');
  });

  it('is asked for by a key and taken up by another port with the token', async () => {
    const page = fixture.page();
    const { token } = must(await page.call['session.sign-in'](OFFICER));
    must(await page.call['session.lock']({}));
    const second = fixture.page();
    expect(must(await second.call['session.resume']({ token })).phase).toBe('locked');
    expect(codeIn(await fixture.page().call['session.resume']({ token: token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }))).toBe('session.required');
    must(await page.call['session.sign-out']({}));
    expect(codeIn(await fixture.page().call['session.resume']({ token }))).toBe('session.required');
  });
});

describe('accounts', () => {
  it('begin with the first administrator in a real station, once', async () => {
    const real = new StationFixture({ practice: false });
    const { call } = real.page();
    expect(must(await call['session.view']({}))).toMatchObject({ phase: 'first-administrator', practice: false, practiceAccounts: [] });
    const first = { login: 'Quan.Tri', displayName: 'Hoàng Quản Trị', password: 'ngắn' };
    expect(codeIn(await call['session.create-administrator'](first))).toBe('session.weak-password');
    const made = must(await call['session.create-administrator']({ ...first, password: 'một mật khẩu dài' }));
    expect(made.user).toMatchObject({ login: 'quan.tri', role: 'administrator' });
    expect(codeIn(await real.page().call['session.create-administrator']({ ...first, password: 'một mật khẩu khác' }))).toBe('session.setup-done');
    expect(codeIn(await call['user.set-active']({ id: made.user.id, active: false }))).toBe('session.last-administrator');
    real.close();
  });

  it('are made, switched off and given a new password by the administrator alone', async () => {
    const administrator = fixture.signedIn(ADMINISTRATOR);
    const account = { login: 'moi.tran', displayName: 'Trần Mới', role: 'officer', password: 'mật khẩu mới 1' } as const;
    const user = must(await administrator['user.create'](account));
    expect(codeIn(await administrator['user.create'](account))).toBe('session.login-taken');
    const page = fixture.page();
    must(await page.call['session.sign-in']({ login: account.login, password: account.password }));
    must(await administrator['user.set-active']({ id: user.id, active: false }));
    expect(codeIn(await page.call['session.activity']({}))).toBe('session.required');
    expect(codeIn(await page.call['session.sign-in']({ login: account.login, password: account.password }))).toBe('session.inactive');
    must(await administrator['user.set-active']({ id: user.id, active: true }));
    must(await administrator['user.reset-password']({ id: user.id, password: 'mật khẩu mới 2' }));
    expect(codeIn(await page.call['session.sign-in']({ login: account.login, password: account.password }))).toBe('session.bad-credentials');
    expect(codeIn(await page.call['session.sign-in']({ login: account.login, password: 'mật khẩu mới 2' }))).toBe('ok');
    expect(codeIn(await page.call['session.change-password']({ current: 'x', next: 'mật khẩu mới 3' }))).toBe('session.bad-credentials');
    expect(codeIn(await page.call['session.change-password']({ current: 'mật khẩu mới 2', next: 'mật khẩu mới 3' }))).toBe('ok');
  });
});

describe('settings', () => {
  it('show where each value comes from; policy beats the station; unknown keys are errors', async () => {
    const policy = temporaryFolder();
    const policyFile = join(policy.path, 'policy.json');
    writeFileSync(policyFile, JSON.stringify({ settings: { 'session.idle-lock-minutes': 2 } }));
    const ruled = new StationFixture({ policyFile });
    const technician = ruled.signedIn(TECHNICIAN);
    const rows = must(await technician['settings.set']({ key: 'station.counter', value: 'Quầy 5' }));
    expect(rows.find(({ key }) => key === 'station.counter')).toEqual({ key: 'station.counter', value: 'Quầy 5', origin: 'station' });
    expect(rows.find(({ key }) => key === 'session.idle-lock-minutes')).toEqual({ key: 'session.idle-lock-minutes', value: 2, origin: 'policy' });
    expect(rows.find(({ key }) => key === 'receipt.working-days')).toEqual({ key: 'receipt.working-days', value: 7, origin: 'built-in' });
    expect(codeIn(await technician['settings.set']({ key: 'session.idle-lock-minutes', value: 9 }))).toBe('settings.locked-by-policy');
    expect(codeIn(await technician['settings.set']({ key: 'no.such', value: 1 }))).toBe('settings.unknown-key');
    expect(codeIn(await technician['settings.set']({ key: 'receipt.working-days', value: 0 }))).toBe('settings.bad-value');
    expect(must(await technician['diagnostics.view']({})).map(({ name }) => name)).toContain('setting station.counter');
    ruled.close();
    policy.remove();
  });

  it.each([['{"settings":{"no.such":1}}', 'settings.unknown-key'], ['{"settings":{"station.name":1}}', 'settings.bad-value'], ['not json', 'settings.bad-value']])('refuse the policy %s', (text, code) => {
    const policy = temporaryFolder();
    const policyFile = join(policy.path, 'policy.json');
    writeFileSync(policyFile, text);
    expect(() => new StationFixture({ policyFile })).toThrow(code);
    policy.remove();
  });
});
