// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible, renderApp, signIn } from '../testing/render-app.tsx';
import { sampleAnswers } from '../testing/sample-answers.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const SCANNER = { id: 's', kind: 'fingerprint-scanner', maker: 'Trạm', model: 'TP', serial: '1', driver: 'sim', simulated: true, state: { kind: 'blocked', reason: 'permission' }, since: '2026-03-02T02:00:00.000Z' };

describe('the desks beside the counter', () => {
  it('shows a parked upload with its reason and sends it again', async () => {
    const { page, user } = renderApp();
    await signIn(user, 'officer');
    await user.click(await screen.findByRole('button', { name: 'Hàng chờ gửi' }));
    await user.click(await screen.findByRole('button', { name: 'Gửi lại' }));
    await waitFor(() => expect(page.asked.some(({ call }) => call === 'outbox.retry')).toBe(true));
    expect(screen.getByText('outbox.offline')).toBeTruthy();
    await expectAccessible();
  });

  it('says at which entry the audit chain breaks', async () => {
    const { user } = renderApp();
    await signIn(user, 'auditor');
    expect(await screen.findByText('Đăng nhập', { selector: '.audit-action' })).toBeTruthy();
    await user.keyboard('{F12}');
    expect(await screen.findByText(/Chuỗi bị đứt ở mục 400/)).toBeTruthy();
    await expectAccessible();
  });

  it('lets the technician retry a device, fake a fault and change a setting, but not one that policy fixes', async () => {
    const { page, user } = renderApp(sampleAnswers(0), { 'device.list': () => [SCANNER], 'device.retry': () => ({}), 'simulate.fault': () => ({}) });
    await signIn(user, 'technician');
    await user.click(await screen.findByRole('button', { name: 'Thử mở lại' }));
    await user.click(screen.getByRole('button', { name: 'Rút dây' }));
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'simulate.fault')?.input).toEqual({ deviceId: 's', fault: 'unplug' }));
    await user.click(await screen.findByRole('button', { name: 'Sửa' }));
    const field = await screen.findByLabelText('Tự khoá màn hình sau (phút)');
    await user.clear(field);
    await user.type(field, '8{Enter}');
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'settings.set')?.input).toEqual({ key: 'session.idle-lock-minutes', value: 8 }));
  });

  it('asks before an account is deactivated', async () => {
    const { page, user } = renderApp();
    await signIn(user, 'administrator');
    const row = (await screen.findByText('Người chief')).closest('tr') as HTMLElement;
    await user.click(within(row).getByRole('button', { name: 'Ngừng' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Người chief sẽ không đăng nhập được nữa/)).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(page.asked.some(({ call }) => call === 'user.set-active')).toBe(false);
  });

  it('changes the language at once and remembers it', async () => {
    const { user } = renderApp();
    await signIn(user, 'technician');
    await user.click(screen.getByRole('button', { name: /^Tài khoản/ }));
    // jsdom lays nothing out, so the floating menu counts as hidden there.
    await user.click(await screen.findByRole('menuitemradio', { name: 'English', hidden: true }));
    expect(await screen.findByRole('heading', { name: 'Technical desk' })).toBeTruthy();
    expect(localStorage.getItem('appearance')).toContain('"locale":"en"');
    await user.click(screen.getByRole('menuitemradio', { name: 'Tiếng Việt', hidden: true }));
  });
});
