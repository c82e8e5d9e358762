import { MIRROR_PAIRS, pointOf, type FaceReading } from './landmarks.ts';

/**
 * Which way the head is turned, degrees. `yaw` positive = to the person's own left; `pitch` positive = looks down;
 * `roll` positive = the head leans to the person's own left (clockwise in the picture).
 */
export type HeadPose = { readonly yawDeg: number; readonly pitchDeg: number; readonly rollDeg: number };

const DEGREES = 180 / Math.PI;
/** The line from forehead to chin of a face that looks straight is this far from upright on the mesh (mean of 200 drawn faces). */
const UPRIGHT_DEG = 4.2;

/** From depths on the mesh: pairs of points left and right for the yaw, forehead and chin for the pitch, the eye line for the roll. */
export function headPose(face: Pick<FaceReading, 'mesh'>): HeadPose {
  let [depth, width] = [0, 0];
  for (const [right, left] of MIRROR_PAIRS) {
    const [r, l] = [face.mesh[right]!, face.mesh[left]!];
    depth += l.z - r.z;
    width += Math.hypot(l.x - r.x, l.y - r.y);
  }
  const [top, chin] = [pointOf(face, 'foreheadTop'), pointOf(face, 'chin')];
  const [right, left] = [pointOf(face, 'rightOuter'), pointOf(face, 'leftOuter')];
  return {
    yawDeg: Math.atan2(depth, width) * DEGREES,
    pitchDeg: Math.atan2(chin.z - top.z, Math.hypot(chin.x - top.x, chin.y - top.y)) * DEGREES - UPRIGHT_DEG,
    rollDeg: Math.atan2(left.y - right.y, left.x - right.x) * DEGREES,
  };
}
