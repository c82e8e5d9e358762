/**
 * What a score of `matchPrints` means: the levels where, on synthetic prints, one impostor pair in a hundred, a
 * thousand, ten thousand lies above. Measured by test/bench/prints.bench.ts, reported in docs/biometrics-measured.md;
 * not a promise for real fingers of bad quality.
 */
export const SCORE_AT_FALSE_MATCHES = { oneIn100: 4.5, oneIn1000: 8.5, oneIn10000: 12.5 } as const;

/** From here on two prints are taken for the same finger (1:1 check, sequence check). */
export const SAME_FINGER_SCORE = SCORE_AT_FALSE_MATCHES.oneIn1000;
/** From here on an officer is told that a finger was shown twice: a false alarm costs trust. */
export const SURELY_SAME_SCORE = SCORE_AT_FALSE_MATCHES.oneIn10000;

/**
 * Among the stored prints of one person a score lower than that still tells which finger it is when it stands out:
 * at least this high and this many times the next best. Fits ink and worn fingers: on NIST's card nine of ten
 * fingers are told so, the tenth is told by no matcher.
 */
export const OUTSTANDING = { score: 1.2, timesNext: 2.5 } as const;
