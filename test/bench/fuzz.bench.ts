import { allFuzzTargets, FUZZ_LIMITS, fuzzReader, type FuzzReport } from '../../scripts/bio/fuzz-reader.ts';
import { rowOf, type Row } from './row.ts';

/** `full` is what the figures are stated for, hours of work; the sample shows in half a minute what most files show. */
const MUTATIONS = { full: 100_000, sample: 2_000 } as const;
const SEED = 1;

/** What damaged files do to every biometric reader: whether one threw, and what the worst took. */
export async function* fuzzRows({ full }: { readonly full: boolean }): AsyncIterable<Row> {
  const count = full ? MUTATIONS.full : MUTATIONS.sample;
  const reports: FuzzReport[] = [];
  for (const target of await allFuzzTargets()) reports.push(await fuzzReader(target, count, SEED));
  const worst = (of: (report: FuzzReport) => number): { readonly value: number; readonly note: string } => {
    const report = reports.reduce((one, other) => (of(other) > of(one) ? other : one));
    return { value: of(report), note: `${report.reader}; ${count} files for each of ${reports.length} readers` };
  };
  const [thrown, cpuMs, growthMb] = [worst((report) => report.thrown), worst((report) => report.slowestCpuMs), worst((report) => report.growthMb)];
  yield rowOf('damaged files that made a reader throw', 'n', [thrown.value], 0, thrown.note);
  yield rowOf('damaged file, slowest, CPU', 'ms', [cpuMs.value], FUZZ_LIMITS.cpuMs, cpuMs.note);
  yield rowOf('damaged files, memory over the reader\'s start', 'MB', [growthMb.value], FUZZ_LIMITS.growthMb, growthMb.note);
}
