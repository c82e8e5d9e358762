import { analysisTaps, isEven, MAX_FILTER_TAPS, synthesisTaps, type FilterBank, type Taps } from './filter-bank.ts';
import type { LineLayout } from './lifting.ts';

/** Any filter pair a file may carry, by the definition. Slower than lifting; used for the rare even filters. */
const PAD = MAX_FILTER_TAPS + 2;

/** Folds index `k` back into 0..count-1 of a half that reflects as -left-k and right-k; `turns` tells how often it was folded. */
function fold(k: number, count: number, left: number, right: number): { readonly index: number; readonly turns: number } {
  let index = k;
  let turns = 0;
  while (index < 0 || index >= count) {
    index = index < 0 ? -left - index : right - index;
    if (++turns > 4 * PAD) return { index: 0, turns: 0 };
  }
  return { index, turns };
}

/**
 * Extends a half of a subband line past its ends as if the image were mirrored there.
 * `antisymmetric` (even high-pass): each reflection changes the sign, and the sample on an odd line's axis is 0.
 */
function extendHalf(half: Float64Array, count: number, line: { readonly length: number; readonly kind: 'low' | 'high'; readonly even: boolean }): void {
  const { length, kind, even } = line;
  const left = even || kind === 'high' ? 1 : 0;
  const right = even || kind === 'low' ? length - 1 : length - 2;
  const odd = even && kind === 'high';
  const onAxis = odd && length % 2 === 1 ? (length - 1) / 2 : -1;
  const value = (k: number): number => {
    if (count === 0 && !odd) return 0;
    // An odd line's antisymmetric half behaves as one longer, with a zero at its end.
    const { index, turns } = fold(k, onAxis >= 0 ? count + 1 : count, left, right);
    if (index === onAxis || count === 0) return 0;
    return odd && turns % 2 === 1 ? -half[PAD + index]! : half[PAD + index]!;
  };
  for (let k = 1; k <= PAD; k++) half[PAD - k] = value(-k);
  for (let k = count; k < count + PAD; k++) half[PAD + k] = value(k);
}

/** The inverse transform of every line with the taps of `bank`. */
export function synthesiseLines(from: Float32Array, to: Float32Array, layout: LineLayout, bank: FilterBank): void {
  const { length, sampleStep: step } = layout;
  const taps = synthesisTaps(bank);
  const phases = [0, 1].map((phase) => ({ low: phaseOf(taps.low, phase), high: phaseOf(taps.high, phase) }));
  const highCount = length >> 1;
  const lowCount = length - highCount;
  const low = new Float64Array(lowCount + 2 * PAD);
  const high = new Float64Array(highCount + 2 * PAD + 1);
  for (let line = 0, at = layout.start; line < layout.lineCount; line++, at += layout.lineStep) {
    const lowAt = at + (layout.inverted ? highCount * step : 0);
    const highAt = at + (layout.inverted ? 0 : lowCount * step);
    for (let k = 0; k < lowCount; k++) low[PAD + k] = from[lowAt + k * step]!;
    for (let k = 0; k < highCount; k++) high[PAD + k] = from[highAt + k * step]!;
    extendHalf(low, lowCount, { length, kind: 'low', even: isEven(bank) });
    extendHalf(high, highCount, { length, kind: 'high', even: isEven(bank) });
    for (let n = 0; n < length; n++) {
      const phase = phases[n & 1]!;
      to[at + n * step] = correlateBackwards(low, phase.low, n >> 1) + correlateBackwards(high, phase.high, n >> 1);
    }
  }
}

/** The taps that meet samples of one parity: x[2q + parity] = sum over i of half[q - first - i] * values[i]. */
function phaseOf(taps: Taps, parity: number): Taps {
  const first = Math.ceil((taps.first - parity) / 2);
  const last = Math.floor((taps.first + taps.values.length - 1 - parity) / 2);
  return { first, values: Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => taps.values[2 * (first + i) + parity - taps.first]!) };
}

function correlateBackwards(half: Float64Array, phase: Taps, q: number): number {
  const { values } = phase;
  const start = PAD + q - phase.first;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += half[start - i]! * values[i]!;
  return sum;
}

/** The forward transform of every line with the taps of `bank`. */
export function analyseLines(from: Float32Array, to: Float32Array, layout: LineLayout, bank: FilterBank): void {
  const { length, sampleStep: step } = layout;
  const taps = analysisTaps(bank);
  const highCount = length >> 1;
  const lowCount = length - highCount;
  const mirror = isEven(bank) ? 1 : 0;
  const sample = (at: number, n: number): number => from[at + fold(n, length, mirror, 2 * length - 2 + mirror).index * step]!;
  const correlate = (at: number, filter: Taps, k: number): number => {
    let sum = 0;
    for (let i = 0; i < filter.values.length; i++) sum += filter.values[i]! * sample(at, 2 * k + filter.first + i);
    return sum;
  };
  for (let line = 0, at = layout.start; line < layout.lineCount; line++, at += layout.lineStep) {
    const lowAt = at + (layout.inverted ? highCount * step : 0);
    const highAt = at + (layout.inverted ? 0 : lowCount * step);
    for (let k = 0; k < lowCount; k++) to[lowAt + k * step] = correlate(at, taps.low, k);
    for (let k = 0; k < highCount; k++) to[highAt + k * step] = correlate(at, taps.high, k);
  }
}
