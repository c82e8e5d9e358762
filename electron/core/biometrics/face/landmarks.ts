import type { Spot } from './rgba-image.ts';

/** A landmark; `z` is depth in px of the same image, smaller = nearer to the camera, 0 about the middle of the head. */
export type Landmark = Spot & { readonly z: number };

/** One eye as the eye network drew it. `opening` = height of the gap between the lids over the distance of the corners. */
export type EyeReading = { readonly centre: Spot; readonly iris: Spot; readonly irisRadiusPx: number; readonly opening: number; readonly inner: Spot; readonly outer: Spot };

/** A face found in an image, px of that image. Left and right are the person's own. */
export type FaceReading = {
  readonly mesh: readonly Landmark[];
  readonly right: EyeReading;
  readonly left: EyeReading;
  /** 0..1, how sure the mesh network is that this is a face */
  readonly score: number;
  /** faces in the whole image, this one counted */
  readonly faces: number;
};

/** Places on the 468-point mesh. Source: the numbering of the mesh model inside @vladmandic/human (facemesh). */
export const AT = {
  foreheadTop: 10, chin: 152, rightSide: 234, leftSide: 454, noseTip: 1, noseBase: 2,
  rightOuter: 33, rightInner: 133, rightUpper: 159, rightLower: 145,
  leftOuter: 263, leftInner: 362, leftUpper: 386, leftLower: 374,
  lipUpper: 13, lipLower: 14, mouthRight: 78, mouthLeft: 308,
  rightCheek: 50, leftCheek: 280, glabella: 9,
} as const;

export const pointOf = (face: Pick<FaceReading, 'mesh'>, name: keyof typeof AT): Landmark => face.mesh[AT[name]]!;

/** Pairs of points that mirror each other, far from the mouth and the lids, so that no expression moves them. */
export const MIRROR_PAIRS: readonly (readonly [right: number, left: number])[] = [
  [234, 454], [127, 356], [93, 323], [132, 361], [33, 263], [133, 362], [50, 280], [116, 345], [117, 346], [54, 284], [103, 332], [21, 251], [162, 389],
];

/** The face's outline. */
export const OUTLINE: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
