import type { GrayImage } from '../image/gray-image.ts';
import { atWorkingPpi, halve } from '../raster/halve.ts';
import { DESCRIPTOR_POINTS, describe } from './descriptor.ts';
import { enhanceRidges } from './enhance.ts';
import { findMinutiae, type Minutia } from './find-minutiae.ts';
import { ridgeFlowOf } from './ridge-flow.ts';
import { ridgePeriodsOf } from './ridge-period.ts';
import { skeletonOf } from './skeleton.ts';

/** What two prints are compared by. Pixels at 500 ppi. It identifies a person: treat it as the print itself. */
export type PrintTemplate = {
  readonly minutiae: readonly Minutia[];
  /** `DESCRIPTOR_POINTS` bytes a minutia. */
  readonly descriptors: Uint8Array;
};

/** More would only cost time: a rolled finger of good quality has about 80 true ones. */
const MOST_MINUTIAE = 110;

/**
 * Finds the minutiae of one finger.
 * Unit: any print of 250..2000 ppi, dark ridges on light ground, one finger; up to 800 × 750 px at 500 ppi within 60 ms.
 * Errors: throws `RangeError` on a resolution outside that. An empty image gives an empty template.
 */
export function extractTemplate(image: GrayImage): PrintTemplate {
  const half = halve(atWorkingPpi(image));
  const flow = ridgeFlowOf(half);
  if (!flow.mask.includes(1)) return { minutiae: [], descriptors: new Uint8Array(0) };
  const field = enhanceRidges(half, flow, ridgePeriodsOf(half, flow));
  const found = findMinutiae(skeletonOf(field, half.widthPx, half.heightPx), flow);
  const minutiae = found.toSorted((a, b) => b.quality - a.quality).slice(0, MOST_MINUTIAE);
  const descriptors = new Uint8Array(minutiae.length * DESCRIPTOR_POINTS);
  minutiae.forEach((minutia, n) => describe(minutia, flow, descriptors.subarray(n * DESCRIPTOR_POINTS, (n + 1) * DESCRIPTOR_POINTS)));
  return { minutiae, descriptors };
}
