import { ok, type Result } from '../../result/result.ts';
import type { PortraitAssessment } from '../face/assess-portrait.ts';
import type { CodecError } from '../codec-error.ts';
import { EYE_NUMBERS } from '../face/detect/eye-reading.ts';
import type { BoxAnswer } from '../face/detect/face-boxes.ts';
import { FaceFinder, type FaceNetworks } from '../face/detect/face-finder.ts';
import { AT } from '../face/landmarks.ts';
import { lookAtPortrait } from '../face/look-at-portrait.ts';
import { seededNoise } from '../image/synthetic-ridges.ts';
import type { FuzzTarget } from './targets.ts';

/**
 * Everything about a face but the networks, as one file that can be damaged: the picture's size as it claims to be, what the
 * networks answer, and the pixels. The one box lies in the middle cell of the coarse layer; everywhere else there is none.
 */
const SIZE = { widthPx: 48, heightPx: 60 } as const;
const POINTS = 468;
const BOX = 8 * 6 * 4 + 6 * 4;
const NO_FACE = -20;
/** Where the parts lie, bytes: two sizes, score and box, score and points of the mesh, both eyes, pixels. */
const PART = { size: 16, box: 17 * 4, mesh: (1 + POINTS * 3) * 4, eyes: 2 * EYE_NUMBERS * 4 } as const;

/** A face as coarse as it can be, in px of the mesh network's square; points without a name lie on an oval. */
const NAMED: Readonly<Record<keyof typeof AT, readonly [x: number, y: number]>> = {
  foreheadTop: [96, 30], chin: [96, 165], rightSide: [40, 95], leftSide: [152, 95], noseTip: [96, 105], noseBase: [96, 112],
  rightOuter: [58, 80], rightInner: [82, 80], rightUpper: [70, 76], rightLower: [70, 84],
  leftOuter: [134, 80], leftInner: [110, 80], leftUpper: [122, 76], leftLower: [122, 84],
  lipUpper: [96, 132], lipLower: [96, 134], mouthRight: [80, 133], mouthLeft: [112, 133], rightCheek: [66, 108], leftCheek: [126, 108], glabella: [96, 72],
};

function goodFile(): Uint8Array {
  const named = new Map<number, readonly [number, number]>(Object.entries(NAMED).map(([name, spot]) => [AT[name as keyof typeof AT], spot] as const));
  const points = Array.from({ length: POINTS }, (_, n) => [...(named.get(n) ?? [96 + 56 * Math.sin(n), 97 - 68 * Math.cos(n)]), 0]).flat();
  const eye = Array.from({ length: EYE_NUMBERS / 3 }, (_, n) => [n === 0 ? 18 : n === 8 ? 46 : 32 + (n > 71 ? 4 : 0), n >= 11 && n <= 13 ? 28 : n >= 3 && n <= 5 ? 38 : 32, 0]).flat();
  const numbers = Float32Array.from([5, 0, 0, 120, 120, -25, -20, 25, -20, ...Array.from({ length: 8 }, () => 0), 0.99, ...points, ...eye, ...eye]);
  const noise = seededNoise(3);
  const pixels = Uint8Array.from({ length: SIZE.widthPx * SIZE.heightPx * 4 }, () => 120 + Math.floor(80 * noise()));
  const file = new Uint8Array(PART.size + numbers.byteLength + pixels.length);
  file.set(new Uint8Array(Float64Array.of(SIZE.widthPx, SIZE.heightPx).buffer));
  file.set(new Uint8Array(numbers.buffer), PART.size);
  file.set(pixels, PART.size + numbers.byteLength);
  return file;
}

function numbersAt(file: Uint8Array, from: number, bytes: number): Float32Array {
  const part = file.slice(from, from + bytes);
  return new Float32Array(part.buffer, 0, part.length >> 2);
}

/** Networks that answer what the file says, whatever they are shown; a file cut short makes short answers. */
function networksOf(file: Uint8Array): FaceNetworks {
  const box = numbersAt(file, PART.size, PART.box);
  const mesh = numbersAt(file, PART.size + PART.box, PART.mesh);
  const eyes = numbersAt(file, PART.size + PART.box + PART.mesh, PART.eyes);
  const answer: BoxAnswer = { fineScores: new Float32Array(512).fill(NO_FACE), fineBoxes: new Float32Array(512 * 16), coarseScores: new Float32Array(384).fill(NO_FACE), coarseBoxes: new Float32Array(384 * 16) };
  answer.coarseScores.set(box.subarray(0, 1), BOX);
  answer.coarseBoxes.set(box.subarray(1), BOX * 16);
  return { boxes: () => answer, mesh: () => ({ points: mesh.subarray(1), score: mesh[0] ?? Number.NaN }), eyes: () => eyes };
}

/** @throws {Error} for a measure that is no number yet was kept as one, or met without being a number. */
function expectSound({ criteria, ok: met, eyes, pose }: PortraitAssessment): void {
  const values = criteria.map(({ value }) => value);
  const spots = eyes === undefined ? [] : [eyes.rightEye, eyes.leftEye, eyes.chin].flatMap(({ x, y }) => [x, y]);
  const numbers = [...values.filter((value) => value !== null), ...spots, ...Object.values(pose ?? {})];
  if (!numbers.every(Number.isFinite)) throw new Error('not a number, kept as one');
  if (criteria.some(({ value, ok: one }) => one && value === null) || (met && values.includes(null))) throw new Error('failed, and called met');
}

function readFace(file: Uint8Array): Result<unknown, CodecError> {
  const [widthPx, heightPx] = file.length < PART.size ? [0, 0] : new Float64Array(file.slice(0, PART.size).buffer);
  const finder = new FaceFinder(networksOf(file));
  const image = { widthPx: widthPx!, heightPx: heightPx!, pixels: file.subarray(PART.size + PART.box + PART.mesh + PART.eyes) };
  const looked = lookAtPortrait(finder, image, { template: 'adult', live: false, searchEvery: 1 });
  if (!looked.ok) return looked;
  expectSound(looked.value);
  return ok(looked.value.criteria);
}

export const FACE_TARGET: FuzzTarget = { name: 'face', good: goodFile(), read: readFace };
