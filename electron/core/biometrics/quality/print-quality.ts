import type { GrayImage } from '../image/gray-image.ts';
import { clampBox, crop, type Box } from '../raster/crop.ts';
import { measureRidges, WHOLE_GLASS, type GlassEdges, type RidgeMeasures } from './ridge-measures.ts';
import { reasonsOf, type QualityReason } from './quality-reasons.ts';

/** Name of this measure wherever a score is stored. It is this project's own and is not NFIQ 2. */
export const QUALITY_MEASURE = 'TCC-PQ2';
/** Score that ANSI/NIST-ITL and ISO/IEC 19794-4 keep for a measure that was tried and failed. */
export const FAILED_SCORE = 255;

/** A measured print, or the reason why there is no number. A failure is never given a score. */
export type PrintQuality =
  | { readonly kind: 'measured'; readonly score: number; readonly reasons: readonly QualityReason[]; readonly measures: RidgeMeasures }
  | { readonly kind: 'failed'; readonly cause: 'no-contact' | 'image-too-small' | 'resolution' };

/** Smallest image that can hold a fingertip: 6 mm a side. */
const LEAST_PX = 120;

/**
 * Quality of one finger's print, 0 (useless) … 100.
 * Unit: one finger on light ground, 250..2000 ppi, at most 1000 × 1000 px at 500 ppi within 50 ms.
 * The scale is laid so that TR-03121's thresholds (30/30/20/10/10) part usable from unusable prints; how well it agrees
 * with reference scores is reported in docs/biometrics-measured.md. Never throws on pixels.
 */
export function assessPrint(image: GrayImage): PrintQuality {
  return assess(image, WHOLE_GLASS);
}

/** Light ground to leave around a finger that is cut out of a slap, mm. */
const MARGIN_MM = 1.2;

/** Quality of one finger of a slap: `box` as segmentation gives it. Only the border of the slap itself cuts a finger. */
export function assessSegment(slap: GrayImage, box: Box): PrintQuality {
  const margin = Math.round((MARGIN_MM * slap.ppi) / 25.4);
  const around = clampBox({ leftPx: box.leftPx - margin, topPx: box.topPx - margin, widthPx: box.widthPx + 2 * margin, heightPx: box.heightPx + 2 * margin }, slap);
  return assess(crop(slap, around), {
    left: around.leftPx === 0, top: around.topPx === 0,
    right: around.leftPx + around.widthPx === slap.widthPx, bottom: around.topPx + around.heightPx === slap.heightPx,
  });
}

function assess(image: GrayImage, edges: GlassEdges): PrintQuality {
  if (!(image.ppi >= 250 && image.ppi <= 2000)) return { kind: 'failed', cause: 'resolution' };
  const scale = image.ppi / 500;
  if (image.widthPx < LEAST_PX * scale || image.heightPx < LEAST_PX * scale) return { kind: 'failed', cause: 'image-too-small' };
  const measures = measureRidges(image, edges);
  if (measures === undefined) return { kind: 'failed', cause: 'no-contact' };
  return { kind: 'measured', score: scoreOf(measures), reasons: reasonsOf(measures), measures };
}

/**
 * Clarity, relief and acuteness in the weights under which they order the reference prints of docs/biometrics-measured.md best; the sum
 * is about 1.75 for a clean live print, 1.1 for a good one in ink. Sum → score before deductions, piecewise linear.
 */
const ACUTENESS_WEIGHT = 2;
const SCALE = [[0.5, 0], [0.9, 12], [1.1, 26], [1.26, 33], [1.5, 45], [1.58, 54], [1.75, 66], [2, 85]] as const;
/** Contact that holds too few minutiae, and contact that holds enough, mm². */
const AREA_MM2 = [30, 120] as const;
const FLOODED_FREE_SHARE = 0.15;
/** A cut spoils what lies on either side of it, too. */
const CUT_REACH_MM = 3;
const MOST_CUT_SHARE = 0.3;
/** Of ridges clear enough to show a cut; in poorer ones light lines are gaps in the ink, which clarity counts already. */
const SHOWS_CUTS = [1.35, 1.5] as const;

function scoreOf(measures: RidgeMeasures): number {
  const clearness = measures.clarity + measures.relief + ACUTENESS_WEIGHT * measures.acuteness;
  const area = ramp(measures.contactMm2, AREA_MM2[0], AREA_MM2[1]);
  const cut = Math.min(MOST_CUT_SHARE, (2 * CUT_REACH_MM * measures.lightLinesMm) / measures.contactMm2) * ramp(clearness, SHOWS_CUTS[0], SHOWS_CUTS[1]);
  const open = 1 - Math.max(0, measures.floodedShare - FLOODED_FREE_SHARE);
  return Math.round(Math.max(0, Math.min(100, onScale(clearness) * area * (1 - cut) * open)));
}

const ramp = (value: number, from: number, to: number): number => Math.max(0, Math.min(1, (value - from) / (to - from)));

function onScale(clearness: number): number {
  for (let n = 1; n < SCALE.length; n++) {
    const [x0, y0] = SCALE[n - 1]!, [x1, y1] = SCALE[n]!;
    if (clearness <= x1) return y0 + (y1 - y0) * ramp(clearness, x0, x1);
  }
  return SCALE.at(-1)![1];
}
