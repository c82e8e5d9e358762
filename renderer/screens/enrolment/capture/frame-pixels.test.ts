import { describe, expect, it } from 'vitest';
import { fillRgba, isWhole } from './frame-pixels.ts';

const filled = (frame: Parameters<typeof isWhole>[0]): number[] => {
  const rgba = new Uint8ClampedArray(frame.widthPx * frame.heightPx * 4);
  fillRgba(rgba, frame);
  return [...rgba];
};

describe('a live frame on the canvas', () => {
  it('shows grey as equal red, green and blue, opaque', () => {
    expect(filled({ widthPx: 3, heightPx: 1, channels: 1, pixels: Uint8Array.of(0, 127, 255) })).toEqual([0, 0, 0, 255, 127, 127, 127, 255, 255, 255, 255, 255]);
  });

  it('shows colour as it comes', () => {
    expect(filled({ widthPx: 2, heightPx: 1, channels: 4, pixels: Uint8Array.of(1, 2, 3, 255, 200, 100, 50, 255) })).toEqual([1, 2, 3, 255, 200, 100, 50, 255]);
  });

  it('is whole only when it holds what it claims', () => {
    const pixels = new Uint8Array(6);
    expect(isWhole({ widthPx: 3, heightPx: 2, channels: 1, pixels })).toBe(true);
    expect(isWhole({ widthPx: 3, heightPx: 3, channels: 1, pixels })).toBe(false);
    expect(isWhole({ widthPx: 3, heightPx: 2, channels: 4, pixels })).toBe(false);
    expect(isWhole({ widthPx: 0, heightPx: 0, channels: 1, pixels: new Uint8Array() })).toBe(false);
  });
});
