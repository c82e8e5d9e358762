import { describe, expect, it } from 'vitest';
import { cropPortrait } from './crop-portrait.ts';
import { inImage, inPortrait, outside, portraitWindow, type Eyes } from './portrait-window.ts';

const upright: Eyes = { rightEye: { x: 800, y: 1000 }, leftEye: { x: 1160, y: 1000 }, chin: { x: 980, y: 1600 } };

describe('the window of a portrait', () => {
  it('is 1244 × 1600 with level eyes at 45 % of the height, in the middle', () => {
    const window = portraitWindow(upright);
    expect(window).toMatchObject({ widthPx: 1244, heightPx: 1600, turnRad: 0 });
    expect(inPortrait(window, { x: 980, y: 1000 })).toEqual({ x: 622, y: 720 });
  });

  it('turns a leaning head upright', () => {
    const window = portraitWindow({ rightEye: { x: 800, y: 940 }, leftEye: { x: 1160, y: 1060 }, chin: { x: 800, y: 1570 } });
    expect(inPortrait(window, { x: 800, y: 940 }).y).toBeCloseTo(inPortrait(window, { x: 1160, y: 1060 }).y, 6);
  });

  it('goes to the portrait and back', () => {
    const window = portraitWindow({ ...upright, leftEye: { x: 1150, y: 1080 } });
    const there = inImage(window, inPortrait(window, { x: 333, y: 777 }));
    expect(there.x).toBeCloseTo(333, 6);
    expect(there.y).toBeCloseTo(777, 6);
  });

  it('never enlarges: a small face gives a small portrait of the same shape', () => {
    const window = portraitWindow({ rightEye: { x: 80, y: 100 }, leftEye: { x: 116, y: 100 }, chin: { x: 98, y: 160 } });
    expect(window.scale).toBe(1);
    expect(window.widthPx / window.heightPx).toBeCloseTo(1244 / 1600, 2);
    expect(window.heightPx).toBeLessThan(300);
  });

  it('tells how far it reaches over the edge', () => {
    expect(outside(portraitWindow(upright), { widthPx: 1960, heightPx: 2520 })).toBe(0);
    expect(outside(portraitWindow(upright), { widthPx: 1200, heightPx: 2520 })).toBeGreaterThan(0.2);
  });
});

it('cuts out the pixels that lie there', () => {
  const [widthPx, heightPx] = [400, 500];
  const pixels = new Uint8Array(widthPx * heightPx * 4).map((_, n) => (n % 4 === 0 ? ((n / 4) % widthPx) / 2 : 255));
  const window = portraitWindow({ rightEye: { x: 160, y: 200 }, leftEye: { x: 240, y: 200 }, chin: { x: 200, y: 300 } });
  const portrait = cropPortrait({ widthPx, heightPx, pixels }, window);
  const at = (720 / 1600) * window.heightPx;
  const red = portrait.pixels[(Math.floor(at) * portrait.widthPx + Math.floor(portrait.widthPx / 2)) * 4];
  expect(red).toBeGreaterThanOrEqual(98);
  expect(red).toBeLessThanOrEqual(101);
});
