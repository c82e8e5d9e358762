// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { FeeDayRow, WaitingVoid } from '../../../electron/contract/procedure.ts';
import { renderScreen } from '../enrolment/testing/render-screen.tsx';
import { DOSSIER_ID, OFFICER_ID } from '../enrolment/testing/sample-dossier.ts';
import { TestCounter } from '../enrolment/testing/test-counter.ts';
import { FeeDayScreen } from './FeeDayScreen.tsx';

afterEach(cleanup);
const user = userEvent.setup();
const AT = '2026-11-20T03:00:00.000Z';
const RECEIPT = { receiptNumber: 'BL-7', amountDong: 25_000, collectedAt: AT, collectedBy: 'Nguyễn Thị An', void: null };
const ROW: FeeDayRow = {
  dossierId: DOSSIER_ID, number: '26-1120-0007', fullName: 'TRẦN THỊ BÌNH', item: 'exchange', state: 'collected', baseDong: 50_000, amountDong: 25_000, exemption: null, evidence: '',
  receipt: RECEIPT, officerId: OFFICER_ID, officerName: 'Nguyễn Thị An',
};
const ASKED: WaitingVoid = {
  dossierId: DOSSIER_ID, number: '26-1120-0007', fullName: 'TRẦN THỊ BÌNH', mayDecide: true,
  receipt: { ...RECEIPT, void: { reason: 'Ghi nhầm', askedBy: 'Nguyễn Thị An', askedAt: AT, decidedBy: '', decidedAt: null, approved: null, refusal: null, answer: '' } },
};

/** A counter whose fees are given; what is asked and decided is remembered by it. */
class FeeCounter extends TestCounter {
  rows: readonly FeeDayRow[] = [ROW];
  voids: readonly WaitingVoid[] = [];

  override async answer(name: string, input: { readonly version?: number }) {
    const known = await super.answer(name, input);
    if (name === 'fee.day-sheet') return { ok: true as const, value: { rows: this.rows, collectedDong: 25_000, givenBackDong: 0, handOverDong: 25_000, waitingVoids: this.voids.length, officers: [{ id: OFFICER_ID, name: 'Nguyễn Thị An' }] } };
    if (name === 'fee.waiting-voids') return { ok: true as const, value: this.voids };
    if (name !== 'fee.decide-void' && name !== 'fee.ask-void') return known;
    this.voids = [];
    return { ok: true as const, value: this.dossier };
  }
}
const asked = (counter: TestCounter, name: string): unknown => counter.calls.findLast((one) => one.name === name)?.input;
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);

describe('the fees of a day', () => {
  it('show each receipt and the sum to hand over; F7 asks for a void with a reason', async () => {
    const counter = new FeeCounter();
    renderScreen(<FeeDayScreen />, counter);
    const row = await screen.findByRole('option', { selected: true });
    expect(within(row).getByText('BL-7')).toBeTruthy();
    expect(screen.getByText('Phải nộp 25.000 đ')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.keyboard('{F7}');
    await user.type(await screen.findByLabelText('Lý do'), 'Ghi nhầm số');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đề nghị huỷ biên lai' }));
    await waitFor(() => expect(asked(counter, 'fee.ask-void')).toMatchObject({ id: DOSSIER_ID, receiptNumber: 'BL-7', reason: 'Ghi nhầm số' }));
  });

  it('turn to other days by key and say what an empty day means', async () => {
    const counter = new FeeCounter();
    counter.rows = [];
    renderScreen(<FeeDayScreen />, counter);
    await screen.findByText('Không có khoản lệ phí nào');
    const { day: today } = asked(counter, 'fee.day-sheet') as { day: string };
    expect(screen.getByRole('button', { name: 'Ngày sau' })).toHaveProperty('disabled', true);
    await user.keyboard('{PageUp}');
    await waitFor(() => expect((asked(counter, 'fee.day-sheet') as { day: string }).day < today).toBe(true));
    await user.keyboard('{PageDown}{PageDown}');
    await waitFor(() => expect(asked(counter, 'fee.day-sheet')).toMatchObject({ day: today }));
  });

  it('leave a receipt alone whose void waits already', async () => {
    const counter = new FeeCounter();
    counter.rows = [{ ...ROW, receipt: ASKED.receipt }];
    counter.voids = [ASKED];
    renderScreen(<FeeDayScreen />, counter);
    await screen.findByText('Chờ chỉ huy: Ghi nhầm');
    await screen.findByText(/1 biên lai chờ chỉ huy quyết định huỷ/);
    expect(screen.getByRole('button', { name: 'Đề nghị huỷ biên lai' })).toHaveProperty('disabled', true);
  });
});

it('tells the officer why a void was refused', async () => {
  const counter = new FeeCounter();
  counter.rows = [{ ...ROW, receipt: { ...RECEIPT, void: { ...ASKED.receipt.void!, decidedBy: 'Lê Thanh Bình', decidedAt: AT, approved: false, refusal: 'copy-not-returned', answer: 'Gọi công dân mang lại' } } }];
  renderScreen(<FeeDayScreen />, counter);
  await screen.findByText('Lê Thanh Bình không cho huỷ: Chưa thu lại liên đã giao công dân; Gọi công dân mang lại');
  expect(screen.getByRole('button', { name: 'Đề nghị huỷ biên lai' })).toHaveProperty('disabled', false);
});

describe('the chief', () => {
  it('voids after a question', async () => {
    const counter = new FeeCounter();
    counter.voids = [ASKED];
    renderScreen(<FeeDayScreen />, counter, 'chief');
    await screen.findByText(/Nguyễn Thị An đề nghị lúc .*: Ghi nhầm/);
    expect(await violations()).toEqual([]);
    await user.keyboard('a');
    await screen.findByText(/25.000 đ của TRẦN THỊ BÌNH phải được hoàn lại/);
    expect(asked(counter, 'fee.decide-void')).toBeUndefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(asked(counter, 'fee.decide-void')).toMatchObject({ receiptNumber: 'BL-7', decision: { approve: true } }));
    await waitFor(() => expect(screen.queryByText('Biên lai chờ quyết định huỷ')).toBeNull());
  });

  it('lets a receipt stand only with a reason; another one than the list\'s needs words', async () => {
    const counter = new FeeCounter();
    counter.voids = [ASKED];
    renderScreen(<FeeDayScreen />, counter, 'chief');
    await screen.findByText(/Nguyễn Thị An đề nghị lúc .*: Ghi nhầm/);
    await user.keyboard('r');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await violations()).toEqual([]);
    const refuse = dialog.getByRole('button', { name: 'Không cho huỷ' });
    expect(refuse).toHaveProperty('disabled', true);
    await user.selectOptions(dialog.getByLabelText('Vì sao không cho huỷ'), 'other');
    expect(refuse).toHaveProperty('disabled', true);
    await user.type(dialog.getByLabelText('Ghi rõ lý do cho cán bộ'), 'Đã quyết toán');
    await user.click(refuse);
    await waitFor(() => expect(asked(counter, 'fee.decide-void')).toMatchObject({ receiptNumber: 'BL-7', decision: { approve: false, refusal: 'other', answer: 'Đã quyết toán' } }));
  });

  it('prints the sheet of everybody', async () => {
    const counter = new FeeCounter();
    renderScreen(<FeeDayScreen />, counter, 'chief');
    await screen.findByText('BL-7');
    await user.keyboard('{F10}');
    await waitFor(() => expect(asked(counter, 'form.list')).toMatchObject({ subject: { of: 'fee-day', id: null } }));
  });

  it('may not decide about their own, and reads why', async () => {
    const counter = new FeeCounter();
    counter.voids = [{ ...ASKED, mayDecide: false }];
    renderScreen(<FeeDayScreen />, counter, 'chief');
    await screen.findByText(/không được tự quyết định/);
    await user.keyboard('r');
    expect(asked(counter, 'fee.decide-void')).toBeUndefined();
    expect(screen.getByRole('button', { name: 'Cho huỷ' })).toHaveProperty('disabled', true);
  });
});
