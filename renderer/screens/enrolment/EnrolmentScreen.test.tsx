// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Step } from '../../../electron/core/dossier/steps.ts';
import { currentView } from '../../app/view.ts';
import { vi } from '../../i18n/resources.ts';
import { EnrolmentScreen } from './EnrolmentScreen.tsx';
import { renderScreen } from './testing/render-screen.tsx';
import { DOSSIER_ID, sampleDossier } from './testing/sample-dossier.ts';
import { TestCounter } from './testing/test-counter.ts';

afterEach(cleanup);
const user = userEvent.setup();
/** Colours have no meaning in jsdom; contrast is a property of the tokens. */
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
const at = (step: Step): TestCounter => new TestCounter(sampleDossier({ step }));
const show = (counter: TestCounter): void => void renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
const callsTo = (counter: TestCounter, name: string) => counter.calls.filter((c) => c.name === name).map((c) => c.input);
const running = (counter: TestCounter, slot: string) => waitFor(() => expect(counter.devices.running?.slot).toBe(slot));

describe('the look-up', () => {
  it('finds by number, shows the person and opens the dossier with Enter', async () => {
    const counter = new TestCounter();
    renderScreen(<EnrolmentScreen dossierId="new" />, counter);
    await user.type(screen.getByLabelText(/Số định danh, số CMND/), '079301000002{Enter}');
    await screen.findByText('Đã tìm thấy');
    expect(callsTo(counter, 'population.search')).toEqual([{ purpose: 'exchange', query: { by: 'pid', pid: '079301000002' } }]);
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(currentView.get()).toEqual({ name: 'enrolment', dossierId: DOSSIER_ID }));
    cleanup();
    show(counter);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(vi.enrolment['check.title']);
    expect(callsTo(counter, 'dossier.get')).toEqual([]);
  });

  it('lets the arrows choose among several', async () => {
    const counter = new TestCounter();
    renderScreen(<EnrolmentScreen dossierId="new/0192f0c1-0000-7000-8000-0000000000aa" />, counter);
    await user.type(screen.getByLabelText(/Số định danh, số CMND/), 'tran binh');
    await user.type(screen.getByLabelText('Ngày sinh'), '2001{Enter}');
    await screen.findByRole('option', { name: /NGUYỄN VĂN AN/ });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(callsTo(counter, 'dossier.open')).toMatchObject([{ index: 1, supersedes: '0192f0c1-0000-7000-8000-0000000000aa' }]));
  });

  it('says that nobody was found and gives the text back for correction', async () => {
    const counter = new TestCounter();
    renderScreen(<EnrolmentScreen dossierId="new" />, counter);
    const who = screen.getByLabelText(/Số định danh, số CMND/);
    await user.type(who, '999999999999{Enter}');
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain(vi.enrolment['find.not-found.title']);
    expect(await violations()).toEqual([]);
    await user.click(within(notice).getByRole('button'));
    expect(document.activeElement).toBe(who);
    expect(screen.queryByRole('button', { name: 'Mở hồ sơ' })).toBeNull();
  });

  it.each(['population.offline', 'population.timeout', 'population.overloaded'] as const)('says %s and offers to try again', async (code) => {
    const counter = new TestCounter();
    counter.failures.set('population.search', code);
    renderScreen(<EnrolmentScreen dossierId="new" />, counter);
    await user.type(screen.getByLabelText(/Số định danh, số CMND/), '079301000002{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(code);
    counter.failures.clear();
    await user.click(screen.getByRole('button', { name: 'Tra cứu lại' }));
    await screen.findByText('Đã tìm thấy');
  });
});

describe('checking the data', () => {
  it('keeps a field on leaving it, in composed capitals, and marks the difference', async () => {
    const counter = at('check');
    show(counter);
    const name = await screen.findByLabelText('Sửa Họ, chữ đệm và tên');
    await user.clear(name);
    await user.type(name, 'trần thị bích');
    expect(name).toHaveProperty('value', 'trần thị bích');
    await user.tab();
    await screen.findByText(/đã lưu \d\d:\d\d/);
    expect(callsTo(counter, 'dossier.set-field')).toMatchObject([{ field: 'fullName', value: 'TRẦN THỊ BÍCH' }]);
    expect(screen.getByText('▲ 1 mục khác CSDL')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('saves the field in hand before it goes on, and stays where the store refused', async () => {
    const counter = at('check');
    show(counter);
    counter.failures.set('dossier.set-field', 'store.full');
    await user.type(await screen.findByLabelText('Sửa Số điện thoại'), '0912');
    await user.keyboard('{F12}');
    await screen.findByText('store.full');
    expect(counter.dossier.step).toBe('check');
    expect(screen.getByLabelText('Sửa Số điện thoại')).toHaveProperty('value', '0912');
  });
});

describe('fingerprints', () => {
  it('says "đã lưu" only after the store answered, and goes on to the next hand', async () => {
    const counter = at('fingerprints');
    show(counter);
    await running(counter, 'right-four');
    counter.devices.deliver();
    await screen.findByRole('button', { name: /Nhận ảnh này/ });
    expect(screen.queryByText(/đã lưu/)).toBeNull();
    await user.keyboard('{F12}');
    await screen.findByText(/Bốn ngón tay phải: đã lưu/);
    await running(counter, 'left-four');
    expect(await violations()).toEqual([]);
  });

  it('records why an image is taken again', async () => {
    const counter = at('fingerprints');
    show(counter);
    await running(counter, 'right-four');
    counter.devices.deliver();
    await user.click(await screen.findByRole('button', { name: /Chụp lại/ }));
    await user.click(await screen.findByRole('button', { name: 'Nhòe' }));
    await waitFor(() => expect(callsTo(counter, 'job.start')).toMatchObject([{ attempt: 1 }, { attempt: 2 }]));
    expect(counter.dossier.attempts).toMatchObject([{ outcome: 'rejected', reason: 'smudged' }]);
  });

  it('tells of an unplugged scanner and goes on after the replug', async () => {
    const counter = at('fingerprints');
    show(counter);
    await running(counter, 'right-four');
    counter.devices.fail('device.unplugged');
    counter.devices.setState('fingerprint-scanner', { kind: 'absent' });
    await screen.findByText('Máy quét vân tay đã bị rút. Cắm lại để tiếp tục; dữ liệu đã lưu.');
    counter.devices.setState('fingerprint-scanner', { kind: 'ready' });
    await running(counter, 'right-four');
  });

  it('takes fingers one by one and leaves out the missing ones', async () => {
    const counter = new TestCounter(sampleDossier({ step: 'fingerprints', missingFingers: [{ finger: 'right-index', reason: 'amputated', permanent: true, note: '' }] }));
    show(counter);
    await running(counter, 'right-four');
    await user.keyboard('{F7}');
    await running(counter, 'right-middle');
  });

  it('closes a dialog with Esc without leaving the step', async () => {
    const counter = at('fingerprints');
    show(counter);
    await running(counter, 'right-four');
    await user.keyboard('{F6}');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(counter.dossier.step).toBe('fingerprints');
    await running(counter, 'right-four');
  });
});

describe('the end of the counter', () => {
  it('names what is lacking with the way there', async () => {
    const counter = at('submit');
    show(counter);
    await screen.findByText('Còn thiếu 6 mục trước khi trình duyệt');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Đến bước này: Ảnh chân dung' }));
    await waitFor(() => expect(counter.dossier.step).toBe('portrait'));
  });

  it('submits a complete dossier and offers the next citizen', async () => {
    const counter = new TestCounter(sampleDossier({ step: 'submit', state: 'captured', gaps: [] }));
    show(counter);
    await screen.findByText('Hồ sơ đầy đủ, có thể trình duyệt.');
    await user.keyboard('{F12}');
    await screen.findByText(/Đã trình duyệt hồ sơ 26-1120-0007/);
    expect(counter.dossier.state).toBe('submitted');
    expect(screen.getByRole('button', { name: /Công dân tiếp theo/ })).toBeTruthy();
  });

  it('takes a removed document back', async () => {
    const counter = new TestCounter(sampleDossier({ step: 'documents', documents: [{ id: '0192f0c1-0000-7000-8000-0000000000e1', kind: 'birth-certificate', number: '12', issuedOn: '2001-03-01', note: '', pages: [] }] }));
    show(counter);
    await user.click(await screen.findByRole('option', { name: /Giấy khai sinh/ }));
    await user.click(await screen.findByRole('button', { name: 'Bỏ giấy tờ này' }));
    await screen.findByText('Đã bỏ: Giấy khai sinh');
    await user.keyboard('{F6}');
    await waitFor(() => expect(counter.dossier.documents).toMatchObject([{ kind: 'birth-certificate', number: '12', issuedOn: '2001-03-01' }]));
    expect(await violations()).toEqual([]);
  });

  it('shows the citizen their data and records the confirmation', async () => {
    const counter = new TestCounter(sampleDossier({ step: 'citizen-check', gaps: ['citizen-check'] }));
    show(counter);
    await screen.findByText('Mời ông/bà xem lại thông tin của mình');
    expect(screen.queryByText(/khác CSDL/)).toBeNull();
    await user.click(screen.getByRole('button', { name: /Công dân đã kiểm tra và xác nhận/ }));
    await waitFor(() => expect(counter.dossier.citizenConfirmedAt).not.toBeNull());
  });
});
