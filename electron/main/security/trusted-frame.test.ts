import { describe, expect, it } from 'vitest';
import { isStationUrl, isTrustedSender, type Frame } from './trusted-frame.ts';

describe('S09: the trusted address', () => {
  it.each(['app://station/', 'app://station/index.html', 'app://station/?a#b'])('%j is ours', (url) => {
    expect(isStationUrl(url)).toBe(true);
  });

  it.each([
    'app://evil/', 'app2://station/', 'app://station.evil/', 'app://evil.station/', 'app://station:80/', 'app://x@station/', 'app://x:y@station/', 'app:station/',
    'app:///station/', 'about:blank', 'about:srcdoc', 'data:text/html,app://station/', 'blob:app://station/1', 'https://station/', 'https://x/?y=app://station/',
    'file:///app://station/', 'javascript:1', '', ' ', 'null', null, undefined, 0, {}, ['app://station/'],
  ])('%j is not', (url) => {
    expect(isStationUrl(url)).toBe(false);
  });
});

describe('S09: the trusted sender', () => {
  const top: Frame = { url: 'app://station/', parent: null, routingId: 4, processId: 7 };
  it('is the top frame of our page', () => {
    expect(isTrustedSender({ frame: { ...top }, mainFrame: top })).toBe(true);
  });

  it.each<[string, Frame | null]>([
    ['a frame that is gone', null],
    ['a frame inside the page', { ...top, parent: top, routingId: 5 }],
    ['another frame that claims to have no parent', { ...top, routingId: 5 }],
    ['another process', { ...top, processId: 8 }],
    ['another page', { ...top, url: 'app://evil/' }],
  ])('is not %s', (_who, frame) => {
    expect(isTrustedSender({ frame, mainFrame: top })).toBe(false);
  });
});
