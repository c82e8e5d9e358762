import type { GrayImage } from '../../../electron/core/biometrics/image/gray-image.ts';
import { assessPrint, assessSegment, type PrintQuality } from '../../../electron/core/biometrics/quality/print-quality.ts';
import { clampBox, type Box } from '../../../electron/core/biometrics/raster/crop.ts';
import { atHalfPpi } from '../../../electron/core/biometrics/raster/halve.ts';
import { labelRegions } from '../../../electron/core/biometrics/raster/label-regions.ts';
import { CELL_PX, findForeground } from '../../../electron/core/biometrics/segmentation/foreground.ts';
import type { HandSide } from '../../../electron/core/biometrics/segmentation/hand-side.ts';
import { segmentSlap } from '../../../electron/core/biometrics/segmentation/segment-slap.ts';
import { fingerOf, isSlap, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';

/** One fingertip in a picture. `finger` is undefined where the number of fingers doesn't fit, so that none can be named. */
export type FoundFinger = { readonly finger: Finger | undefined; readonly box: Box; readonly angleDeg: number; readonly quality: PrintQuality };
export type FoundFingers = { readonly fingers: readonly FoundFinger[]; readonly hand: HandSide };

/** Smaller patches (4 × 4 mm) are specks and not the finger that was laid down alone. */
const LEAST_CELLS = 100;

const NO_HAND: HandSide = { verdict: 'undecided', rightProbability: 0.5 };

/** Finds the fingers of a slap, or the one finger of a plain or rolled print, and measures each. Errors: `RangeError` outside 250..2000 ppi. */
export function findFingers(image: GrayImage, slot: FingerprintSlot, missing: ReadonlySet<Finger>): FoundFingers {
  if (!isSlap(slot)) return { fingers: findSingle(image, fingerOf(slot)), hand: NO_HAND };
  const { fingers, hand } = segmentSlap(image, { slot, missing });
  return { hand, fingers: fingers.map(({ finger, box, turned }) => ({ finger, box, angleDeg: turned.angleDeg, quality: assessSegment(image, box) })) };
}

function findSingle(image: GrayImage, finger: Finger): readonly FoundFinger[] {
  const foreground = findForeground(atHalfPpi(image));
  const [largest] = labelRegions(foreground.mask, foreground, LEAST_CELLS).toSorted((a, b) => b.cells.length - a.cells.length);
  if (largest === undefined) return [];
  const cellPx = (CELL_PX * image.ppi) / 500;
  const box = clampBox({
    leftPx: largest.left * cellPx, topPx: largest.top * cellPx,
    widthPx: (largest.right - largest.left + 1) * cellPx, heightPx: (largest.bottom - largest.top + 1) * cellPx,
  }, image);
  return [{ finger, box, angleDeg: 0, quality: assessPrint(image) }];
}
