import { backgroundCriteria } from './criteria/background.ts';
import { FACE_CRITERIA, judge, type CriterionResult, type FaceCriterion } from './criteria/criterion.ts';
import { geometryCriteria } from './criteria/geometry.ts';
import { lightCriteria } from './criteria/light.ts';
import { headPose, type HeadPose } from './head-pose.ts';
import { pointOf, type FaceReading } from './landmarks.ts';
import type { PortraitAdjust } from './portrait-adjust.ts';
import { PORTRAIT_LIMITS, type PortraitTemplate } from './portrait-template.ts';
import { portraitWindow, type Eyes, type PortraitWindow } from './portrait-window.ts';
import type { RgbaImage } from './rgba-image.ts';

export type PortraitAssessment = {
  readonly template: PortraitTemplate;
  /** In the order of `FACE_CRITERIA`. */
  readonly criteria: readonly CriterionResult[];
  readonly ok: boolean;
  /** Where the portrait lies in the image; `undefined` = no face. */
  readonly eyes: Eyes | undefined;
  readonly pose: HeadPose | undefined;
};

export type AssessOrder = { readonly template: PortraitTemplate; readonly live: boolean; /** How the officer moved the window by hand. */ readonly adjust?: PortraitAdjust | undefined };

/**
 * Every criterion of a portrait.
 *
 * Unit:   `face` in px of `image`; `live` leaves out what only the still can tell.
 * Result: no face = `one-face` fails with 0 and nothing else is measured.
 * Source: BSI TR-03121-3 Volume 2; ISO/IEC 39794-5 Annex D; ISO/IEC 29794-5 for the kinds of measures.
 */
export function assessPortrait(image: RgbaImage, face: FaceReading | undefined, { template, live, adjust }: AssessOrder): PortraitAssessment {
  if (face === undefined) return { template, criteria: [judge('one-face', 'count', 0, { min: 1, max: 1 })], ok: false, eyes: undefined, pose: undefined };
  const { x, y } = pointOf(face, 'chin');
  const eyes: Eyes = { rightEye: face.right.centre, leftEye: face.left.centre, chin: { x, y } };
  const window: PortraitWindow = portraitWindow(eyes, adjust);
  const criteria = [
    ...geometryCriteria({ face, image, window, limits: PORTRAIT_LIMITS[template], live }),
    ...lightCriteria(face, image), ...backgroundCriteria(image, window),
  ].sort((a, b) => placeOf(a.criterion) - placeOf(b.criterion));
  return { template, criteria, ok: criteria.every(({ ok }) => ok), eyes, pose: headPose(face) };
}

const placeOf = (criterion: FaceCriterion): number => FACE_CRITERIA.indexOf(criterion);
