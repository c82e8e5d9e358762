/**
 * Everything asked of a portrait, in the order in which it is put right: first that there is one face, then where it is, then how
 * it is held, then light and background. Source: BSI TR-03121-3 Volume 2 (face), ICAO Doc 9303-3, ISO/IEC 39794-5 Annex D.
 */
export const FACE_CRITERIA = [
  'one-face', 'distance', 'in-picture', 'eye-distance', 'eyes-open', 'yaw', 'pitch', 'roll', 'head-width', 'head-height', 'centred',
  'gaze', 'mouth-closed', 'exposure', 'clipped', 'light-even', 'glare', 'sharpness', 'background-even', 'background-light',
] as const;
export type FaceCriterion = (typeof FACE_CRITERIA)[number];

export const CRITERION_UNITS = ['count', 'degrees', 'px', 'share', 'luma'] as const;
export type CriterionUnit = (typeof CRITERION_UNITS)[number];

/**
 * One measure. `value` `null` = measuring failed, which is never OK and never a number; a `min` or `max` of `null` = no limit on
 * that side.
 */
export type CriterionResult = {
  readonly criterion: FaceCriterion;
  readonly unit: CriterionUnit;
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly ok: boolean;
};

export type Limits = { readonly min?: number; readonly max?: number };

export function judge(criterion: FaceCriterion, unit: CriterionUnit, measured: number | undefined, { min, max }: Limits): CriterionResult {
  const value = measured !== undefined && Number.isFinite(measured) ? Math.round(measured * 1_000) / 1_000 : null;
  const ok = value !== null && (min === undefined || value >= min) && (max === undefined || value <= max);
  return { criterion, unit, value, min: min ?? null, max: max ?? null, ok };
}
