/** Steps for quality 50, row by row. Source: ITU-T T.81, tables K.1 and K.2. */
const BRIGHTNESS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const COLOUR = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
  ...Array.from({ length: 32 }, () => 99),
];
/** Where the n-th coefficient of a block stands, from low frequencies to high. Source: T.81, figure A.6. */
export const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]);

export type Quantisation = { readonly steps: Uint8Array; /** by which each output of `forwardDct` is multiplied */ readonly factors: Float64Array };

/** @param quality 1..100, as the Independent JPEG Group counts it: 50 = the tables above */
export function quantisationOf(of: 'brightness' | 'colour', quality: number): Quantisation {
  const scale = quality < 50 ? 5_000 / quality : 200 - 2 * quality;
  const steps = Uint8Array.from(of === 'brightness' ? BRIGHTNESS : COLOUR, (step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
  const factors = Float64Array.from(steps, (step, n) => 1 / (step * GAIN[n >> 3]! * GAIN[n & 7]! * 8));
  return { steps, factors };
}

/** What `forwardDct` leaves undone: cos(kπ/16)·√2, 1 for k = 0. Source: Arai, Agui and Nakajima (1988). */
const GAIN = Float64Array.from({ length: 8 }, (_, k) => (k === 0 ? 1 : Math.cos((k * Math.PI) / 16) * Math.SQRT2));
