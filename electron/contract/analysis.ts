import { z } from 'zod';
import { CHECK_MODES } from '../core/biometrics/capture-policy/policy-settings.ts';
import { QUALITY_REASONS } from '../core/biometrics/quality/quality-reasons.ts';
import { ROLL_CHECKS } from '../core/biometrics/sequence/roll-check.ts';
import { FINGERS } from '../core/dossier/capture-slots.ts';
import { CRITERION_UNITS, FACE_CRITERIA } from '../core/biometrics/face/criteria/criterion.ts';
import { ADJUST_LIMITS, type AdjustPart } from '../core/biometrics/face/portrait-adjust.ts';
import { PORTRAIT_TEMPLATES } from '../core/biometrics/face/portrait-template.ts';
import { Sha256, text } from './call.ts';

const FingerName = z.enum(FINGERS);

/** Upright box around a fingertip, px of the image it lies in, from its top left; `angleDeg` = clockwise turn of the finger. */
export const FingerBox = z.strictObject({ xPx: z.int(), yPx: z.int(), widthPx: z.int().positive(), heightPx: z.int().positive(), angleDeg: z.number() });
export type FingerBox = z.infer<typeof FingerBox>;

/** 0..100 on the project's own scale (`quality/print-quality.ts`); `null` = measuring was tried and failed, or wasn't tried yet. */
const Quality = z.int().min(0).max(100).nullable();

/** One finger found in a still. `finger` is `null` where the number of fingers didn't fit, so that none can be named. */
export const SegmentView = z.strictObject({
  finger: FingerName.nullable(),
  box: FingerBox,
  quality: Quality,
  /** Least quality asked of this finger when it was judged. */
  threshold: z.int().min(0).max(100).nullable(),
  reasons: z.array(z.enum(QUALITY_REASONS)),
  ok: z.boolean(),
});
export type SegmentView = z.infer<typeof SegmentView>;

/** What speaks against using a still, translation keys `problem.<kind>`. */
export const PrintProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('too-few-fingers'), found: z.int(), expected: z.int() }),
  z.strictObject({ kind: z.literal('too-many-fingers'), found: z.int(), expected: z.int() }),
  /** As many fingers as if none were missing. */
  z.strictObject({ kind: z.literal('missing-finger-seen'), fingers: z.array(FingerName) }),
  z.strictObject({ kind: z.literal('low-quality'), finger: FingerName }),
  z.strictObject({ kind: z.literal('wrong-hand'), looksLike: z.enum(['right', 'left']) }),
  z.strictObject({ kind: z.literal('same-finger'), finger: FingerName, sameAs: FingerName }),
  z.strictObject({ kind: z.literal('wrong-finger'), finger: FingerName, looksLike: FingerName.nullable() }),
  z.strictObject({ kind: z.literal('hands-swapped') }),
  /** The image work itself failed; nothing was measured. */
  z.strictObject({ kind: z.literal('not-measured') }),
]);
export type PrintProblem = z.infer<typeof PrintProblem>;

/**
 * What the station's own engine found in a fingerprint still. Source of the rules: BSI TR-03121-3 Volume 2.
 * `verdict`: `good` = use it; `retake` = another try is expected to cure it; `look` = the officer must look at it.
 */
export const PrintAnalysis = z.strictObject({
  kind: z.literal('fingerprint'),
  impression: z.enum(['plain', 'rolled']),
  /** Name of the quality measure: the project's own, never NFIQ 2. */
  measure: text(40),
  expected: z.array(FingerName),
  hand: z.enum(['right', 'left', 'unknown']),
  /** From left to right across the hand. */
  segments: z.array(SegmentView),
  problems: z.array(PrintProblem),
  /** Rolled fingers only: is it the finger whose plain print was taken? */
  rollCheck: z.enum(ROLL_CHECKS).nullable(),
  verdict: z.enum(['good', 'retake', 'look']),
  /** What the checks found, whether it was shown or kept for evaluation; absent where nothing could be measured. */
  checks: z.strictObject({
    hand: z.strictObject({
      mode: z.enum(CHECK_MODES), looksLike: z.enum(['right', 'left', 'undecided']),
      /** 0..1 that it is a right hand, and from which probability a side is named; `null` where there is no hand to tell (thumbs, single fingers). */
      rightProbability: z.number().nullable(), threshold: z.number(),
    }).nullable(),
    uniqueness: z.strictObject({ mode: z.enum(CHECK_MODES), doubles: z.array(z.strictObject({ finger: FingerName, sameAs: FingerName })) }).nullable(),
  }).optional(),
});
export type PrintAnalysis = z.infer<typeof PrintAnalysis>;

/** One criterion of a portrait; `value` `null` = measuring failed, which is never ok. Source: electron/core/biometrics/face. */
export const FaceCriterionView = z.strictObject({
  criterion: z.enum(FACE_CRITERIA), unit: z.enum(CRITERION_UNITS), value: z.number().nullable(), min: z.number().nullable(), max: z.number().nullable(), ok: z.boolean(),
});

const Spot = z.strictObject({ x: z.number(), y: z.number() });
/** Degrees; yaw to the person's own left, pitch down, roll to the person's own left. */
const Pose = z.strictObject({ yawDeg: z.number(), pitchDeg: z.number(), rollDeg: z.number() });

/** What the page's detector found in a still. Spots in px of that still; left and right are the person's own. */
export const PortraitFindings = z.strictObject({
  sha256: Sha256,
  rightEye: Spot, leftEye: Spot, chin: Spot,
  template: z.enum(PORTRAIT_TEMPLATES),
  pose: Pose,
  criteria: z.array(FaceCriterionView).min(1).max(40),
});
export type PortraitFindings = z.infer<typeof PortraitFindings>;

const between = (part: AdjustPart) => z.number().min(ADJUST_LIMITS[part].min).max(ADJUST_LIMITS[part].max);

/** How the officer moved the window by hand, within limits; see `face/portrait-adjust.ts`. */
export const PortraitAdjust = z.strictObject({ right: between('right'), down: between('down'), zoom: between('zoom'), turnDeg: between('turnDeg') });

/** The portrait as it was cut out. Spots in px of the portrait, for the face record. `look` = a criterion failed: taken only with a reason. */
export const PortraitAnalysis = z.strictObject({
  kind: z.literal('portrait'),
  /** `page-detector`: found by networks in the page; the pixels were never the page's. */
  measure: text(40),
  template: z.enum(PORTRAIT_TEMPLATES),
  pose: Pose,
  rightEye: Spot, leftEye: Spot, chin: Spot,
  criteria: z.array(FaceCriterionView),
  verdict: z.enum(['good', 'look']),
  /** Absent where nobody moved the window. */
  adjust: PortraitAdjust.optional(),
});
export type PortraitAnalysis = z.infer<typeof PortraitAnalysis>;

/** What was found in a still, by what it shows. Kept with the attempt. */
export const StillAnalysis = z.discriminatedUnion('kind', [PrintAnalysis, PortraitAnalysis]);
export type StillAnalysis = z.infer<typeof StillAnalysis>;

/** A finger in a live frame, px of that frame; `quality` `null` = not measured in this frame. */
export const LiveBox = z.strictObject({ finger: FingerName.nullable(), box: FingerBox, quality: Quality, ok: z.boolean() });
export type LiveBox = z.infer<typeof LiveBox>;

const Thresholds = z.strictObject({ thumb: z.int(), index: z.int(), middle: z.int(), ring: z.int(), little: z.int() });

/** The rules of capture as the station is set; the shape of `PolicySettings`. */
export const PrintPolicy = z.strictObject({
  plainThresholds: Thresholds,
  rolledThresholds: Thresholds,
  attempts: z.int().positive(),
  handCheck: z.enum(CHECK_MODES),
  uniquenessCheck: z.enum(CHECK_MODES),
  autoDelayMs: z.int().nonnegative(),
  captureTimeoutMs: z.int().positive(),
  silenceMs: z.int().positive(),
  clearMs: z.int().nonnegative(),
});
