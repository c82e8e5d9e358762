// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { stepsOf } from '../../../electron/core/dossier/step-order.ts';
import { EnrolmentScreen } from './EnrolmentScreen.tsx';
import { renderScreen } from './testing/render-screen.tsx';
import { DOSSIER_ID, sampleDossier } from './testing/sample-dossier.ts';
import { TestCounter } from './testing/test-counter.ts';

const ORDER = 'documents portrait signature fingerprints';
const IN_ORDER = ['Tìm', 'Kiểm tra', 'Giấy tờ', 'Ảnh', 'Ký', 'Vân tay', 'Công dân xem lại', 'Trình duyệt'];

/** A station that chose its own order. */
class OrderedCounter extends TestCounter {
  override async answer(name: string, input: { readonly version?: number }) {
    if (name === 'settings.list') return { ok: true as const, value: [{ key: 'counter.step-order', value: ORDER, origin: 'station' }] };
    return super.answer(name, input);
  }
}
const dossier = (): OrderedCounter => {
  const plain = sampleDossier();
  return new OrderedCounter({ ...plain, steps: [...stepsOf(plain.capturePlan, ORDER)] });
};
const rail = (): string[] => within(screen.getByRole('navigation')).getAllByRole('listitem').map((item) => IN_ORDER.find((name) => item.textContent?.includes(name)) ?? item.textContent ?? '');
const now = (): string => document.querySelector('[aria-current=step]')?.textContent ?? '';

afterEach(cleanup);
const user = userEvent.setup();

it('shows the station\'s order on the rail before anybody was found, and in the dossier', async () => {
  renderScreen(<EnrolmentScreen dossierId="new" />, new OrderedCounter());
  await waitFor(() => expect(rail()).toEqual(IN_ORDER));
  cleanup();
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, dossier());
  await screen.findByRole('navigation');
  expect(rail()).toEqual(IN_ORDER);
});

it('is followed by F12 to the end and by Esc back', async () => {
  const counter = dossier();
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  await waitFor(() => expect(now()).toContain('Kiểm tra'));
  await user.keyboard('{F12}');
  await waitFor(() => expect(now()).toContain('Giấy tờ'));
  await user.keyboard('{F12}');
  await waitFor(() => expect(now()).toContain('Ảnh'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(now()).toContain('Giấy tờ'));
  expect(counter.calls.filter(({ name }) => name === 'dossier.set-step').map(({ input }) => (input as { readonly step: string }).step)).toEqual(['documents', 'portrait', 'documents']);
});

it('orders what is lacking before submitting', async () => {
  const counter = dossier();
  counter.dossier = { ...counter.dossier, step: 'submit' };
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  const notice = (await screen.findByText(/^Còn thiếu \d+ mục/)).closest('.notice')!;
  const lacking = [...notice.querySelectorAll('li')].map((item) => item.textContent ?? '');
  const places = ['Ảnh chân dung', 'Chữ ký', 'Bốn ngón tay phải', 'Công dân xem lại'].map((name) => lacking.findIndex((text) => text.toLocaleLowerCase('vi').includes(name.toLocaleLowerCase('vi'))));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
