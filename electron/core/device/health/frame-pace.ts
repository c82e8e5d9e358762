import type { Reading } from './measures.ts';

/** Upper bounds of the histogram's bars, milliseconds between one live frame and the next; what is slower falls into a last bar. */
export const GAP_BOUNDS_MS = [20, 40, 60, 80, 100, 150, 200, 400] as const;

export type FramePace = { readonly readings: readonly Reading[]; /** one count per bar, the last for all slower gaps */ readonly histogram: readonly number[] };

/** How evenly live frames came. @param atMs when each came, counted from the start of the capture; fewer than two say nothing but the first */
export function framePace(atMs: readonly number[]): FramePace {
  const gaps = atMs.slice(1).map((at, n) => at - atMs[n]!);
  const histogram = Array.from({ length: GAP_BOUNDS_MS.length + 1 }, () => 0);
  for (const gap of gaps) histogram[barOf(gap)]! += 1;
  const first = atMs[0];
  const lastedMs = (atMs.at(-1) ?? 0) - (first ?? 0);
  return {
    histogram,
    readings: [
      ...(first === undefined ? [] : [{ measure: 'first-frame' as const, value: first }]),
      ...(gaps.length < 2 || lastedMs <= 0 ? [] : [
        { measure: 'frame-rate' as const, value: (gaps.length * 1_000) / lastedMs },
        { measure: 'frame-gap' as const, value: quantile(gaps, 0.95) },
      ]),
    ],
  };
}

function barOf(gapMs: number): number {
  const bar = GAP_BOUNDS_MS.findIndex((bound) => gapMs <= bound);
  return bar < 0 ? GAP_BOUNDS_MS.length : bar;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}
