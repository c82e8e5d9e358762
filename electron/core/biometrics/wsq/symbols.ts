/** The alphabet of the entropy coder. Source: IAFIS-IC-0110 v3.1, table A.2. */
export const SYMBOL = {
  /** 1..100 are runs of that many zeros. */
  longestShortRun: 100,
  positive8: 101,
  negative8: 102,
  positive16: 103,
  negative16: 104,
  run8: 105,
  run16: 106,
  /** 107..254 are the coefficients -73..74 themselves. */
  firstValue: 107,
  lastValue: 254,
  valueZero: 180,
} as const;

export const LARGEST_VALUE = 74;
export const SMALLEST_VALUE = -73;
/** Longer runs are written in pieces. */
export const LONGEST_RUN = 0xffff;
