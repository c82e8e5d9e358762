import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect } from 'vitest';
import type { Role } from '../../electron/core/access/roles.ts';
import { App } from '../app/App.tsx';
import { startStation } from '../app/station.ts';
import { startI18n } from '../i18n/i18n.ts';
import { standInMatchMedia } from './match-media.ts';
import { sampleAnswers } from './sample-answers.ts';
import { TestPage, type Answers } from './test-page.ts';

// A busy machine may take its time; a test that finds what it waits for doesn't.
configure({ asyncUtilTimeout: 10_000 });

/** The whole page on a test window, in Vietnamese; `before` sets the window up as the page shall find it. */
export function renderApp(answers: Answers = sampleAnswers(4), devices?: Answers, before?: (page: TestPage) => void): { readonly page: TestPage; readonly user: ReturnType<typeof userEvent.setup> } {
  prepareDom();
  void startI18n();
  const page = new TestPage(answers, devices);
  before?.(page);
  render(<App station={startStation(page.window)} />);
  return { page, user: userEvent.setup({ delay: null }) };
}

/** Signs in as the sample account of a role, by the keyboard. */
export async function signIn(user: ReturnType<typeof userEvent.setup>, role: Role): Promise<void> {
  await user.type(await screen.findByLabelText('Tên đăng nhập'), role);
  await user.type(screen.getByLabelText('Mật khẩu'), `${[...role].toReversed().join('')}{Enter}`);
  await screen.findByRole('button', { name: `Tài khoản Người ${role}` });
}

/** No axe violation anywhere on the page. Colours are checked against the tokens instead: jsdom computes none. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

/** What jsdom lacks and Mantine and the virtual list ask for. */
function prepareDom(): void {
  standInMatchMedia();
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number): void {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0;
    this.dispatchEvent(new Event('scroll'));
  };
  Object.defineProperty(HTMLElement.prototype, 'scrollHeight', { configurable: true, value: 1_000_000 });
  // A list that has height, so that rows come into sight.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1200 });
}
