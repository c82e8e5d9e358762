// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAccessible, renderApp, signIn } from '../testing/render-app.tsx';
import { sampleAnswers } from '../testing/sample-answers.ts';
import { NEVER } from '../testing/test-page.ts';

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

  it('follows the outbox by what the store says, and asks for nothing meanwhile', async () => {
    const known = sampleAnswers(0);
    const [row] = (known['outbox.list'] as () => readonly object[])();
    let sentBytes = 0;
    const { page, user } = renderApp({ ...known, 'outbox.list': () => [{ ...row, state: 'uploading', lastError: null, sentBytes }] });
    await signIn(user, 'officer');
    await user.click(await screen.findByRole('button', { name: 'Hàng chờ gửi' }));
    await screen.findByText('0 / 4 KB');
    const asked = (): number => page.asked.filter(({ call }) => call === 'outbox.list').length;
    const before = asked();
    sentBytes = 2_048;
    page.emit('store-host', 'outbox.changed', {});
    await screen.findByText('2 / 4 KB');
    expect(asked()).toBe(before + 1);
  });

  it('says at which entry the audit chain breaks', async () => {
    const { user } = renderApp();
    await signIn(user, 'auditor');
    expect(await screen.findByText('Đăng nhập', { selector: '.audit-action' })).toBeTruthy();
    await user.keyboard('{F12}');
    expect(await screen.findByText(/Chuỗi bị đứt ở mục 400/)).toBeTruthy();
    await expectAccessible();
  });

  const facts = { firmware: '', driverVersion: '', usbPath: '1-2.3', usbSpeedMbps: 480, capturesToday: 3, errorsToday: 1, fault: 'none', printFlaw: 'none' };
  const technicianAnswers = () => ({
    ...sampleAnswers(0), 'technician.inventory': () => [{ ...SCANNER, ...facts }],
    'technician.self-test': () => ({
      deviceId: 's', kind: 'fingerprint-scanner', model: 'TP', simulated: true, at: '2026-03-02T02:00:00.000Z', passed: false, readings: [{ measure: 'platen-residue', value: 9.1 }], histogram: [],
      steps: [{ step: 'measure', measure: 'platen-residue', value: 9.1, code: '', passed: false, advice: 'platen-residue' }],
    }),
    'technician.health': () => [{ deviceId: 's', kind: 'fingerprint-scanner', model: 'TP', simulated: true, last: null, series: [{ measure: 'platen-residue', points: [{ at: '2026-03-01T02:00:00.000Z', value: 1 }, { at: '2026-03-03T02:00:00.000Z', value: 1.5 }] }] }],
    'technician.log': ({ after }: { readonly after: number }) => (after > 0 ? NEVER : { last: 2, lines: [
      { seq: 1, at: '2026-03-02T02:00:00.000Z', level: 'info', deviceId: 's', kind: 'fingerprint-scanner', code: 'state.ready', detail: {} },
      { seq: 2, at: '2026-03-02T02:00:01.000Z', level: 'stop', deviceId: 's', kind: 'fingerprint-scanner', code: 'device.timeout', detail: { ms: 900 } },
    ] }),
    'technician.bundle': () => ({ name: 'chan-doan-20260302-0900.zip', zip: new Uint8Array(4), files: [] }),
  });
  const technician = async () => {
    const rendered = renderApp(technicianAnswers(), { 'device.list': () => [SCANNER], 'device.retry': () => ({}), 'simulate.fault': () => ({}) });
    await signIn(rendered.user, 'technician');
    return rendered;
  };

  it('lets the technician test a device, retry it and fake a fault', async () => {
    const { page, user } = await technician();
    expect(await screen.findByText('1-2.3 · 480 Mbit/s')).toBeTruthy();
    await user.keyboard('{F12}');
    expect(await screen.findByText(/Lau mặt kính bằng khăn mềm/)).toBeTruthy();
    expect(screen.getByText('9,10 %')).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{F8}');
    await waitFor(() => expect(page.asked.some(({ call }) => call === 'device.retry')).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Rút dây' }));
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'simulate.fault')?.input).toEqual({ deviceId: 's', fault: 'unplug' }));
  });

  it('shows the command that allows a device, and looks again; a device that hangs is reset alone', async () => {
    const allow = 'sudo usermod -aG dialout "$USER"';
    const row = { ...SCANNER, ...facts, fault: null, printFlaw: null };
    const { page, user } = renderApp({ ...technicianAnswers(), 'technician.inventory': () => [{ ...row, allow }, { ...row, id: 'h', state: { kind: 'blocked', reason: 'hung' } }] }, { 'device.list': () => [SCANNER], 'device.retry': () => ({}), 'device.reset': () => ({}) });
    await signIn(user, 'technician');
    expect(await screen.findByText(allow)).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Kiểm tra lại' }));
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'device.retry')?.input).toEqual({ deviceId: 's' }));
    await user.click(screen.getAllByRole('option')[1]!);
    await user.click(await screen.findByRole('button', { name: 'Đặt lại thiết bị' }));
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'device.reset')?.input).toEqual({ deviceId: 'h' }));
  });

  it('reads the fault that holds from the device, also after the pane was left', async () => {
    const camera = { ...SCANNER, ...facts, id: 'c', kind: 'camera', fault: 'none', printFlaw: null };
    const { user } = renderApp({ ...technicianAnswers(), 'technician.inventory': () => [camera] }, {
      'device.list': () => [SCANNER], 'simulate.fault': ({ fault }: { readonly fault: string }) => ((camera.fault = fault), {}),
    });
    await signIn(user, 'technician');
    const looks = async (): Promise<string> => (await screen.findByLabelText<HTMLSelectElement>('Người trước máy ảnh')).value;
    await user.selectOptions(await screen.findByLabelText('Người trước máy ảnh'), 'eyes-closed');
    await waitFor(async () => expect(await looks()).toBe('eyes-closed'));
    await user.click(screen.getByRole('tab', { name: 'Sức khoẻ' }));
    await screen.findByRole('tab', { name: 'Sức khoẻ', selected: true });
    await user.click(screen.getByRole('tab', { name: 'Thiết bị' }));
    expect(await looks()).toBe('eyes-closed');
    await user.click(screen.getByRole('button', { name: 'Treo' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Treo' }).getAttribute('aria-pressed')).toBe('true'));
    expect(await looks()).toBe('none');
    await expectAccessible();
  });

  it('reads what is wrong with the next fingers from the scanner, which forgets it once it has seen them', async () => {
    const scanner = { ...SCANNER, ...facts };
    const { user } = renderApp({ ...technicianAnswers(), 'technician.inventory': () => [scanner] }, {
      'device.list': () => [SCANNER], 'simulate.prints': ({ flaw }: { readonly flaw: string }) => ((scanner.printFlaw = flaw), {}), 'simulate.fault': () => ((scanner.printFlaw = 'none'), {}),
    });
    await signIn(user, 'technician');
    const choice = async (): Promise<string> => (await screen.findByLabelText<HTMLSelectElement>('Ngón tay mẫu, lần chụp tới')).value;
    await user.selectOptions(await screen.findByLabelText('Ngón tay mẫu, lần chụp tới'), 'wet');
    await waitFor(async () => expect(await choice()).toBe('wet'));
    await user.click(screen.getByRole('button', { name: 'Treo' }));
    await waitFor(async () => expect(await choice()).toBe('none'));
  });

  it('shows health as lines that say where they go, and a log that can be filtered', async () => {
    const { user } = await technician();
    await screen.findByRole('tab', { name: 'Thiết bị' });
    await user.keyboard('2');
    expect(await screen.findByRole('img', { name: 'Vết bẩn trên mặt kính: 1,50 %, 2 lần đo' })).toBeTruthy();
    expect(screen.getByText(/Chạm giới hạn sau khoảng 2 ngày/)).toBeTruthy();
    await expectAccessible();
    await user.keyboard('3');
    expect(await screen.findByText('device.timeout ms=900')).toBeTruthy();
    await user.keyboard('{F9}');
    expect(screen.queryByText('Sẵn sàng')).toBeNull();
    await expectAccessible();
  });

  it('changes a setting but not one that policy fixes, and saves a bundle', async () => {
    const { page, user } = await technician();
    await user.click(await screen.findByRole('tab', { name: 'Thiết lập' }));
    await user.click(await screen.findByRole('button', { name: 'Sửa' }));
    const field = await screen.findByLabelText('Tự khoá màn hình sau (phút)');
    await user.clear(field);
    await user.type(field, '8{Enter}');
    await waitFor(() => expect(page.asked.find(({ call }) => call === 'settings.set')?.input).toEqual({ key: 'session.idle-lock-minutes', value: 8 }));
    await user.keyboard('5');
    await user.keyboard('{F12}');
    expect(await screen.findByText('Đã lưu chan-doan-20260302-0900.zip.')).toBeTruthy();
    await expectAccessible();
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
