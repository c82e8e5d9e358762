// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startI18n } from '../i18n/i18n.ts';
import { ZoomableImage } from './ZoomableImage.tsx';
import { standInMatchMedia } from '../testing/match-media.ts';

const user = userEvent.setup({ delay: null });
const PANE = { width: 400, height: 300 };
const restore: (() => void)[] = [];
/** Whether the picture stood there already when the pane's size was asked for first. */
let drawnBeforeMeasured: boolean | undefined;

/** jsdom lays nothing out: every element is as large as the pane. */
beforeEach(() => {
  drawnBeforeMeasured = undefined;
  for (const [name, value] of [['clientWidth', PANE.width], ['clientHeight', PANE.height]] as const) {
    const before = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
    const get = (): number => {
      drawnBeforeMeasured ??= document.querySelector('img') !== null;
      return value;
    };
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get });
    restore.push(() => (before === undefined ? Reflect.deleteProperty(HTMLElement.prototype, name) : Object.defineProperty(HTMLElement.prototype, name, before)));
  }
  standInMatchMedia();
  void startI18n();
  render(<MantineProvider withCssVariables={false} withGlobalClasses={false}><ZoomableImage src="blob:x" alt="Vân tay" widthPx={1600} heightPx={600} caption="Bốn ngón tay phải" /></MantineProvider>);
});
afterEach(() => {
  cleanup();
  for (const put of restore.splice(0)) put();
});

const shown = (): readonly number[] => {
  const { style } = screen.getByRole('img');
  return [Number.parseInt(style.width, 10), Number.parseInt(style.height, 10)];
};

it('is seen whole at first, and its sides keep their ratio at every zoom', async () => {
  expect(shown()).toEqual([400, 150]);
  expect(screen.getByText('25%')).toBeTruthy();
  screen.getByRole('group').focus();
  await user.keyboard('++');
  expect(shown()).toEqual([625, 234]);
  await user.keyboard('-');
  expect(shown()).toEqual([500, 187]);
});

it('is not drawn at another size before it is known what fits', () => {
  expect(drawnBeforeMeasured).toBe(false);
  expect(shown()).toEqual([400, 150]);
});

it('shows one pixel of the image as one of the screen on 1, and all of it again on 0', async () => {
  screen.getByRole('group').focus();
  await user.keyboard('1');
  expect(shown()).toEqual([1600, 600]);
  await user.keyboard('0');
  expect(shown()).toEqual([400, 150]);
});

it('follows the wheel between a tenth and eight times', () => {
  const pane = screen.getByRole('group');
  for (let i = 0; i < 40; i++) fireEvent.wheel(pane, { deltaY: -100 });
  expect(shown()).toEqual([12_800, 4_800]);
  for (let i = 0; i < 60; i++) fireEvent.wheel(pane, { deltaY: 100 });
  expect(shown()).toEqual([160, 60]);
});
