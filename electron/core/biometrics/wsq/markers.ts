/** Two-byte codes that structure a WSQ file. Source: IAFIS-IC-0110 v3.1, Annex B, table B.1. */
export const MARKER = {
  startOfImage: 0xffa0,
  endOfImage: 0xffa1,
  startOfFrame: 0xffa2,
  startOfBlock: 0xffa3,
  transformTable: 0xffa4,
  quantizationTable: 0xffa5,
  huffmanTable: 0xffa6,
  restartInterval: 0xffa7,
  comment: 0xffa8,
  restart0: 0xffb0,
  restart7: 0xffb7,
} as const;

/**
 * Largest image that is coded or decoded: a full hand (5.5 x 8 in) at 500 ppi. Bounds a lying header:
 * 12 Mpx needs 2 (coefficients) + 4 + 4 (planes) + 1 (pixels) bytes each, 132 MB.
 */
export const MAX_IMAGE_PIXELS = 12_000_000;
/**
 * Below this the deepest bands are shorter than the filters reach. The standard's extension then mirrors more than once, NIST's
 * decoder does it another way, and the same file is two pictures (64 px wide: 22 dB between them).
 */
export const MIN_ENCODED_SIDE_PX = 81;
/**
 * Pixels times filter taps of files whose filters are not the usual pair: their general transform is slower, and no
 * such file is larger than a slap (1600 x 1500 x 16 taps = 38 million).
 */
export const MAX_UNUSUAL_WORK = 48_000_000;
