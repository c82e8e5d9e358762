// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { vi } from '../../../i18n/resources.ts';
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

const UNCONFIRMED = { code: 'capture.last-unconfirmed', severity: 'warning', mark: 'unverified', source: '', article: '', detail: {}, standing: false, passed: null } as const;

it('asks what the rules say once the last face has come, where they did not know of any', async () => {
  const { promise: face, resolve: comes } = Promise.withResolvers<object>();
  class SlowFace extends TestCounter {
    override async answer(name: string, input: { readonly version?: number }) {
      if (name === 'dossier.last-face') {
        await face;
        this.dossier = { ...this.dossier, findings: [] };
      }
      return super.answer(name, input);
    }
  }
  const counter = new SlowFace(sampleDossier({ step: 'check', kind: 'reissue', findings: [UNCONFIRMED] }));
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  const words = vi.findings['capture.last-unconfirmed'];
  await screen.findByText(words);
  expect(document.querySelector('.last-face')?.getAttribute('aria-busy')).toBe('true');
  expect(document.querySelector('.last-face svg')).toBeTruthy();
  comes({});
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(document.querySelector('.last-face')?.getAttribute('aria-busy')).not.toBe('true');
});
