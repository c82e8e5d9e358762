// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { currentView } from '../../app/view.ts';
import { expectAccessible, renderApp, signIn } from '../../testing/render-app.tsx';
import { sampleAnswers } from '../../testing/sample-answers.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});
const names = (): readonly string[] => screen.getAllByRole('option').map((row) => ['.dossier-number', '.dossier-name', '.badge'].map((part) => row.querySelector(part)?.textContent ?? '').join(', '));

describe('the desk', () => {
  it('finds a name typed without tone marks', async () => {
    const { user } = renderApp(sampleAnswers(8));
    await signIn(user, 'officer');
    await user.type(await screen.findByLabelText(/Tìm theo tên/), 'dang minh duc');
    await waitFor(() => expect(names()).toEqual(['26-0302-0007, ĐẶNG MINH ĐỨC, Chờ duyệt', '26-0302-0003, ĐẶNG MINH ĐỨC, Chờ duyệt']));
    await expectAccessible();
  });

  it('opens an unfinished dossier where it was left and the others to be read, by arrows and Enter', async () => {
    const { user } = renderApp(sampleAnswers(4));
    await signIn(user, 'officer');
    await waitFor(() => expect(names()).toHaveLength(4));
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('26-0302-0004');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(currentView.get().name).toBe('dossier');
  });

  it('counts by state, filters by a press, and puts what was returned on top', async () => {
    const { user } = renderApp(sampleAnswers(8));
    await signIn(user, 'officer');
    await user.click(await screen.findByRole('button', { name: 'Bản nháp 2' }));
    await waitFor(() => expect(names()).toHaveLength(2));
    await user.click(within(screen.getByText(/2 hồ sơ bị trả lại/).closest('.notice') as HTMLElement).getByRole('button', { name: 'Xem' }));
    await waitFor(() => expect(names().every((name) => name.endsWith('Bị trả lại'))).toBe(true));
  });

  it('reads on by itself to the end of a long list, without holding every row in the page', async () => {
    const { page, user } = renderApp(sampleAnswers(450));
    await signIn(user, 'officer');
    await screen.findByLabelText(/Tìm theo tên/);
    await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(5));
    await user.keyboard('{PageDown>12/}');
    await waitFor(() => expect(page.asked.filter(({ call }) => call === 'dossier.list').map(({ input }) => (input as { cursor: string | null }).cursor)).toEqual([null, '100']));
    await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('26-0302-0351'));
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('26-0302-0339'));
    expect(screen.getAllByRole('option').length).toBeLessThan(60);
  });

  it('tells an officer with an empty desk which key begins', async () => {
    const { user } = renderApp(sampleAnswers(0));
    await signIn(user, 'officer');
    expect(await screen.findByText('Nhấn F2 để tra cứu công dân và mở hồ sơ đầu tiên.')).toBeTruthy();
    await user.keyboard('{F2}');
    expect(currentView.get()).toEqual({ name: 'enrolment', dossierId: 'new' });
  });

  it('tells an empty desk what to do, and shows no way to enrol to an auditor', async () => {
    const { user } = renderApp(sampleAnswers(0));
    await signIn(user, 'auditor');
    await user.click(await screen.findByRole('button', { name: 'Hồ sơ' }));
    expect(await screen.findByText('Chưa có hồ sơ nào')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Hồ sơ mới' })).toBeNull();
  });
});
