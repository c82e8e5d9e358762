import { syntheticRidges } from '../electron/core/biometrics/image/synthetic-ridges.ts';
import { decodeWsq } from '../electron/core/biometrics/wsq/decode.ts';
import { encodeWsq } from '../electron/core/biometrics/wsq/encode.ts';

/**
 * CPU time of the WSQ codec: `node scripts/bio-bench.ts [ROUNDS]`, one JSON line a figure. Median of processor time (user
 * and system) after a warm-up, so that other programs on the machine count little. Limits are those of NIST's C program.
 */
const rounds = Number(process.argv[2] ?? 25);
const WARM_UP_ROUNDS = 8;

function medianCpuMs(work: () => unknown): number {
  const samples: number[] = [];
  for (let i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
    const before = process.cpuUsage();
    work();
    const used = process.cpuUsage(before);
    if (i >= WARM_UP_ROUNDS) samples.push((used.user + used.system) / 1000);
  }
  return samples.toSorted((a, b) => a - b)[rounds >> 1]!;
}

let failed = false;
for (const [widthPx, heightPx, limitMs] of [[800, 750, 15], [1600, 1500, 57]] as const) {
  const image = syntheticRidges({ widthPx, heightPx, seed: 11 });
  const file = encodeWsq(image, { bitsPerPixel: 0.75 });
  if (!file.ok) throw new Error(file.error.code);
  const encodeMs = medianCpuMs(() => encodeWsq(image, { bitsPerPixel: 0.75 }));
  failed ||= encodeMs > limitMs;
  console.log(JSON.stringify({ figure: `wsq-encode ${widthPx}x${heightPx}`, medianCpuMs: encodeMs, limitMs }));
  console.log(JSON.stringify({ figure: `wsq-decode ${widthPx}x${heightPx}`, medianCpuMs: medianCpuMs(() => decodeWsq(file.value)) }));
}
process.exitCode = failed ? 1 : 0;
