import { allFuzzTargets, FUZZ_LIMITS, fuzzReader } from './bio/fuzz-reader.ts';

/**
 * Feeds every biometric reader damaged files: `node scripts/bio-fuzz.ts [COUNT] [SEED] [READER]`, 100,000 a reader by default; a name
 * runs that reader, the beginning of names those that begin so.
 * Prints one JSON line a reader; ends with 1 when any call threw or passed {@link FUZZ_LIMITS}.
 */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const wanted = process.argv[4] ?? '';

const all = await allFuzzTargets();
const targets = all.some(({ name }) => name === wanted) ? all.filter(({ name }) => name === wanted) : all.filter(({ name }) => name.startsWith(wanted));
for (const target of targets) {
  const report = await fuzzReader(target, count, seed);
  console.log(JSON.stringify(report));
  if (report.thrown > 0 || report.slowestCpuMs >= FUZZ_LIMITS.cpuMs || report.growthMb > FUZZ_LIMITS.growthMb) process.exitCode = 1;
}
