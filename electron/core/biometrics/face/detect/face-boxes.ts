import type { Spot } from '../rgba-image.ts';
import { expectNumbers } from './network-answer.ts';
import { fromSquare, type Square } from './square.ts';

/** What the box network answers: scores (logits) and 16 numbers per anchor: x, y, width, height, six key points. */
export type BoxAnswer = { readonly fineScores: Float32Array; readonly fineBoxes: Float32Array; readonly coarseScores: Float32Array; readonly coarseBoxes: Float32Array };
export type FaceBox = { readonly centre: Spot; readonly sidePx: number; readonly rightEye: Spot; readonly leftEye: Spot; readonly score: number };

export const BOX_INPUT_SIDE = 256;
const NUMBERS = 16;
/** Two anchors in every cell of 16 px, six in every cell of 32 px. Source: the model's own outputs (512 and 384 rows). */
const LAYERS = [{ cellPx: 16, anchors: 2 }, { cellPx: 32, anchors: 6 }] as const;
const MOST_FACES = 4;
/** Boxes that share more than this of their union are the same face. */
const SAME_FACE = 0.3;

/**
 * Faces with a score of at least `least` (0..1), the surest first, one box each. `input` is the square that the network saw.
 * @throws {CodecFault} `face.bad-answer`
 */
export function readFaceBoxes(answer: BoxAnswer, input: Square, least: number): readonly FaceBox[] {
  const found = [
    ...readLayer(answer.fineScores, answer.fineBoxes, 0, { input, least }),
    ...readLayer(answer.coarseScores, answer.coarseBoxes, 1, { input, least }),
  ].sort((a, b) => b.score - a.score);
  const kept: FaceBox[] = [];
  for (const box of found) {
    if (kept.length < MOST_FACES && kept.every((other) => overlap(box, other) < SAME_FACE)) kept.push(box);
  }
  return kept;
}

function readLayer(scores: Float32Array, boxes: Float32Array, layer: 0 | 1, { input, least }: { readonly input: Square; readonly least: number }): readonly FaceBox[] {
  const { cellPx, anchors } = LAYERS[layer];
  const columns = BOX_INPUT_SIDE / cellPx;
  expectNumbers(scores, columns * columns * anchors);
  expectNumbers(boxes, scores.length * NUMBERS);
  const found: FaceBox[] = [];
  for (let n = 0; n < scores.length; n++) {
    const score = 1 / (1 + Math.exp(-scores[n]!));
    if (!(score >= least)) continue;
    const cell = Math.floor(n / anchors);
    const [anchorX, anchorY] = [((cell % columns) + 0.5) * cellPx, (Math.floor(cell / columns) + 0.5) * cellPx];
    const value = (k: number): number => boxes[n * NUMBERS + k]!;
    const spot = (k: number): Spot => fromSquare(input, BOX_INPUT_SIDE, anchorX + value(k), anchorY + value(k + 1));
    const side = (Math.max(value(2), value(3)) * input.sidePx) / BOX_INPUT_SIDE;
    if (side > 0) found.push({ centre: spot(0), sidePx: side, rightEye: spot(4), leftEye: spot(6), score });
  }
  return found;
}

function overlap(a: FaceBox, b: FaceBox): number {
  const along = (p: number, q: number): number => Math.max(0, Math.min(p + a.sidePx / 2, q + b.sidePx / 2) - Math.max(p - a.sidePx / 2, q - b.sidePx / 2));
  const shared = along(a.centre.x, b.centre.x) * along(a.centre.y, b.centre.y);
  return shared / (a.sidePx ** 2 + b.sidePx ** 2 - shared);
}
