import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mutations } from '../electron/core/biometrics/fuzz/mutate.ts';
import { seededNoise } from '../electron/core/biometrics/image/synthetic-ridges.ts';
import { cut } from './devices/fuzz/target.ts';
import { FUZZ_TARGETS } from './devices/fuzz/targets.ts';

/**
 * Feeds every device protocol damaged frames: `node scripts/devices-fuzz.ts [COUNT] [SEED] [PROTOCOL…]`, 1,000,000 a
 * protocol and every protocol by default. One JSON line a protocol; ends with 1 when any reader threw, took a second, left more than 16 MB behind, or the
 * process passed 512 MB (most of it garbage of the damaged copies that nobody has collected yet).
 */
const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const names = process.argv.slice(4);
const RETAINED_LIMIT_MB = 16;
const PEAK_LIMIT_MB = 512;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is still held after everything that can go is gone. */
function heldMb(): number {
  // Twice: memory of buffers is given back after the collection that found them dead.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

let failed = false;
for (const { name, good, read } of FUZZ_TARGETS.filter((target) => names.length === 0 || names.includes(target.name))) {
  const next = mutations(good, seed);
  const random = seededNoise(seed);
  const ends: Record<string, number> = {};
  let [slowestMs, thrown] = [0, 0];
  const startMb = heldMb();
  const beganAt = performance.now();
  for (let i = 0; i < count; i++) {
    const pieces = cut(next(), random);
    const startedAt = process.cpuUsage();
    try {
      const end = read(pieces);
      ends[end] = (ends[end] ?? 0) + 1;
    } catch (cause) {
      if (thrown++ === 0) console.error(`${name}, frame ${i}:`, cause);
    }
    // Of the processor, not of the clock: on a busy machine it may run beside others for hours.
    const { user, system } = process.cpuUsage(startedAt);
    slowestMs = Math.max(slowestMs, (user + system) / 1000);
  }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const retainedMb = Math.round((heldMb() - startMb) * 10) / 10;
  failed ||= thrown > 0 || slowestMs >= 1000 || retainedMb > RETAINED_LIMIT_MB || peakMb > PEAK_LIMIT_MB;
  console.log(JSON.stringify({ protocol: name, frames: count, seconds: Math.round((performance.now() - beganAt) / 1000), thrown, slowestMs: Math.round(slowestMs), retainedMb, processPeakMb: peakMb, ends }));
}
process.exitCode = failed ? 1 : 0;
