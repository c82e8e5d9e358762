import { AT, type FaceReading, type Landmark } from '../landmarks.ts';
import type { RgbaImage, Spot } from '../rgba-image.ts';
import { EYE_INPUT_SIDE, EYE_NUMBERS, eyeSquare, mirrorPixels, readEye } from './eye-reading.ts';
import { BOX_INPUT_SIDE, readFaceBoxes, type BoxAnswer, type FaceBox } from './face-boxes.ts';
import { expectNumbers } from './network-answer.ts';
import { AROUND_ZERO, FROM_ZERO, fromSquare, sampleSquare, type Square } from './square.ts';

export const MESH_INPUT_SIDE = 192;
const MESH_POINTS = 468;
/** The mesh network was made for faces with a quarter of air on every side. */
const MESH_MARGIN = 1.5;
const LEAST_BOX_SCORE = 0.5;
const LEAST_MESH_SCORE = 0.5;

/** The three networks, each a function of pixels; whoever runs them lives outside the core. */
export type FaceNetworks = {
  /** `pixels` 256 × 256 × 3 in [-1, 1] */
  boxes(pixels: Float32Array): BoxAnswer;
  /** `pixels` 192 × 192 × 3 in [0, 1]; 468 × (x, y, z) in px of that square, and 0..1 how sure it is a face */
  mesh(pixels: Float32Array): { readonly points: Float32Array; readonly score: number };
  /** two pictures of 64 × 64 × 3 in [0, 1], one after the other; 228 numbers for each */
  eyes(pixels: Float32Array): Float32Array;
};

/** Finds the nearest face and its landmarks. Between frames it looks where the face was; `fresh` searches the whole image. */
export class FaceFinder {
  readonly #networks: FaceNetworks;
  #last: { readonly square: Square; readonly faces: number; readonly frames: number } | undefined;

  constructor(networks: FaceNetworks) {
    this.#networks = networks;
  }

  /**
   * `undefined` = no face. In a live stream every `searchEvery`th frame is searched whole, so that a second face is seen.
   * @throws {CodecFault} `face.bad-answer`, see `lookAtPortrait`
   */
  find(image: RgbaImage, searchEvery = 1): FaceReading | undefined {
    const last = this.#last;
    const tracked = last !== undefined && last.frames + 1 < searchEvery ? this.#read(image, last.square, last.faces) : undefined;
    if (tracked !== undefined && last !== undefined) {
      this.#last = { square: squareAround(tracked.mesh), faces: last.faces, frames: last.frames + 1 };
      return tracked;
    }
    const boxes = this.#search(image);
    const nearest = boxes.toSorted((a, b) => b.sidePx - a.sidePx)[0];
    const rough = nearest && this.#read(image, squareOf(nearest), boxes.length);
    // The box is only roughly where the face is; a second look from the mesh itself takes half the error away.
    const found = rough && this.#read(image, squareAround(rough.mesh), boxes.length);
    this.#last = found && { square: squareAround(found.mesh), faces: boxes.length, frames: 0 };
    return found;
  }

  /** The next image has nothing to do with the one before. */
  forget(): void {
    this.#last = undefined;
  }

  #search(image: RgbaImage): readonly FaceBox[] {
    const whole: Square = { centre: { x: image.widthPx / 2, y: image.heightPx / 2 }, sidePx: Math.max(image.widthPx, image.heightPx), turnRad: 0 };
    return readFaceBoxes(this.#networks.boxes(sampleSquare(image, whole, BOX_INPUT_SIDE, AROUND_ZERO)), whole, LEAST_BOX_SCORE);
  }

  #read(image: RgbaImage, square: Square, faces: number): FaceReading | undefined {
    const { points, score } = this.#networks.mesh(sampleSquare(image, square, MESH_INPUT_SIDE, FROM_ZERO));
    expectNumbers([score], 1);
    if (score < LEAST_MESH_SCORE) return undefined;
    expectNumbers(points, MESH_POINTS * 3);
    const mesh = Array.from({ length: MESH_POINTS }, (_, n): Landmark => ({
      ...fromSquare(square, MESH_INPUT_SIDE, points[n * 3]!, points[n * 3 + 1]!), z: (points[n * 3 + 2]! * square.sidePx) / MESH_INPUT_SIDE,
    }));
    return { mesh, score, faces, ...this.#readEyes(image, mesh, square.turnRad) };
  }

  #readEyes(image: RgbaImage, mesh: readonly Landmark[], turnRad: number): Pick<FaceReading, 'right' | 'left'> {
    const squares = [eyeSquare(mesh[AT.rightInner]!, mesh[AT.rightOuter]!, turnRad), eyeSquare(mesh[AT.leftInner]!, mesh[AT.leftOuter]!, turnRad)] as const;
    const [right, left] = [sampleSquare(image, squares[0], EYE_INPUT_SIDE, FROM_ZERO), sampleSquare(image, squares[1], EYE_INPUT_SIDE, FROM_ZERO)];
    const both = new Float32Array(right.length * 2);
    both.set(mirrorPixels(right, EYE_INPUT_SIDE));
    both.set(left, right.length);
    const numbers = this.#networks.eyes(both);
    expectNumbers(numbers, EYE_NUMBERS * 2);
    return { right: readEye(numbers.subarray(0, EYE_NUMBERS), squares[0], true), left: readEye(numbers.subarray(EYE_NUMBERS), squares[1], false) };
  }
}

const squareOf = ({ centre, sidePx, rightEye, leftEye }: FaceBox): Square => ({ centre, sidePx: sidePx * MESH_MARGIN, turnRad: turnOf(rightEye, leftEye) });

function squareAround(mesh: readonly Landmark[]): Square {
  const [xs, ys] = [mesh.map(({ x }) => x), mesh.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    centre: { x: (left + right) / 2, y: (top + bottom) / 2 }, sidePx: Math.max(right - left, bottom - top) * 1.25,
    turnRad: turnOf(mesh[AT.rightOuter]!, mesh[AT.leftOuter]!),
  };
}

/** The person's right eye is on the left of the picture. */
const turnOf = (right: Spot, left: Spot): number => Math.atan2(left.y - right.y, left.x - right.x);
