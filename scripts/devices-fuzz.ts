import { mutations } from '../electron/core/biometrics/fuzz/mutate.ts';
import { seededNoise } from '../electron/core/biometrics/image/synthetic-ridges.ts';
import { FUZZ_TARGETS, cut } from './devices/fuzz-targets.ts';

/**
 * Feeds every device protocol damaged frames: `node scripts/devices-fuzz.ts [COUNT] [SEED]`, 1,000,000 a protocol by
 * default. One JSON line a protocol; ends with 1 when any reader threw, took a second, or memory passed 256 MB.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const MEMORY_LIMIT_MB = 256;

let failed = false;
for (const { name, good, read } of FUZZ_TARGETS) {
  const next = mutations(good, seed);
  const random = seededNoise(seed);
  const ends: Record<string, number> = {};
  let [slowestMs, thrown] = [0, 0];
  for (let i = 0; i < count; i++) {
    const pieces = cut(next(), random);
    const startedAt = performance.now();
    try {
      const end = read(pieces);
      ends[end] = (ends[end] ?? 0) + 1;
    } catch (cause) {
      if (thrown++ === 0) console.error(`${name}, frame ${i}:`, cause);
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  failed ||= thrown > 0 || slowestMs >= 1000 || peakMb > MEMORY_LIMIT_MB;
  console.log(JSON.stringify({ protocol: name, frames: count, thrown, slowestMs: Math.round(slowestMs), processPeakMb: peakMb, ends }));
}
process.exitCode = failed ? 1 : 0;
