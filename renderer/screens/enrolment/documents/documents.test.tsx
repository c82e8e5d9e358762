// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../electron/contract/dossier.ts';
import { EnrolmentScreen } from '../EnrolmentScreen.tsx';
import { renderScreen } from '../testing/render-screen.tsx';
import { DOSSIER_ID, sampleDossier } from '../testing/sample-dossier.ts';
import { TestCounter } from '../testing/test-counter.ts';
import { samplePage } from '../testing/test-papers.ts';

afterEach(cleanup);
const user = userEvent.setup();
const violations = async (): Promise<string[]> =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
const show = (part: Partial<Dossier> = {}): TestCounter => {
  const counter = new TestCounter(sampleDossier({ step: 'documents', ...part }));
  renderScreen(<EnrolmentScreen dossierId={DOSSIER_ID} />, counter);
  return counter;
};
const CARD = { id: '0192f0c1-0000-7000-8000-0000000000e1', kind: 'old-card', number: '', issuedOn: '', note: '' } as const;
const threePages = () => ({ documents: [{ ...CARD, pages: ['a', 'b', 'c'].map((one) => samplePage(one.repeat(64))) }] });
const hashes = (counter: TestCounter): string[] => counter.dossier.documents[0]?.pages.map(({ sha256 }) => sha256.slice(0, 1)) ?? [];
const atWork = (counter: TestCounter) => waitFor(() => expect(counter.devices.running?.slot).toBe('document'));

describe('the papers of the case', () => {
  it('stand there with what is missing, and a page is taken with two keys', async () => {
    const counter = show();
    await screen.findByRole('option', { name: /Thẻ căn cước cũ.*Còn thiếu/ });
    expect(await violations()).toEqual([]);
    await user.keyboard('{F9}');
    await atWork(counter);
    counter.devices.deliver();
    await screen.findByText(/Trang đọc được/);
    await user.keyboard('{F12}');
    await screen.findByRole('option', { name: /Đã chụp 1 trang/ });
    expect(counter.dossier).toMatchObject({ step: 'documents', documents: [{ kind: 'old-card', pages: [{}] }] });
    expect(await violations()).toEqual([]);
  });

  it('say what is wrong with a picture, and let it go when it is taken again', async () => {
    const counter = show();
    await screen.findByRole('option', { name: /Còn thiếu/ });
    await user.keyboard('{F9}');
    await atWork(counter);
    counter.devices.deliver(['page-blurred', 'page-glare']);
    await screen.findByText(/Chữ bị nhòe/);
    await screen.findByText(/Trang bị lóa/);
    await user.keyboard('{F8}');
    await atWork(counter);
    expect(counter.calls.filter(({ name }) => name === 'page.discard')).toHaveLength(1);
    await user.keyboard('{Escape}');
    await screen.findByText('Chưa chụp trang nào');
    expect(counter.dossier.documents).toEqual([]);
  });

  it('are turned before they are kept', async () => {
    const counter = show();
    await screen.findByRole('option', { name: /Còn thiếu/ });
    await user.keyboard('{F9}');
    await atWork(counter);
    counter.devices.deliver();
    await screen.findByText(/1654 × 2339 px · 200 điểm/);
    await user.keyboard('{F7}');
    await screen.findByText(/2339 × 1654 px · 200 điểm/);
    await user.keyboard('{F12}');
    await screen.findByRole('option', { name: /Đã chụp 1 trang/ });
    expect(hashes(counter)).toEqual(['f']);
  });

  it('are noted by number without a camera, and the step can be left', async () => {
    const counter = show();
    counter.devices.setState('document-camera', { kind: 'absent' });
    await screen.findByText(/Chưa nối máy chụp giấy tờ/);
    await user.type(screen.getByLabelText('Số'), '079301000002{Enter}');
    await screen.findByRole('option', { name: /Đã ghi, chưa chụp.*079301000002/ });
    await user.keyboard('{F12}');
    await waitFor(() => expect(counter.dossier.step).toBe('citizen-check'));
    expect(counter.dossier.papers).toMatchObject([{ kind: 'old-card', state: 'noted' }]);
  });

  it('take what is typed last with them when the step is left', async () => {
    const counter = show();
    await user.type(await screen.findByLabelText('Ghi chú'), 'rách góc');
    await user.keyboard('{F12}');
    await waitFor(() => expect(counter.dossier).toMatchObject({ step: 'citizen-check', documents: [{ note: 'rách góc' }] }));
  });

  it('may be joined by another one', async () => {
    const counter = show();
    await screen.findByRole('option', { name: /Còn thiếu/ });
    await user.keyboard('{F7}');
    await user.selectOptions(await screen.findByLabelText('Loại giấy tờ'), 'birth-certificate');
    await user.click(screen.getByRole('button', { name: 'Thêm' }));
    await screen.findByRole('option', { name: /Giấy khai sinh/, selected: true });
    expect(counter.dossier.documents).toMatchObject([{ kind: 'birth-certificate' }]);
  });

  it('that were taken away leave nothing in the fields, and come back with them', async () => {
    const counter = show({ documents: [{ ...CARD, number: '0123', pages: [] }] });
    await screen.findByDisplayValue('0123');
    await user.click(screen.getByRole('button', { name: 'Bỏ giấy tờ này' }));
    await screen.findByText('Đã bỏ: Thẻ căn cước cũ');
    expect(screen.queryByDisplayValue('0123')).toBeNull();
    await user.keyboard('{F6}');
    await screen.findByDisplayValue('0123');
    expect(counter.dossier.documents).toMatchObject([{ id: CARD.id, number: '0123' }]);
  });
});

describe('the pages of a paper', () => {
  it('are chosen, put in order and taken away by keys, and come back', async () => {
    const counter = show(threePages());
    (await screen.findByRole('tab', { name: 'Trang 1' })).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Trang 2');
    await user.keyboard('{Control>}{ArrowLeft}{/Control}');
    await waitFor(() => expect(hashes(counter)).toEqual(['b', 'a', 'c']));
    await user.keyboard('{Delete}');
    await screen.findByText('Đã bỏ trang 1');
    expect(hashes(counter)).toEqual(['a', 'c']);
    await user.keyboard('{F6}');
    await waitFor(() => expect(hashes(counter)).toEqual(['b', 'a', 'c']));
  });
});
