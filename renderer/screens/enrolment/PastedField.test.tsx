// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { PastedField } from './PastedField.tsx';
import { renderScreen } from './testing/render-screen.tsx';
import { TestCounter } from './testing/test-counter.ts';

afterEach(cleanup);
const user = userEvent.setup();

function Name() {
  const [name, setName] = useState('');
  return <PastedField label="Họ tên" value={name} onChange={setName} />;
}
const field = (): HTMLInputElement => screen.getByLabelText('Họ tên');

it('turns a pasted name of an old font into Unicode and gives it back; what is typed stays as it is', async () => {
  renderScreen(<Name />, new TestCounter());
  await user.click(field());
  await user.paste('NguyÔn V¨n B×nh');
  expect(field().value).toBe('Nguyễn Văn Bình');
  await user.click(screen.getByRole('button', { name: 'Giữ nguyên như cũ' }));
  expect(field().value).toBe('NguyÔn V¨n B×nh');
  await user.clear(field());
  await user.type(field(), 'Nguyễn Văn ');
  await user.paste('B×nh');
  expect(field().value).toBe('Nguyễn Văn Bình');
  await user.clear(field());
  await user.type(field(), 'H’Hen Niê');
  expect(field().value).toBe('H’Hen Niê');
});
