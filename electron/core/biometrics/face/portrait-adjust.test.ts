import { expect, it } from 'vitest';
import { ADJUST_LIMITS, NO_ADJUST, adjusted, isAtLimit, type AdjustPart, type PortraitAdjust } from './portrait-adjust.ts';
import { inPortrait, portraitWindow, type Eyes } from './portrait-window.ts';

const EYES: Eyes = { rightEye: { x: 800, y: 1000 }, leftEye: { x: 1160, y: 1000 }, chin: { x: 980, y: 1600 } };
const MIDDLE = { x: 980, y: 1000 };
const PARTS = Object.keys(ADJUST_LIMITS) as AdjustPart[];

/** Pressed until it goes no further. */
function pressed(part: AdjustPart, steps: 1 | -1): PortraitAdjust {
  let adjust = NO_ADJUST;
  for (let n = 0; n < 100 && !isAtLimit(adjust, part, steps); n++) adjust = adjusted(adjust, part, steps);
  return adjust;
}

it.each(PARTS)('%s stops at its limits and comes back to where it was', (part) => {
  for (const steps of [1, -1] as const) {
    const there = pressed(part, steps);
    expect(there[part]).toBe(steps > 0 ? ADJUST_LIMITS[part].max : ADJUST_LIMITS[part].min);
    expect(adjusted(there, part, steps)).toEqual(there);
  }
  expect(adjusted(adjusted(NO_ADJUST, part, 1), part, -1)).toEqual(NO_ADJUST);
});

it('keeps what the window alone decides within the norm at every corner', () => {
  for (const right of [-0.05, 0.05]) {
    for (const down of [-0.15, 0.05]) {
      const window = portraitWindow(EYES, { ...NO_ADJUST, right, down });
      const { x, y } = inPortrait(window, MIDDLE);
      expect(x / window.widthPx).toBeGreaterThanOrEqual(0.4499);
      expect(x / window.widthPx).toBeLessThanOrEqual(0.5501);
      expect(y / window.heightPx).toBeGreaterThanOrEqual(0.2999);
      expect(y / window.heightPx).toBeLessThanOrEqual(0.5001);
    }
  }
});

it('moves, enlarges and turns the face the way it says', () => {
  const plain = portraitWindow(EYES);
  const at = (adjust: Partial<PortraitAdjust>) => {
    const window = portraitWindow(EYES, { ...NO_ADJUST, ...adjust });
    return { size: [window.widthPx, window.heightPx], right: inPortrait(window, EYES.rightEye), left: inPortrait(window, EYES.leftEye), chin: inPortrait(window, EYES.chin) };
  };
  const still = { right: inPortrait(plain, EYES.rightEye), left: inPortrait(plain, EYES.leftEye), chin: inPortrait(plain, EYES.chin) };
  expect(at({ right: 0.05 }).chin.x).toBeCloseTo(still.chin.x + 0.05 * 1244, 6);
  expect(at({ down: -0.1 }).chin.y).toBeCloseTo(still.chin.y - 0.1 * 1600, 6);
  expect(at({ zoom: 0.96 }).left.x - at({ zoom: 0.96 }).right.x).toBeCloseTo((still.left.x - still.right.x) * 0.96, 6);
  const turned = at({ turnDeg: 5 });
  expect((Math.atan2(turned.left.y - turned.right.y, turned.left.x - turned.right.x) * 180) / Math.PI).toBeCloseTo(5, 6);
});

it('never enlarges a pixel: a larger head out of the same picture is a smaller portrait', () => {
  const near: Eyes = { rightEye: { x: 400, y: 500 }, leftEye: { x: 580, y: 500 }, chin: { x: 490, y: 800 } };
  const window = portraitWindow(near, { ...NO_ADJUST, zoom: 1.4 });
  expect(window.scale).toBe(1);
  expect(window.widthPx).toBeLessThan(portraitWindow(near).widthPx);
});
