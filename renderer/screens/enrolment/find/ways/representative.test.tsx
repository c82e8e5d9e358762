// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Lookup } from '../../../../../electron/contract/population.ts';
import { BINH, DOSSIER_ID } from '../../testing/sample-dossier.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { TestCounter } from '../../testing/test-counter.ts';
import { AdjustWay } from './AdjustWay.tsx';
import { CreateWay } from './CreateWay.tsx';

afterEach(cleanup);
const user = userEvent.setup();
const NOBODY: Lookup = { lookupId: DOSSIER_ID, outcome: 'not-found', people: [] };
const asked = (counter: TestCounter, name: string) => counter.calls.find((one) => one.name === name)?.input;
const tick = () => screen.getByRole('checkbox', { name: 'Có người đại diện hợp pháp cùng đến và ký' });

it('asks for the representative of a child by itself, proposes the mother, and sends who it is', async () => {
  const counter = new TestCounter();
  renderScreen(<CreateWay lookup={NOBODY} index={0} kind="first-issue" onBack={() => undefined} known={{}} />, counter);
  await user.type(screen.getByLabelText('Họ, chữ đệm và tên'), 'Điểu');
  await user.type(screen.getByLabelText('Họ tên mẹ', { exact: false }), 'Thị Lụa');
  expect(tick()).toHaveProperty('checked', false);
  await user.type(screen.getByLabelText('Ngày sinh', { exact: false }), String(new Date().getFullYear() - 5));
  expect(tick()).toHaveProperty('checked', true);
  expect(screen.getByLabelText('Họ và tên')).toHaveProperty('value', 'Thị Lụa');
  await user.selectOptions(screen.getByLabelText('Giới tính'), '2');
  await user.type(screen.getByLabelText('Giấy tờ đã xem', { exact: false }), 'Giấy khai sinh số 8');
  await user.selectOptions(screen.getByLabelText('Giấy tờ chứng minh'), 'birth-certificate');
  expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id }) => id)).toEqual([]);
  await user.keyboard('{F12}');
  await waitFor(() => expect(asked(counter, 'reception.create')).toMatchObject({ person: { fullName: 'ĐIỂU' }, representation: { name: 'Thị Lụa', relation: 'mother', proof: 'birth-certificate' } }));
});

it('tells of a child without one and lets the data be corrected all the same; an adult speaks for themselves', async () => {
  const child = { ...BINH, birthDate: `${new Date().getFullYear() - 8}-01-01` };
  renderScreen(<AdjustWay lookup={{ lookupId: DOSSIER_ID, outcome: 'found', people: [child] }} index={0} kind="exchange" onBack={() => undefined} />, new TestCounter());
  await user.click(tick());
  await screen.findByText(/Công dân dưới 14 tuổi/);
  cleanup();
  renderScreen(<AdjustWay lookup={{ lookupId: DOSSIER_ID, outcome: 'found', people: [BINH] }} index={0} kind="exchange" onBack={() => undefined} />, new TestCounter());
  expect(tick()).toHaveProperty('checked', false);
});
