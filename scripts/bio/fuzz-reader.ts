import { writeFileSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FACE_TARGET } from '../../electron/core/biometrics/fuzz/face-target.ts';
import { mutations } from '../../electron/core/biometrics/fuzz/mutate.ts';
import { FUZZ_TARGETS } from '../../electron/core/biometrics/fuzz/targets.ts';
import { imageFuzzTargets, type HostFuzzTarget } from './image-fuzz-targets.ts';

/** What no damaged file may take of a reader: processor time of one call, memory over what the reader began with. */
export const FUZZ_LIMITS = { cpuMs: 1_000, growthMb: 256 } as const;

/** How often a reader ended in what: `read`, or the code of the error. */
export type FuzzReport = {
  readonly reader: string;
  readonly mutations: number;
  readonly thrown: number;
  readonly slowestCpuMs: number;
  readonly growthMb: number;
  readonly codes: Readonly<Record<string, number>>;
};

const COLLECT_EVERY = 1000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Every biometric reader of the project, with a good file for it. */
export const allFuzzTargets = async (): Promise<readonly HostFuzzTarget[]> => [...FUZZ_TARGETS, FACE_TARGET, ...(await imageFuzzTargets())];

/**
 * Feeds one reader `count` damaged files. Garbage is collected now and then, so that memory is what calls need and not what piled
 * up. Linux only: it tells a process's peak since it was last asked to forget it.
 */
export async function fuzzReader({ name, good, read }: HostFuzzTarget, count: number, seed: number): Promise<FuzzReport> {
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
  return { reader: name, mutations: count, thrown, slowestCpuMs: Math.round(slowestCpuMs), growthMb: Math.round(peakMb() - startMb), codes };
}

/** Source: Linux Documentation/filesystems/proc.rst, clear_refs (5) and VmHWM in status (kB). */
function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}

function peakMb(): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
