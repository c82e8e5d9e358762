import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FACE_TARGET } from '../electron/core/biometrics/fuzz/face-target.ts';
import { mutations } from '../electron/core/biometrics/fuzz/mutate.ts';
import { FUZZ_TARGETS } from '../electron/core/biometrics/fuzz/targets.ts';
import { imageFuzzTargets, type HostFuzzTarget } from './bio/image-fuzz-targets.ts';

/**
 * Feeds every biometric reader damaged files: `node scripts/bio-fuzz.ts [COUNT] [SEED] [READER]`, 100,000 a reader by default; a name
 * runs that reader, the beginning of names those that begin so.
 * Prints one JSON line a reader; ends with 1 when any call threw or took a second of processor time, or memory passed
 * 256 MB over what the reader began with (on Linux, which tells a process's peak since it was last asked to forget it). Garbage
 * is collected now and then, so that memory is what calls need and not what piled up.
 */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const wanted = process.argv[4] ?? '';
const MEMORY_LIMIT_MB = 256;
const COLLECT_EVERY = 1000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let failed = false;
const all: readonly HostFuzzTarget[] = [...FUZZ_TARGETS, FACE_TARGET, ...(await imageFuzzTargets())];
const targets = all.some(({ name }) => name === wanted) ? all.filter(({ name }) => name === wanted) : all.filter(({ name }) => name.startsWith(wanted));
for (const { name, good, read } of targets) {
  const next = mutations(good, seed);
  collectGarbage();
  const startMb = process.memoryUsage.rss() / 1024 ** 2;
  forgetPeak();
  const codes: Record<string, number> = {};
  let slowestCpuMs = 0;
  let thrown = 0;
  for (let i = 0; i < count; i++) {
    const bytes = next();
    if (i % COLLECT_EVERY === 0) collectGarbage();
    const before = process.cpuUsage();
    try {
      const result = await read(bytes);
      const key = result.ok ? 'read' : result.error.code;
      codes[key] = (codes[key] ?? 0) + 1;
    } catch (cause) {
      if (thrown++ === 0) console.error(`${name}, mutation ${i}:`, cause);
    }
    const used = process.cpuUsage(before);
    slowestCpuMs = Math.max(slowestCpuMs, (used.user + used.system) / 1000);
  }
  const growthMb = Math.round(peakMb() - startMb);
  failed ||= thrown > 0 || slowestCpuMs >= 1000 || growthMb > MEMORY_LIMIT_MB;
  console.log(JSON.stringify({ reader: name, mutations: count, thrown, slowestCpuMs: Math.round(slowestCpuMs), growthMb, codes }));
}
process.exitCode = failed ? 1 : 0;

/** Source: Linux Documentation/filesystems/proc.rst, clear_refs (5) and VmHWM in status (kB). */
function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}

function peakMb(): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
