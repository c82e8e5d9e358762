// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { EnrolmentScreen } from '../EnrolmentScreen.tsx';
import { renderScreen } from '../testing/render-screen.tsx';
import { DOSSIER_ID, sampleDossier } from '../testing/sample-dossier.ts';
import { TestCounter } from '../testing/test-counter.ts';

afterEach(cleanup);
const user = userEvent.setup();
const kept = (counter: TestCounter) => counter.calls.filter(({ name }) => name === 'dossier.set-field').map(({ input }) => (input as { readonly value: string }).value);

it('turns what is pasted from an old font into Unicode, keeps it, and gives it back on request', async () => {
  const counter = new TestCounter(sampleDossier({ step: 'check' }));
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  const home = await screen.findByLabelText<HTMLTextAreaElement>('Sửa Quê quán');
  await user.clear(home);
  await user.click(home);
  await user.paste('x· H¶i Xu©n');
  expect(home.value).toBe('xã Hải Xuân');
  await user.tab();
  await waitFor(() => expect(kept(counter)).toEqual(['xã Hải Xuân']));
  await user.click(screen.getByRole('button', { name: 'Giữ nguyên như cũ' }));
  await waitFor(() => expect(kept(counter)).toEqual(['xã Hải Xuân', 'x· H¶i Xu©n']));
  expect(screen.queryByRole('button', { name: 'Giữ nguyên như cũ' })).toBeNull();
});

it('writes a pasted name in capitals like a typed one', async () => {
  const counter = new TestCounter(sampleDossier({ step: 'check' }));
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  const father = await screen.findByLabelText<HTMLInputElement>('Sửa Họ tên cha');
  await user.clear(father);
  await user.click(father);
  await user.paste('Nguyeãn Vaên Bình');
  await user.tab();
  await waitFor(() => expect(kept(counter)).toEqual(['NGUYỄN VĂN BÌNH']));
});
