// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { renderScreen } from '../testing/render-screen.tsx';
import { TestCounter } from '../testing/test-counter.ts';
import { FindStep } from './FindStep.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});
const user = userEvent.setup();
const QR = '079301000002||Trần Thị Bình|28022001|Nữ|Số 3, Hải Phòng|01012022';
const box = (): HTMLInputElement => screen.getByLabelText(/Số định danh, số CMND/);
const show = (counter = new TestCounter()): TestCounter => {
  renderScreen(<FindStep supersedes={null} />, counter);
  return counter;
};
const searches = (counter: TestCounter) => counter.calls.filter(({ name }) => name === 'population.search').map(({ input }) => input);

const READER_GAP_MS = 4;

/** Keys as a reader sends them: physical keys a few milliseconds apart, while the field receives what the system made of them. */
function scanThrough(target: HTMLElement, codes: readonly string[], received: string): boolean {
  const press = (code: string, at: number): boolean => {
    const event = createEvent.keyDown(target, { code, key: code === 'Enter' ? code : code.at(-1) });
    Object.defineProperty(event, 'timeStamp', { value: 1_000 + at * READER_GAP_MS });
    return fireEvent(target, event);
  };
  for (const [at, code] of codes.entries()) press(code, at);
  fireEvent.change(target, { target: { value: received } });
  return press('Enter', codes.length);
}

describe('the find step', () => {
  it('compares a card with the database field by field', async () => {
    const counter = show();
    fireEvent.change(box(), { target: { value: QR.replace('Trần', 'Trấn') } });
    expect(screen.getByText('Mã QR trên thẻ: Trấn Thị Bình, sinh 28/02/2001')).toBeTruthy();
    await user.keyboard('{Enter}');
    const table = within(await screen.findByRole('table'));
    expect(searches(counter)).toEqual([{ purpose: 'exchange', query: { by: 'pid', pid: '079301000002' } }]);
    expect(table.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').at(-1)?.textContent)).toEqual(['● khớp', '▲ khác', '● khớp', '● khớp', '○ khác; thẻ ghi theo ngày cấp']);
    expect((await screen.findByRole('alert')).textContent).toContain('1 mục khác nhau');
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id }) => id)).toEqual([]);
  });

  it('trap 9: takes the longer code of a card of 2024, and lets the database say where somebody lives', async () => {
    const counter = show();
    fireEvent.change(box(), { target: { value: `${QR}|||TRẦN VĂN HÒA|PHẠM THỊ NHUNG` } });
    await user.keyboard('{Enter}');
    const cells = within(await screen.findByRole('table')).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').at(-1)?.textContent);
    expect(searches(counter)).toEqual([{ purpose: 'exchange', query: { by: 'pid', pid: '079301000002' } }]);
    expect(cells).toEqual(['● khớp', '● khớp', '● khớp', '● khớp', '○ khác; thẻ ghi theo ngày cấp']);
  });

  it.each([
    ['the face on the last card', {}, 'Ảnh trên thẻ gần nhất. cấp ngày 19/04/2022'],
    ['that nobody was ever photographed', { face: null }, /Không có ảnh cũ/],
    ['that it could not be fetched', { failure: 'population.timeout' }, /Chưa lấy được ảnh cũ/],
  ] as const)('shows beside whom it found %s', async (_name, given, shown) => {
    const counter = new TestCounter();
    if ('face' in given) counter.face = given.face;
    if ('failure' in given) counter.failures.set('population.last-face', given.failure);
    show(counter);
    fireEvent.change(box(), { target: { value: '079301000002' } });
    await user.keyboard('{Enter}');
    if (typeof shown === 'string') expect(await screen.findByAltText(shown)).toBeTruthy();
    else expect(await screen.findByText(shown)).toBeTruthy();
    expect(counter.calls.filter(({ name }) => name === 'population.last-face').map(({ input }) => input)).toEqual([{ lookupId: counter.dossier.id, index: 0 }]);
  });

  it('understands name, birth and residence in one line', async () => {
    const counter = show();
    fireEvent.change(box(), { target: { value: 'tran thi binh 28/2/2001 giảng võ' } });
    expect(screen.queryByLabelText('Ngày sinh')).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(searches(counter)).toEqual([{ purpose: 'exchange', query: { by: 'name', fullName: 'tran thi binh', birthDate: '2001-02-28', residence: 'giảng võ' } }]));
  });

  it('reads a wedge reader by its keys, whatever an input method made of them', async () => {
    const counter = show();
    const digits = [...'079301000002'].map((digit) => `Digit${digit}`);
    const submitted = scanThrough(box(), digits, '07930100000');
    expect(submitted).toBe(false);
    await screen.findByText(/Bộ gõ tiếng Việt đã làm sai mã vừa quét/);
    expect(box().value).toBe('079301000002');
    expect(searches(counter)).toEqual([{ purpose: 'exchange', query: { by: 'pid', pid: '079301000002' } }]);
  });

  it('refuses a reader’s code of which keys went unheard', async () => {
    const counter = show();
    scanThrough(box(), [...'079301'].map((digit) => `Digit${digit}`), '079301000002');
    await screen.findByText(/Mã vừa quét bị mất ký tự/);
    expect(searches(counter)).toEqual([]);
  });

  it('turns pasted TCVN3 text into Unicode and gives it back on request', async () => {
    show();
    await user.click(box());
    await user.paste('TrÇn ThÞ B×nh 1954');
    expect(box().value).toBe('Trần Thị Bình 1954');
    await user.click(screen.getByRole('button', { name: 'Giữ nguyên như cũ' }));
    expect(box().value).toBe('TrÇn ThÞ B×nh 1954');
    expect(screen.queryByText(/Đã chuyển chữ vừa dán/)).toBeNull();
  });

  it('remembers the purpose chosen last', async () => {
    show();
    await user.selectOptions(screen.getByLabelText('Mục đích tra cứu'), 'reissue');
    cleanup();
    const counter = show();
    await user.type(box(), '079301000002{Enter}');
    await waitFor(() => expect(searches(counter)).toMatchObject([{ purpose: 'reissue' }]));
    expect(await screen.findByRole('radio', { name: /Cấp lại/ })).toHaveProperty('checked', true);
  });

  it('warns where the number doesn’t fit the person, and opens all the same', async () => {
    const counter = show();
    counter.people = [{ ...counter.people[0]!, sex: '1' }];
    await user.type(box(), '079301000002{Enter}');
    await screen.findByText(/Số định danh ứng với giới tính/);
    expect(screen.getByRole('button', { name: 'Mở hồ sơ' })).toHaveProperty('disabled', false);
  });

  it('goes on without a line: by an earlier look-up, else by papers, and says which', async () => {
    const counter = show();
    counter.failures.set('population.search', 'population.offline');
    await user.type(box(), '079301000002{Enter}');
    await screen.findByText('Mất đường truyền, vẫn tiếp được công dân');
    await user.keyboard('{F8}');
    await screen.findByText('Nhập theo giấy tờ');
    expect(screen.getByLabelText('Số định danh cá nhân')).toHaveProperty('value', '079301000002');
    await user.type(screen.getByLabelText('Họ, chữ đệm và tên'), 'trần thị bình');
    await user.click(screen.getByRole('button', { name: 'Nhận diện theo giấy tờ' }));
    await screen.findByText('Cần họ tên, và ngày sinh dd/MM/yyyy hoặc chỉ năm.');
    await user.type(screen.getByLabelText('Ngày sinh'), '28/2/2001{Enter}');
    await screen.findByText('Theo giấy tờ công dân đưa, chưa hỏi được CSDL');
    expect(counter.calls.filter(({ name }) => name === 'population.identify-offline').at(-1)?.input).toMatchObject({ person: { fullName: 'TRẦN THỊ BÌNH', birthDate: '2001-02-28', pid: '079301000002' } });
    expect(screen.getByRole('button', { name: 'Mở hồ sơ' })).toHaveProperty('disabled', false);
    counter.known = counter.people;
    await user.click(box());
    await user.clear(box());
    await user.type(box(), '079301000002{Enter}');
    await screen.findByText('Mất đường truyền, vẫn tiếp được công dân');
    await user.keyboard('{F8}');
    await screen.findByText(/Theo lần tra cứu trước/);
  });
});
