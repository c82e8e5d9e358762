import type { CriterionResult } from './criteria/criterion.ts';
import { PORTRAIT_LIMITS } from './portrait-template.ts';
import type { Eyes } from './portrait-window.ts';

/** What was measured of a portrait; spots in px of it, left and right the person's own. */
export type PortraitFacts = Eyes & { readonly criteria: readonly CriterionResult[] };

/** What a full frontal image asks for that is measured here, and the children's looser limits do not give. */
const ASKED = ['one-face', 'eyes-open', 'mouth-closed', 'head-width', 'head-height', 'centred', 'background-even', 'background-light', 'sharpness'] as const;

/**
 * Whether a portrait may be called full frontal: every criterion met that was measured, and pose and head within an adult's
 * limits, whoever it is. A portrait nobody measured may not. Never token: the chip's 622×800 is not of that shape.
 * Source: ISO/IEC 19794-5, full frontal image type; ANSI/NIST-ITL 10.013, levels 11 to 14.
 */
export function isFullFrontal(facts: PortraitFacts | undefined): boolean {
  if (facts === undefined) return false;
  const { yawDeg, pitchDeg, rollDeg, headWidth, headHeight } = PORTRAIT_LIMITS.adult;
  const limits: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
    yaw: { min: -yawDeg, max: yawDeg }, pitch: { min: -pitchDeg, max: pitchDeg }, roll: { min: -rollDeg, max: rollDeg }, 'head-width': headWidth, 'head-height': headHeight,
  };
  const find = (name: string): CriterionResult | undefined => facts.criteria.find(({ criterion }) => criterion === name);
  const within = Object.entries(limits).every(([name, { min, max }]) => {
    const value = find(name)?.value ?? null;
    return value !== null && value >= min && value <= max;
  });
  return within && facts.criteria.every(({ ok }) => ok) && ASKED.every((name) => find(name) !== undefined);
}
