// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { speak, startI18n, useFindText, useLocale, useT } from './i18n.ts';

afterEach(cleanup);

function Words() {
  const t = useT('enrolment');
  const find = useFindText();
  return (
    <>
      <p>{useLocale()}</p><p>{t('next')}</p><p>{t('saved', { time: '08:05' })}</p><p>{t('saved', { time: '17:30' })}</p>
      <p>{find('errors', 'store.full')}</p><p>{find('errors', 'nobody.knows') ?? 'none'}</p>
    </>
  );
}
const words = (): readonly (string | null)[] => screen.getAllByText(/./, { selector: 'p' }).map(({ textContent }) => textContent);

it('says everything in the language that is chosen, and everything again in the one chosen next', async () => {
  await startI18n();
  render(<Words />);
  const vietnamese = words();
  expect(vietnamese.slice(0, 2)).toEqual(['vi', 'Tiếp tục']);
  expect(vietnamese[2]).toContain('08:05');
  expect(vietnamese[3]).toContain('17:30');
  expect(vietnamese[5]).toBe('none');
  await act(() => speak('en'));
  expect(words().slice(0, 2)).toEqual(['en', 'Continue']);
  expect(words()[2]).toContain('08:05');
  expect(words()[4]).not.toBe(vietnamese[4]);
  await act(() => speak('vi'));
  expect(words()).toEqual(vietnamese);
});
