/**
 * How the officer moves the window of a portrait by hand. `right`, `down`: the face in the picture, as shares of its width and height;
 * `zoom`: the head this many times as large; `turnDeg`: the head turned clockwise, beyond the level eyes.
 */
export type PortraitAdjust = { readonly right: number; readonly down: number; readonly zoom: number; readonly turnDeg: number };
export type AdjustPart = keyof PortraitAdjust;

export const NO_ADJUST: PortraitAdjust = { right: 0, down: 0, zoom: 1, turnDeg: 0 };

/**
 * How far each may go, so that what the window alone decides stays within the norm: the face between 45 and 55 % of the width, the eyes
 * between 30 and 50 % of the height (they stand at 45 %), the head not below 60 % of the height (it has 63 %) nor over 90 %, the roll
 * within 5°. What depends on the person (the head's width, the picture's edge) is measured again. Source: ISO/IEC 19794-5, full frontal.
 */
export const ADJUST_LIMITS: Readonly<Record<AdjustPart, { readonly min: number; readonly max: number; readonly step: number }>> = {
  right: { min: -0.05, max: 0.05, step: 0.005 },
  down: { min: -0.15, max: 0.05, step: 0.01 },
  zoom: { min: 0.96, max: 1.4, step: 0.02 },
  turnDeg: { min: -5, max: 5, step: 0.5 },
};

/** One step more or less, and no further than the limit. */
export function adjusted(adjust: PortraitAdjust, part: AdjustPart, steps: 1 | -1): PortraitAdjust {
  const { min, max, step } = ADJUST_LIMITS[part];
  const value = Math.round((adjust[part] + steps * step) * 1_000) / 1_000;
  return { ...adjust, [part]: Math.min(max, Math.max(min, value)) };
}

/** A part that can go no further in this direction. */
export const isAtLimit = (adjust: PortraitAdjust, part: AdjustPart, steps: 1 | -1): boolean =>
  adjust[part] === (steps > 0 ? ADJUST_LIMITS[part].max : ADJUST_LIMITS[part].min);
