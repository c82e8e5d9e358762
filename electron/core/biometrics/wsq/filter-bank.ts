/**
 * Right halves (centre included) of the two analysis filters, as a file carries them.
 * Odd length: whole-sample symmetric, `half[0]` is the centre tap. Even length: half-sample symmetric low-pass,
 * antisymmetric high-pass; `half[0]` is the first tap right of the centre.
 */
export type FilterBank = {
  readonly lowLength: number;
  readonly highLength: number;
  readonly lowHalf: readonly number[];
  readonly highHalf: readonly number[];
};

/** The 9/7 biorthogonal pair every certified encoder uses. Source: IAFIS-IC-0110 v3.1, table A.1. */
export const ODD_9_7: FilterBank = {
  lowLength: 9,
  highLength: 7,
  lowHalf: [0.85269867900940344, 0.3774028556126538, -0.11062440441842342, -0.02384946501938, 0.03782845550699546],
  highHalf: [0.78848561640566439, -0.41809227322221221, -0.04068941760955844, 0.06453888262893845],
};

/** The 8/8 half-sample pair of the standard: files with it are rare, decoders must read them. */
export const EVEN_8_8: FilterBank = {
  lowLength: 8,
  highLength: 8,
  lowHalf: [0.85269867900940344, -0.09789296778409587, -0.12335584105275092, 0.07565691101399093],
  highHalf: [-0.60328894481393847, 0.18870142780632693, 0.05261415011924844, -0.03226944131446922],
};

/** Longest filters of the standard: 31 taps whole-sample, 32 half-sample. */
export const MAX_FILTER_TAPS = 32;

export const isEven = (bank: FilterBank): boolean => bank.lowLength % 2 === 0;

/** True when the bank is the usual pair to the precision of a file, so the lifting form may be used. */
export function isOdd97(bank: FilterBank): boolean {
  const close = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((tap, i) => Math.abs(tap - b[i]!) < 2e-7);
  return bank.lowLength === 9 && bank.highLength === 7 && close(bank.lowHalf, ODD_9_7.lowHalf) && close(bank.highHalf, ODD_9_7.highHalf);
}

/** Taps with the offset of the first one from the output sample's even position (low) or from that same position (high). */
export type Taps = { readonly first: number; readonly values: Float64Array };

/** Analysis as correlation: low[k] = sum taps[i] * x[2k + first + i], high[k] likewise. */
export function analysisTaps(bank: FilterBank): { readonly low: Taps; readonly high: Taps } {
  const even = isEven(bank);
  return {
    low: even ? mirrored(bank.lowHalf, 1) : centred(bank.lowHalf, 0),
    // The standard convolves; correlation turns an antisymmetric filter round, hence the minus.
    high: even ? mirrored(bank.highHalf.map((tap) => -tap), -1) : centred(bank.highHalf, 1),
  };
}

/** Synthesis as convolution: x[n] = sum low[k] g0[n - 2k] + sum high[k] g1[n - 2k]. Modulated partners of the analysis pair. */
export function synthesisTaps(bank: FilterBank): { readonly low: Taps; readonly high: Taps } {
  const alternate = (half: readonly number[], start: 1 | -1): number[] => half.map((tap, k) => (k % 2 === 0 ? start : -start) * tap);
  if (isEven(bank)) {
    return { low: mirrored(alternate(bank.highHalf, -1), 1), high: mirrored(alternate(bank.lowHalf, 1), -1) };
  }
  return { low: centred(alternate(bank.highHalf, 1), 0), high: centred(alternate(bank.lowHalf, 1), 1) };
}

function centred(half: readonly number[], centre: number): Taps {
  const reach = half.length - 1;
  return { first: centre - reach, values: Float64Array.from({ length: 2 * reach + 1 }, (_, i) => half[Math.abs(i - reach)]!) };
}

function mirrored(half: readonly number[], leftSign: 1 | -1): Taps {
  const left = half.toReversed().map((tap) => leftSign * tap);
  return { first: 1 - half.length, values: Float64Array.from([...left, ...half]) };
}
