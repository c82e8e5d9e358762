import { afterEach, expect, it, vi } from 'vitest';
import { OutboxNews } from './outbox-news.ts';

afterEach(() => vi.useRealTimers());

it('makes one piece of news of many changes, and never leaves out the last', () => {
  vi.useFakeTimers();
  const tell = vi.fn();
  const news = new OutboxNews(tell);
  news.changed();
  news.changed();
  vi.advanceTimersByTime(0);
  expect(tell).toHaveBeenCalledTimes(1);
  for (let sent = 0; sent < 50; sent++) news.changed();
  vi.advanceTimersByTime(100);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(150);
  expect(tell).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('says nothing once it is closed', () => {
  vi.useFakeTimers();
  const tell = vi.fn();
  const news = new OutboxNews(tell);
  news.changed();
  news.close();
  vi.advanceTimersByTime(1_000);
  expect(tell).not.toHaveBeenCalled();
});
