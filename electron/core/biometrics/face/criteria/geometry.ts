import { headPose } from '../head-pose.ts';
import { pointOf, type EyeReading, type FaceReading } from '../landmarks.ts';
import type { PortraitLimits } from '../portrait-template.ts';
import { EYES_TO_CHIN_SHARE, inPortrait, outside, type PortraitWindow } from '../portrait-window.ts';
import { between, distancePx, type RgbaImage } from '../rgba-image.ts';
import { judge, type CriterionResult } from './criterion.ts';

export type Seen = { readonly face: FaceReading; readonly image: RgbaImage; readonly window: PortraitWindow; readonly limits: PortraitLimits; readonly live: boolean };

/** ISO/IEC 39794-5 D.1.4: no fewer px between the eyes. TR-03121's 300 px follow from a portrait of 1244 px. */
const LEAST_EYE_DISTANCE_PX = 90;
/** From the eyes to the chin over the picture's height: between too far away for a sharp portrait and too near to fit. */
const NEAR_ENOUGH = { min: 0.17, max: 0.36 };
const CENTRED = { min: 0.45, max: 0.55 };

/** One face, where it is, how it is held, and whether eyes and mouth are as they should be. */
export function geometryCriteria({ face, image, window, limits, live }: Seen): readonly CriterionResult[] {
  const { yawDeg, pitchDeg, rollDeg } = headPose(face);
  const chin = pointOf(face, 'chin');
  const eyesToChinPx = distancePx(between(face.right.centre, face.left.centre), chin);
  const sides = [inPortrait(window, pointOf(face, 'rightSide')), inPortrait(window, pointOf(face, 'leftSide'))] as const;
  return [
    judge('one-face', 'count', face.faces, { min: 1, max: 1 }),
    judge('distance', 'share', eyesToChinPx / image.heightPx, NEAR_ENOUGH),
    judge('in-picture', 'share', outside(window, image), { max: 0 }),
    // A live frame is smaller than the still: what counts is measured there.
    ...(live ? [] : [judge('eye-distance', 'px', distancePx(face.right.centre, face.left.centre) / Math.cos((yawDeg * Math.PI) / 180), { min: LEAST_EYE_DISTANCE_PX })]),
    judge('yaw', 'degrees', yawDeg, { min: -limits.yawDeg, max: limits.yawDeg }),
    judge('pitch', 'degrees', pitchDeg, { min: -limits.pitchDeg, max: limits.pitchDeg }),
    judge('roll', 'degrees', rollDeg, { min: -limits.rollDeg, max: limits.rollDeg }),
    judge('head-width', 'share', distancePx(...sides) / window.widthPx, limits.headWidth),
    judge('head-height', 'share', (eyesToChinPx * window.scale) / EYES_TO_CHIN_SHARE / window.heightPx, limits.headHeight),
    judge('centred', 'share', between(...sides).x / window.widthPx, CENTRED),
    judge('eyes-open', 'share', Math.min(face.right.opening, face.left.opening), { min: limits.eyeOpening }),
    judge('gaze', 'share', gazeOf(face), { max: limits.gaze }),
    judge('mouth-closed', 'share', distancePx(pointOf(face, 'lipUpper'), pointOf(face, 'lipLower')) / eyesToChinPx, { max: limits.mouthOpening }),
  ];
}

/** How far both irises stand from the middle of their eyes, over the eye's width; opposite shifts of the two eyes cancel. */
function gazeOf({ right, left }: FaceReading): number {
  const shift = ({ iris, centre, inner, outer }: EyeReading): readonly [number, number] => {
    const width = Math.max(1, distancePx(inner, outer));
    return [(iris.x - centre.x) / width, (iris.y - centre.y) / width];
  };
  const [a, b] = [shift(right), shift(left)];
  return Math.hypot((a[0] + b[0]) / 2, Math.max(0, Math.abs((a[1] + b[1]) / 2) - 0.05));
}
