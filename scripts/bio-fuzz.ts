import { mutations } from '../electron/core/biometrics/fuzz/mutate.ts';
import { FUZZ_TARGETS } from '../electron/core/biometrics/fuzz/targets.ts';

/**
 * Feeds every biometric reader damaged files: `node scripts/bio-fuzz.ts [COUNT] [SEED]`, 100,000 a reader by default.
 * Prints one JSON line a reader; ends with 1 when any call threw, took a second, or memory passed 256 MB over the start.
 */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const MEMORY_LIMIT_MB = 256;

let failed = false;
for (const { name, good, read } of FUZZ_TARGETS) {
  const next = mutations(good, seed);
  const codes: Record<string, number> = {};
  let slowestMs = 0;
  let thrown = 0;
  for (let i = 0; i < count; i++) {
    const bytes = next();
    const startedAt = performance.now();
    try {
      const result = read(bytes);
      const key = result.ok ? 'read' : result.error.code;
      codes[key] = (codes[key] ?? 0) + 1;
    } catch (cause) {
      if (thrown++ === 0) console.error(`${name}, mutation ${i}:`, cause);
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  failed ||= thrown > 0 || slowestMs >= 1000 || peakMb > MEMORY_LIMIT_MB + 100;
  console.log(JSON.stringify({ reader: name, mutations: count, thrown, slowestMs: Math.round(slowestMs), processPeakMb: peakMb, codes }));
}
process.exitCode = failed ? 1 : 0;
