import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

/** Paths of two PGM files. */
export type ImagePair = { readonly reference: string; readonly probe: string };

/** What NIST's matcher says of a pair, and how many minutiae NIST's detector finds in the probe. */
export type NistScore = { readonly score: number; readonly minutiae: number };

/** Scores of NIST's matcher (bozorth3 in Debian's libfprint) for pairs of images; `homeDir` must be writable. */
export function nistScores(pairs: readonly ImagePair[], homeDir: string): readonly NistScore[] {
  const input = pairs.map(({ reference, probe }) => `${reference} ${probe}\n`).join('');
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'fprint-scores.py')], { input, encoding: 'utf8', env: { HOME: homeDir, LANG: 'C.UTF-8', TMPDIR: tmpdir() } });
  const lines = run.stdout.trim().split('\n');
  if (run.status !== 0 || lines.length !== pairs.length) throw new Error(`fprint-scores.py: ${run.stderr || String(run.error)}`);
  return lines.map((line) => {
    const [score = Number.NaN, minutiae = Number.NaN] = line.split(' ').map(Number);
    return { score, minutiae };
  });
}
