// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { currentView } from '../../app/view.ts';
import { renderScreen } from '../enrolment/testing/render-screen.tsx';
import { BINH, DOSSIER_ID, sampleDossier } from '../enrolment/testing/sample-dossier.ts';
import { TestCounter } from '../enrolment/testing/test-counter.ts';
import { samplePage } from '../enrolment/testing/test-papers.ts';
import { DossierView } from './DossierView.tsx';
import { ReviewDesk } from './ReviewDesk.tsx';

afterEach(cleanup);
const user = userEvent.setup();
const AT = '2026-11-20T03:00:00.000Z';
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
const submitted = (part: Partial<Dossier> = {}): TestCounter => new TestCounter(sampleDossier({
  state: 'submitted', step: 'submit', gaps: [], submittedAt: AT, submittedBy: 'Nguyễn Thị An', person: { ...BINH, residence: 'số 5 phố Kim Mã' }, ...part,
}));

it('shows the dossier with its differences; A asks, Enter approves, the queue goes on', async () => {
  const counter = submitted();
  renderScreen(<ReviewDesk />, counter, 'chief');
  await screen.findByText('▲ 1 mục khác CSDL dân cư');
  expect(screen.getByText(new RegExp(`CSDL dân cư: ${BINH.residence}`))).toBeTruthy();
  expect(await violations()).toEqual([]);
  await user.keyboard('a');
  const confirm = await screen.findByRole('button', { name: /Duyệt và niêm phong/ });
  await waitFor(() => expect(document.activeElement).toBe(confirm));
  expect(counter.dossier.state).toBe('submitted');
  await user.keyboard('{Enter}');
  await screen.findByText(/Đã duyệt 26-1120-0007/);
  expect(counter.dossier.state).toBe('approved');
  await screen.findByText('Không còn hồ sơ nào chờ duyệt');
});

it('returns with a reason of the catalogue and free words', async () => {
  const counter = submitted();
  renderScreen(<ReviewDesk />, counter, 'chief');
  await screen.findByText('▲ 1 mục khác CSDL dân cư');
  await user.keyboard('r');
  await user.selectOptions(await screen.findByLabelText('Lý do'), 'R07');
  await user.type(screen.getByLabelText(/Cần sửa gì/), 'Ảnh bị bóng');
  await user.click(screen.getByRole('button', { name: 'Trả lại cán bộ' }));
  await screen.findByText(/Đã trả lại 26-1120-0007/);
  expect(counter.dossier.returned).toMatchObject({ reason: 'R07', text: 'Ảnh bị bóng' });
});

it('says why an own dossier can\'t be decided', async () => {
  const counter = submitted();
  counter.failures.set('dossier.approve', 'dossier.same-officer');
  renderScreen(<ReviewDesk />, counter, 'chief');
  await screen.findByText('▲ 1 mục khác CSDL dân cư');
  await user.keyboard('a');
  await user.click(await screen.findByRole('button', { name: /Duyệt và niêm phong/ }));
  await screen.findByText('Hồ sơ này phải do người khác duyệt');
  expect(screen.getByRole('button', { name: 'Duyệt' })).toHaveProperty('disabled', true);
});

it('leads the officer from a returned dossier to its correction', async () => {
  const counter = submitted({ state: 'returned', returned: { reason: 'R07', text: 'Ảnh bị bóng', at: AT, by: 'Lê Thanh Bình' } });
  renderScreen(<DossierView dossierId={DOSSIER_ID} />, counter);
  await screen.findByText('Ảnh bị bóng');
  expect(await violations()).toEqual([]);
  await user.keyboard('{F12}');
  await waitFor(() => expect(currentView.get()).toEqual({ name: 'enrolment', dossierId: DOSSIER_ID }));
  expect(counter.dossier.state).toBe('draft');
});

it('follows the dossier by event and shows the centre\'s answer', async () => {
  const counter = submitted();
  renderScreen(<DossierView dossierId={DOSSIER_ID} />, counter);
  await screen.findByText(/Đang chờ chỉ huy duyệt/);
  counter.changeElsewhere({ state: 'accepted', centre: { outcome: 'accepted', reason: '', at: AT, reference: 'TT-2026-17' } });
  await screen.findByText('Mã tiếp nhận: TT-2026-17');
});

it('withdraws only with a reason', async () => {
  const counter = submitted();
  renderScreen(<DossierView dossierId={DOSSIER_ID} />, counter);
  await user.click(await screen.findByRole('button', { name: 'Rút hồ sơ' }));
  const dialog = await screen.findByRole('dialog');
  const confirm = [...dialog.querySelectorAll('button')].find((b) => b.type === 'submit');
  expect(confirm?.disabled).toBe(true);
  await user.type(screen.getByLabelText('Lý do rút'), 'Công dân đổi ý{Enter}');
  await waitFor(() => expect(counter.dossier.state).toBe('withdrawn'));
});

it('shows the pages of papers after the captures, and says what is missing', async () => {
  const documents = [{ id: '0192f0c1-0000-7000-8000-0000000000e1', kind: 'birth-certificate' as const, number: '12', issuedOn: '', note: '', pages: [samplePage('a'.repeat(64)), samplePage('b'.repeat(64))] }];
  const counter = submitted({ documents });
  renderScreen(<ReviewDesk />, counter, 'chief');
  await user.click(await screen.findByRole('tab', { name: 'Giấy khai sinh, trang 2' }));
  await screen.findByText(/Giấy khai sinh, trang 2 · 1654 × 2339 px · 200 điểm/);
  await screen.findByText(/Còn thiếu: Thẻ căn cước cũ/);
  expect(await violations()).toEqual([]);
});

it('keeps images from the auditor', async () => {
  renderScreen(<DossierView dossierId={DOSSIER_ID} />, submitted(), 'auditor');
  await screen.findByText('Vai trò này không xem được ảnh của công dân.');
  expect(screen.queryByRole('button', { name: /Giấy hẹn/ })).toBeNull();
});
