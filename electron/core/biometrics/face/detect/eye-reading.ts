import type { EyeReading, Landmark } from '../landmarks.ts';
import { between, distancePx, type Spot } from '../rgba-image.ts';
import { fromSquare, type Square } from './square.ts';

export const EYE_INPUT_SIDE = 64;
/** 71 points of the lids and brow, then five of the iris, three numbers each. */
export const EYE_NUMBERS = 228;
/** The network was made for eyes this much smaller than its picture. */
const EYE_MARGIN = 2.3;
const CORNER_A = 0;
const CORNER_B = 8;
const LOWER_LID = [3, 4, 5];
const UPPER_LID = [11, 12, 13];
const IRIS = 71;

/** What the eye network looks at, turned as the face is. */
export function eyeSquare(inner: Landmark, outer: Landmark, turnRad: number): Square {
  return { centre: between(inner, outer), sidePx: distancePx(inner, outer) * EYE_MARGIN, turnRad };
}

/** `mirrored` = the picture was reversed left to right before the network saw it: it knows one side of the face only. */
export function readEye(numbers: Float32Array, square: Square, mirrored: boolean): EyeReading {
  const at = (n: number): Spot => fromSquare(square, EYE_INPUT_SIDE, mirrored ? EYE_INPUT_SIDE - numbers[n * 3]! : numbers[n * 3]!, numbers[n * 3 + 1]!);
  const mean = (points: readonly number[]): Spot => {
    const spots = points.map(at);
    return { x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length, y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length };
  };
  const [inner, outer] = [at(CORNER_A), at(CORNER_B)];
  const iris = at(IRIS);
  const rim = [1, 2, 3, 4].map((n) => distancePx(iris, at(IRIS + n)));
  return {
    centre: between(inner, outer), iris, inner, outer,
    irisRadiusPx: rim.reduce((sum, r) => sum + r, 0) / rim.length,
    opening: distancePx(mean(UPPER_LID), mean(LOWER_LID)) / Math.max(1e-6, distancePx(inner, outer)),
  };
}

/** The same pixels left to right reversed, `side` × `side` × 3. */
export function mirrorPixels(pixels: Float32Array, side: number): Float32Array {
  const out = new Float32Array(pixels.length);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [to, from] = [(row * side + column) * 3, (row * side + side - 1 - column) * 3];
      for (let c = 0; c < 3; c++) out[to + c] = pixels[from + c]!;
    }
  }
  return out;
}
