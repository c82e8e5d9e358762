import type { Finger } from '../../electron/core/dossier/capture-slots.ts';
import type { Raster } from '../contract/driver.ts';

/** Pattern classes of the five-class scheme used by NIST and by Maltoni et al., Handbook of Fingerprint Recognition. */
export type PatternClass = 'arch' | 'tented-arch' | 'left-loop' | 'right-loop' | 'whorl';

/** What can be wrong with one finger on the glass. A missing finger, a wrong hand and a finger shown twice concern a slap: see `SlapRequest`. */
export const FLAWS = ['dry', 'wet', 'worn', 'scar', 'small-contact', 'motion', 'smear', 'residue'] as const;
export type Flaw = (typeof FLAWS)[number];

/** A ridge ending or fork. Pixels at 500 ppi from the top left; `angleRad` points along the ridge, x right, y down, 0..2π, towards where a ridge is lost. */
export type TrueMinutia = { readonly x: number; readonly y: number; readonly angleRad: number; readonly kind: 'ending' | 'fork' };

/** The skin itself, nail to nail, before it touches anything. 500 ppi. */
export type MasterFinger = {
  readonly seed: number;
  readonly finger: Finger;
  readonly patternClass: PatternClass;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Ridge height, row by row: 127 = top of a ridge, -127 = bottom of a valley, pores as dents. */
  readonly ridges: Int8Array;
  /** Size of this finger relative to an average index finger. */
  readonly scale: number;
  readonly minutiae: readonly TrueMinutia[];
};

/** Pixels; `right` and `bottom` are the first column and row outside. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** What is known of one finger in an image because it was drawn so. */
export type FingerTruth = {
  /** The finger whose skin is seen. */
  readonly finger: Finger;
  /** The finger that belongs in this place; differs from `finger` when the hand is wrong or a finger is shown twice. */
  readonly place: Finger;
  readonly patternClass: PatternClass;
  /** Clockwise turn of the finger from upright, degrees. */
  readonly angleDeg: number;
  /** Upright box around the ink. */
  readonly box: Box;
  /** Those that lie inside the contact region. */
  readonly minutiae: readonly TrueMinutia[];
  readonly flaw: Flaw | undefined;
};

export type ImpressionRequest = {
  /** Another seed is another touch of the same finger. */
  readonly seed: number;
  readonly kind: 'plain' | 'rolled';
  readonly flaw?: Flaw | undefined;
  /** Another size of image than the usual one. */
  readonly sizePx?: { readonly widthPx: number; readonly heightPx: number } | undefined;
};
/** 8-bit grey, 500 ppi, dark ridges on a light ground. Plain 500 × 600 px, rolled 800 × 750 px. */
export type Impression = { readonly raster: Raster; readonly truth: FingerTruth };

export type SlapRequest = {
  /** Another seed is another touch of the same hand. */
  readonly impressionSeed: number;
  readonly flaws?: Partial<Readonly<Record<Finger, Flaw>>> | undefined;
  readonly missing?: ReadonlySet<Finger> | undefined;
  /** The other hand is laid down (right-four, left-four) or the thumbs are crossed (thumbs). */
  readonly wrongHand?: boolean | undefined;
  /** Finger shown in a place that belongs to another: `{ 'right-ring': 'right-middle' }` shows the middle finger twice. */
  readonly instead?: Partial<Readonly<Record<Finger, Finger>>> | undefined;
  /** Turn of the whole hand, clockwise; drawn from the seed (about ±8°) when absent. */
  readonly handAngleDeg?: number | undefined;
};
/** 8-bit grey, 500 ppi, 1600 × 1500 px. `fingers` from left to right as they lie in the image. */
export type SlapImpression = { readonly raster: Raster; readonly fingers: readonly FingerTruth[] };
