// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { standInMatchMedia } from '../testing/match-media.ts';
import { BusyButton } from './BusyButton.tsx';
import { Observable } from './observable.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('ignores presses as soon as something is under way, and shows it once that lasts', () => {
  standInMatchMedia();
  const during = new Observable(false);
  let pressed = 0;
  render(<MantineProvider><BusyButton during={during} onClick={() => { pressed++; during.set(true); }}>Nhận</BusyButton></MantineProvider>);
  const button = screen.getByRole('button');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(pressed).toBe(1);
  expect(button.getAttribute('aria-busy')).toBe('false');
  act(() => void vi.advanceTimersByTime(200));
  expect(button.getAttribute('aria-busy')).toBe('true');
  act(() => during.set(false));
  expect(button.getAttribute('aria-busy')).toBe('false');
  fireEvent.click(button);
  expect(pressed).toBe(2);
});
