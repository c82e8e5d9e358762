import { FINGERS_OF, expectedFingers, type Finger, type Slap } from '../../dossier/capture-slots.ts';
import type { GrayImage } from '../image/gray-image.ts';
import { clampBox, type Box } from '../raster/crop.ts';
import { atHalfPpi } from '../raster/halve.ts';
import { findFingertips } from './find-fingertips.ts';
import type { Fingertip } from './fingertip-shape.ts';
import { CELL_PX, findForeground } from './foreground.ts';
import { decideHand, type HandSide } from './hand-side.ts';

/** One finger of a slap. Pixels of the image given, from its top left. */
export type FingerSegment = {
  /** Which finger it is when the count and hand are as asked for; `undefined` when the count is wrong. */
  readonly finger: Finger | undefined;
  /** Upright box around the end phalanx, inside the image: what ANSI/NIST-ITL field 14.021 holds. */
  readonly box: Box;
  /** The same finger in its own direction: centre, size across and along, clockwise turn from upright. */
  readonly turned: { readonly centreX: number; readonly centreY: number; readonly widthPx: number; readonly heightPx: number; readonly angleDeg: number };
};

export type Segmentation = {
  /** From left to right across the hand. */
  readonly fingers: readonly FingerSegment[];
  readonly expected: number;
  readonly count: 'as-expected' | 'too-few' | 'too-many';
  readonly hand: HandSide;
  /** Clockwise turn of the whole hand from upright, degrees. */
  readonly handAngleDeg: number;
};

export type SegmentRequest = { readonly slot: Slap; readonly missing: ReadonlySet<Finger> };

/**
 * Finds the fingertips of a slap: 250..2000 ppi, up to 1600 × 1500 px at 500 ppi within 130 ms, turned by up to 15°.
 * A wrong number of fingers is reported, never mended; then no finger is named.
 * Errors: throws `RangeError` on a resolution outside 250..2000 ppi.
 */
export function segmentSlap(image: GrayImage, { slot, missing }: SegmentRequest): Segmentation {
  const foreground = findForeground(atHalfPpi(image));
  const { tips, handAngleRad } = findFingertips(foreground);
  const due = inImageOrder(slot, missing);
  const count = tips.length === due.length ? 'as-expected' : tips.length < due.length ? 'too-few' : 'too-many';
  const scale = (CELL_PX * image.ppi) / 500;
  return {
    fingers: tips.map((tip, n) => ({ finger: count === 'as-expected' ? due[n] : undefined, box: boxOf(tip, scale, image), turned: turnedOf(tip, scale) })),
    expected: due.length, count, handAngleDeg: degrees(handAngleRad),
    hand: decideHand(tips, handAngleRad, foreground, expectedFingers(slot, missing)),
  };
}

/** Seen through the glass a right hand shows its index finger on the left; a left hand and the thumbs are the other way round. */
function inImageOrder(slot: Slap, missing: ReadonlySet<Finger>): readonly Finger[] {
  const fingers = FINGERS_OF[slot].filter((finger) => !missing.has(finger));
  return slot === 'right-four' ? fingers : fingers.toReversed();
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;

const boxOf = ({ region }: Fingertip, scale: number, image: GrayImage): Box =>
  clampBox({ leftPx: region.left * scale, topPx: region.top * scale, widthPx: (region.right - region.left + 1) * scale, heightPx: (region.bottom - region.top + 1) * scale }, image);

const turnedOf = (tip: Fingertip, scale: number): FingerSegment['turned'] =>
  ({ centreX: tip.centreX * scale, centreY: tip.centreY * scale, widthPx: tip.width * scale, heightPx: tip.length * scale, angleDeg: degrees(tip.angleRad) });
