import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

/** Paths of two PGM files. */
export type ImagePair = { readonly reference: string; readonly probe: string };

/** Scores of NIST's matcher (bozorth3 in Debian's libfprint) for pairs of images; `homeDir` must be writable. */
export function nistScores(pairs: readonly ImagePair[], homeDir: string): readonly number[] {
  const input = pairs.map(({ reference, probe }) => `${reference} ${probe}\n`).join('');
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'fprint-scores.py')], { input, encoding: 'utf8', env: { HOME: homeDir, LANG: 'C.UTF-8', TMPDIR: tmpdir() } });
  const lines = run.stdout.trim().split('\n');
  if (run.status !== 0 || lines.length !== pairs.length) throw new Error(`fprint-scores.py: ${run.stderr || String(run.error)}`);
  return lines.map((line) => Number(line.split(' ')[0]));
}
