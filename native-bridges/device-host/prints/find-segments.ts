import { extractTemplate, type PrintTemplate } from '../../../electron/core/biometrics/minutiae/print-template.ts';
import type { GrayImage } from '../../../electron/core/biometrics/image/gray-image.ts';
import { assessPrint, assessSegment, type PrintQuality } from '../../../electron/core/biometrics/quality/print-quality.ts';
import { clampBox, crop, type Box } from '../../../electron/core/biometrics/raster/crop.ts';
import { atWorkingPpi } from '../../../electron/core/biometrics/raster/halve.ts';
import { labelRegions } from '../../../electron/core/biometrics/raster/label-regions.ts';
import { CELL_PX, findForeground } from '../../../electron/core/biometrics/segmentation/foreground.ts';
import { segmentSlap } from '../../../electron/core/biometrics/segmentation/segment-slap.ts';
import { fingerOf, isSlap, type Finger, type FingerprintSlot } from '../../../electron/core/dossier/capture-slots.ts';

/** One fingertip in a still with everything measured of it. `finger` is undefined where the number of fingers doesn't fit. */
export type MeasuredFinger = { readonly finger: Finger | undefined; readonly box: Box; readonly angleDeg: number; readonly quality: PrintQuality; readonly template: PrintTemplate };
export type MeasuredStill = { readonly fingers: readonly MeasuredFinger[]; readonly hand: 'right' | 'left' | 'undecided' };

/** Light ground left around a fingertip for its minutiae, px at 500 ppi. */
const MARGIN_PX = 24;
/** Smaller patches (4 × 4 mm) are specks and not the finger that was laid down alone. */
const LEAST_CELLS = 100;

/** Finds and measures the fingers of a slap, or the one finger of a plain or rolled print. Errors: throws `RangeError` outside 250..2000 ppi. */
export function measureStill(image: GrayImage, slot: FingerprintSlot, missing: ReadonlySet<Finger>): MeasuredStill {
  if (!isSlap(slot)) return { fingers: measureSingle(image, fingerOf(slot)), hand: 'undecided' };
  const { fingers, hand } = segmentSlap(image, { slot, missing });
  return {
    hand: hand.verdict,
    fingers: fingers.map(({ finger, box, turned }) =>
      ({ finger, box, angleDeg: turned.angleDeg, quality: assessSegment(image, box), template: extractTemplate(crop(image, widened(box, image))) })),
  };
}

function measureSingle(image: GrayImage, finger: Finger): readonly MeasuredFinger[] {
  const foreground = findForeground(atWorkingPpi(image));
  const [largest] = labelRegions(foreground.mask, foreground, LEAST_CELLS).toSorted((a, b) => b.cells.length - a.cells.length);
  if (largest === undefined) return [];
  const cellPx = (CELL_PX * image.ppi) / 500;
  const box = clampBox({
    leftPx: largest.left * cellPx, topPx: largest.top * cellPx,
    widthPx: (largest.right - largest.left + 1) * cellPx, heightPx: (largest.bottom - largest.top + 1) * cellPx,
  }, image);
  return [{ finger, box, angleDeg: 0, quality: assessPrint(image), template: extractTemplate(image) }];
}

function widened(box: Box, image: GrayImage): Box {
  const margin = Math.round((MARGIN_PX * image.ppi) / 500);
  return clampBox({ leftPx: box.leftPx - margin, topPx: box.topPx - margin, widthPx: box.widthPx + 2 * margin, heightPx: box.heightPx + 2 * margin }, image);
}
