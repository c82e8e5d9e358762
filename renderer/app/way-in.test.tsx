// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentView } from './view.ts';
import { expectAccessible, renderApp, signIn } from '../testing/render-app.tsx';
import { sampleAnswers } from '../testing/sample-answers.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('the way in', () => {
  it('signs in by keyboard and lands on the desk of the role', async () => {
    const { user } = renderApp();
    await signIn(user, 'technician');
    expect(await screen.findByRole('heading', { name: 'Bàn kỹ thuật' })).toBeTruthy();
    await expectAccessible();
  });

  it('takes typing while the store is still opening, and signs in as soon as it is there', async () => {
    const first = renderApp();
    await screen.findByLabelText('Tên đăng nhập');
    first.page.close();
    cleanup();
    const { page, user } = renderApp(sampleAnswers(4), undefined, (next) => {
      next.tell({ phase: 'starting' });
      next.crash('store-host');
    });
    await user.type(screen.getByLabelText('Tên đăng nhập'), 'officer');
    await user.type(screen.getByLabelText('Mật khẩu'), 'reciffo{Enter}');
    expect(page.asked).toEqual([]);
    await expectAccessible();
    page.revive('store-host');
    expect(await screen.findByRole('button', { name: 'Tài khoản Người officer' })).toBeTruthy();
    expect(page.asked.filter(({ call }) => call === 'session.sign-in')).toHaveLength(1);
  });

  it('shows no form on a new station before the store has said whether anybody has an account', async () => {
    renderApp(sampleAnswers(4), undefined, (page) => {
      page.tell({ phase: 'starting' });
      page.crash('store-host');
    });
    expect(await screen.findByText('Đang mở kho dữ liệu và thiết bị')).toBeTruthy();
    expect(screen.queryByLabelText('Tên đăng nhập')).toBeNull();
  });

  it('lets a store that is kept shut take the place of the form that waits for it', async () => {
    localStorage.setItem('last-sign-in', JSON.stringify({ practice: false, station: { name: 'Công an phường', counter: 'Quầy 1' }, idleLockMs: 300_000 }));
    const { page } = renderApp(sampleAnswers(4), undefined, (next) => {
      next.tell({ phase: 'starting' });
      next.crash('store-host');
    });
    expect(await screen.findByLabelText('Tên đăng nhập')).toBeTruthy();
    page.tell({ phase: 'blocked', error: { code: 'store.corrupt', detail: {} } });
    expect(await screen.findByRole('heading', { name: 'Kho dữ liệu bị hỏng' })).toBeTruthy();
  });

  it('says why a sign-in failed, and counts down when one has to wait', async () => {
    const { user } = renderApp();
    await user.type(await screen.findByLabelText('Tên đăng nhập'), 'officer');
    await user.type(screen.getByLabelText('Mật khẩu'), 'wrong{Enter}');
    expect(await screen.findByText(/Tên đăng nhập hoặc mật khẩu không đúng/)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Mật khẩu')));
    await user.type(screen.getByLabelText('Mật khẩu'), 'again{Enter}');
    expect(await screen.findByText(/Thử lại sau 30 giây/)).toBeTruthy();
    await expectAccessible();
  });

  it('keeps the draft of the screen under the lock, out of sight and reach', async () => {
    const { user } = renderApp();
    await signIn(user, 'officer');
    const search = await screen.findByLabelText(/Tìm theo tên/);
    await user.type(search, 'binh');
    await user.keyboard('{F4}');
    expect(await screen.findByRole('heading', { name: 'Màn hình đang khoá' })).toBeTruthy();
    expect(search.closest('[inert]')).not.toBeNull();
    await expectAccessible();
    await user.type(screen.getByLabelText('Mật khẩu'), 'reciffo{Enter}');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Màn hình đang khoá' })).toBeNull());
    expect((screen.getByLabelText(/Tìm theo tên/) as HTMLInputElement).value).toBe('binh');
  });

  it('takes the session up again after the store restarted, on the same screen', async () => {
    const { page, user } = renderApp();
    await signIn(user, 'officer');
    await screen.findByLabelText(/Tìm theo tên/);
    page.crash('store-host');
    page.revive('store-host');
    await waitFor(() => expect(page.asked.some(({ call }) => call === 'session.resume')).toBe(true));
    await user.type(screen.getByLabelText(/Tìm theo tên/), 'huong');
    expect(await screen.findByRole('option', { name: /LÊ THU HƯƠNG/ })).toBeTruthy();
  });

  it('explains a store that is kept shut, and offers to try again or to quit', async () => {
    const { page, user } = renderApp();
    await screen.findByLabelText('Tên đăng nhập');
    page.tell({ phase: 'blocked', error: { code: 'store.corrupt', detail: {} } });
    expect(await screen.findByRole('heading', { name: 'Kho dữ liệu bị hỏng' })).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{F5}');
    await user.click(screen.getByRole('button', { name: 'Thoát' }));
    expect(page.quits).toEqual(['restart store-host', 'quit']);
  });

  it('asks a kiosk for its passphrase and says when it is wrong', async () => {
    const { page, user } = renderApp(sampleAnswers(0));
    await screen.findByLabelText('Tên đăng nhập');
    page.tell({ phase: 'passphrase', first: false });
    await user.type(await screen.findByLabelText('Cụm mật khẩu'), 'bốn từ không liên quan{Enter}');
    expect(await screen.findByText('Cụm mật khẩu của trạm không đúng. Nhập lại.')).toBeTruthy();
  });

  it('has a new kiosk type its first passphrase twice, and sends nothing while the two differ', async () => {
    const { page, user } = renderApp(sampleAnswers(0));
    await screen.findByLabelText('Tên đăng nhập');
    page.tell({ phase: 'passphrase', first: true });
    await user.type(await screen.findByLabelText('Cụm mật khẩu'), 'bốn từ không liên quan');
    await user.type(screen.getByLabelText('Nhập lại cụm mật khẩu'), 'bốn từ không liên quá{Enter}');
    expect(await screen.findByText('Hai lần nhập chưa giống nhau')).toBeTruthy();
    await expectAccessible();
    expect(page.passphrases).toEqual([]);
    await user.type(screen.getByLabelText('Nhập lại cụm mật khẩu'), '{Backspace}an{Enter}');
    await waitFor(() => expect(page.passphrases).toEqual(['bốn từ không liên quan']));
  });

  it('lets the keys of the screen sleep while it is locked', async () => {
    const { user } = renderApp(sampleAnswers(4));
    await signIn(user, 'officer');
    await screen.findByLabelText(/Tìm theo tên/);
    await user.keyboard('{F4}');
    await screen.findByRole('heading', { name: 'Màn hình đang khoá' });
    const before = currentView.get();
    await user.keyboard('{F2}{F1}{Escape}{ArrowDown}');
    expect(currentView.get()).toEqual(before);
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    await user.type(screen.getByLabelText('Mật khẩu'), 'reciffo{Enter}');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Màn hình đang khoá' })).toBeNull());
    await user.keyboard('{F2}');
    await waitFor(() => expect(currentView.get()).toEqual({ name: 'enrolment', dossierId: 'new' }));
  });

  it('changes the password only for the right current one, typed twice alike', async () => {
    const { page, user } = renderApp();
    await signIn(user, 'technician');
    await user.click(screen.getByRole('button', { name: /^Tài khoản/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Đổi mật khẩu', hidden: true }));
    await user.type(await screen.findByLabelText('Mật khẩu hiện tại'), 'sai');
    await user.type(screen.getByLabelText('Mật khẩu mới'), 'mười ký tự mới');
    await user.type(screen.getByLabelText('Nhập lại mật khẩu mới'), 'khác{Enter}');
    expect(await screen.findByText('Hai lần nhập chưa giống nhau')).toBeTruthy();
    expect(page.asked.some(({ call }) => call === 'session.change-password')).toBe(false);
    await user.clear(screen.getByLabelText('Nhập lại mật khẩu mới'));
    await user.type(screen.getByLabelText('Nhập lại mật khẩu mới'), 'mười ký tự mới{Enter}');
    expect(await screen.findByText('session.bad-credentials')).toBeTruthy();
    await user.clear(screen.getByLabelText('Mật khẩu hiện tại'));
    await user.type(screen.getByLabelText('Mật khẩu hiện tại'), 'naicinhcet{Enter}');
    expect(await screen.findByText('Đã đổi mật khẩu.')).toBeTruthy();
  });
});
