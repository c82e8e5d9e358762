/** One measured budget. `value` is the median of the samples in `unit`; a ratio is taken against `baseline` of the same run. */
export type Row = {
  readonly name: string;
  /** `n` counts things. */
  readonly unit: 'ms' | 'MB' | 'x' | '%' | 'n' | 'dB';
  readonly value: number;
  readonly p95: number;
  readonly samples: number;
  /** The upper bound the issue asks for, in `unit`. */
  readonly budget: number;
  readonly ok: boolean;
  readonly note: string;
};

export const quantile = (samples: readonly number[], q: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};

const round = (value: number): number => Math.round(value * 100) / 100;

export function rowOf(name: string, unit: Row['unit'], samples: readonly number[], budget: number, note = ''): Row {
  const value = quantile(samples, 0.5);
  return { name, unit, value: round(value), p95: round(quantile(samples, 0.95)), samples: samples.length, budget, ok: value <= budget, note };
}

/** Milliseconds that `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export const print = (row: Row): void =>
  console.log(`${row.ok ? 'ok  ' : 'OVER'} ${row.name.padEnd(46)} ${String(row.value).padStart(9)} ${row.unit.padEnd(2)} p95 ${String(row.p95).padStart(9)}  budget ${row.budget} ${row.unit}  n=${row.samples}${row.note === '' ? '' : `  (${row.note})`}`);
